"""What the lawyer answered stands with the report that she got, and is taken over by a press."""

from __future__ import annotations

import re
from datetime import date

import pytest

from helpdesk.cases.models import GivenFile
from helpdesk.counsel import actions
from helpdesk.counsel.following import Answer, Cited, Filing, Followed, Used
from helpdesk.counsel.tests.scene import Scene
from helpdesk.people.telling import Channel
from helpdesk.reports import actions as reports
from helpdesk.reports.followup import Dealt, Result
from helpdesk.reports.tests.test_follow_report import CAME, applied, now
from helpdesk.reports.tests.test_sign_report import press
from helpdesk.reports.tests.writing_scene import Written
from tests import cast
from tests.walk import Hands

pytestmark = pytest.mark.django_db
ECLI = "ECLI:NL:RBLIM:2021:4701"


def shared() -> tuple[Written, Scene]:
    """A signed report in the hands of the lawyer."""
    made = applied()
    scene = Scene.of(made.case).invite()
    with cast.opened("iris", made.case, to="give-report") as file:
        reports.give_report(
            file=file, report_id=made.id, to=scene.party, channel=Channel.EMAIL, kinds=["pdf"], press=press
        )
        rows = list(GivenFile.objects.filter(case=made.case))
    scene.share(rows)
    return made, scene


def says(scene: Scene, said: Filing | Answer) -> None:
    with cast.opened("iris", scene.case, to="record-counsel-answer") as file:
        actions.record_counsel_answer(file=file, seat_id=scene.seat, said=said)


def stamp(made: Written) -> str:
    (found,) = re.findall(r'name="stamp" value="(\w+)"', made.look("uitkomst"))
    return str(found)


def test_her_answer_is_taken_over_and_nothing_is_typed_twice() -> None:
    made, scene = shared()
    assert "Antwoord van" not in made.look("uitkomst"), "the control"
    says(scene, Filing("Rechtbank Limburg", "C/03/77", date(2026, 11, 2)))
    says(scene, Answer(Used.YES, Cited.YES, Followed.PARTLY, ECLI, "Zij noemen artikel 2."))
    page = made.look("uitkomst")
    assert f'href="{made.at}uitkomst/"' in Hands("iris", made.case).look(f"advocaat/{scene.seat}/")
    assert "Antwoord van" in page
    assert "deels beslist zoals gevraagd" in page
    assert made.report.lines[-1].kind != "follow", "nothing is taken over by looking"
    made.do("uitkomst/neem-over", stamp=stamp(made))
    told = now(made).told
    assert (told.body, told.court_number, told.filed_on) == ("Rechtbank Limburg", "C/03/77", date(2026, 11, 2))
    assert (told.result, told.ecli) == (Result.PARTLY, ECLI)
    assert "Zij noemen artikel 2." in told.note
    assert "Antwoord van" not in made.look("uitkomst"), "taken over once"
    assert cast.acts(made.case)[-1] == "follow-report"
    form = made.look("uitkomst/bij")
    for known in ("Rechtbank Limburg", "C/03/77", ECLI):
        assert known in form


def test_what_we_knew_of_each_right_stays() -> None:
    made, scene = shared()
    made.do("uitkomst/bij", **CAME, right_1="followed", note="Volgens de zitting.")
    says(scene, Answer(Used.YES, Cited.YES, Followed.YES, words="Gelukt."))
    made.do("uitkomst/neem-over", stamp=stamp(made))
    told = now(made).told
    assert told.rights == {made.cited: Dealt.FOLLOWED}
    assert told.body == CAME["body"]
    assert "Volgens de zitting." in told.note


def test_that_it_was_filed_takes_no_decision_back() -> None:
    made, scene = shared()
    made.do("uitkomst/bij", **CAME, right_1="followed")
    says(scene, Filing("Rechtbank Limburg"))
    made.do("uitkomst/neem-over", stamp=stamp(made))
    assert (now(made).told.result, now(made).told.body) == (Result.PARTLY, "Rechtbank Limburg")
    assert now(made).told.rights == {made.cited: Dealt.FOLLOWED}


def test_another_answer_meanwhile_is_seen_first() -> None:
    made, scene = shared()
    says(scene, Answer(Used.YES))
    old = stamp(made)
    says(scene, Answer(Used.NO))
    assert "intussen veranderd" in made.do("uitkomst/neem-over", expect=422, stamp=old)
    made.do("uitkomst/neem-over", stamp=stamp(made))
    assert now(made).told.result == Result.NOT_FILED
    again = "intussen veranderd"
    assert again in made.do("uitkomst/neem-over", expect=422, stamp=now(made).told.heard)


def test_what_she_says_of_other_files_does_not_stand_with_the_report() -> None:
    made = applied()
    scene = Scene.of(made.case).invite()
    scene.share()
    says(scene, Answer(Used.YES, Cited.YES, Followed.YES))
    assert "Antwoord van" not in made.look("uitkomst")
