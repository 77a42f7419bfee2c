"""What she says of it: where it was filed, and one short answer; by the website, or by telephone."""

from __future__ import annotations

from typing import Any

import pytest

from helpdesk.cases.models import Case, Task
from helpdesk.counsel.access import followings_of
from helpdesk.counsel.following import Answer, Cited, Filing, Followed, Following, Used, following_of
from helpdesk.counsel.tests.scene import Hers, Scene
from tests import cast
from tests.walk import Hands

pytestmark = pytest.mark.django_db
ECLI = "ECLI:NL:RBLIM:2021:4701"


@pytest.fixture
def scene() -> Scene:
    return Scene.of(cast.taken()).invite()


def following(scene: Scene) -> Following:
    with cast.opened("iris", scene.case) as file:
        return followings_of(file)[str(scene.seat)]


def page(answer: Any) -> str:
    return str(answer.content.decode())


def test_she_says_it_herself_and_the_case_comes_to_its_team(scene: Scene) -> None:
    hers = Hers.of(scene)
    hers.come_in()
    assert "Schrijf op waar" in page(hers.post(step="filed", body=" "))
    assert "nog niet geweest" in page(hers.post(step="filed", body="Rechtbank", filed_on="2099-01-01"))
    assert "waar het ligt" in page(
        hers.post(step="filed", body="Rechtbank Den Haag", number="C/09/1", filed_on="2026-11-02")
    )
    assert "U liet ons al weten waar het ligt." in page(hers.post(step="look"))
    with cast.opened("iris", scene.case):
        Case.objects.filter(pk=scene.case.pk).update(state="waiting_third")
    wrong = page(hers.post(step="result", ecli="geen", words="Zij noemen artikel 3."))
    assert "Zeg of u het" in wrong
    assert "geen ECLI-nummer" in wrong
    assert "Zij noemen artikel 3." in wrong
    done = page(hers.post(step="result", used="yes", cited="yes", followed="partly", ecli=ECLI, words="Dank."))
    assert "Uw antwoord is bij ons" in done
    assert "Stuur het antwoord" not in done
    assert "niet bewaard" in page(hers.post(step="result", used="no"))
    found = following(scene)
    assert found.answer == Answer(Used.YES, Cited.YES, Followed.PARTLY, ECLI, "Dank.")
    assert [(one.body, one.number) for one in found.filings] == [("Rechtbank Den Haag", "C/09/1")]
    with cast.opened("iris", scene.case):
        assert Case.objects.get(pk=scene.case.pk).state == "team"
    text = Hands("iris", scene.case).look()
    assert "Rechtbank Den Haag" in text
    assert ECLI in Hands("iris", scene.case).look(f"advocaat/{scene.seat}/")


def test_pressed_twice_counts_once(scene: Scene) -> None:
    hers = Hers.of(scene)
    hers.come_in()
    visit = hers.visit
    for _ in range(2):
        hers.visit = visit
        hers.post(step="filed", body="Rechtbank Den Haag")
    assert len(following(scene).filings) == 1


def test_by_telephone_and_the_reminder_is_ticked_off(scene: Scene) -> None:
    scene.share()
    iris, at = Hands("iris", scene.case), f"advocaat/{scene.seat}"
    iris.do(f"{at}/ingediend", expect=422)
    iris.do(f"{at}/ingediend", body="Raad van State", number="2026/1", filed_on="2026-11-03")
    iris.do(f"{at}/antwoord", expect=422, used="yes", cited="no", followed="no", ecli="ABC")
    iris.do(f"{at}/antwoord", used="no", cited="unknown", followed="unknown")
    iris.do(f"{at}/antwoord", used="partly", cited="no", followed="no", ecli=ECLI.lower())
    found = following(scene)
    assert found.answer == Answer(Used.PARTLY, Cited.NO, Followed.NO, ECLI, "")
    with cast.opened("iris", scene.case) as file:
        assert all(row.content.get("done_at") for row in file.open(Task.objects.filter(case=scene.case)))
    assert "record-counsel-answer" in cast.acts(scene.case)


def test_what_reports_read() -> None:
    filing = Filing("Rechtbank", "1")
    first, last = Answer(Used.NO), Answer(Used.YES, ecli=ECLI)
    assert following_of([]) == Following()
    told = [one.as_content() for one in (first, filing, last)]
    assert following_of(told) == Following((filing,), last)
