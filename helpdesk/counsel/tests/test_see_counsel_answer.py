"""That the lawyer answered stands on the worklist and on the case, until a colleague says that she saw it."""

from __future__ import annotations

import pytest

from helpdesk.cases.models import Task
from helpdesk.counsel.tests.scene import Hers, Scene
from tests import cast
from tests.walk import Hands

pytestmark = pytest.mark.django_db
MARK = "Advocaat antwoordde"


@pytest.fixture
def scene() -> Scene:
    return Scene.of(cast.taken()).invite()


def worklist() -> str:
    return cast.desk_client("iris").get("/").content.decode()


def open_tasks(scene: Scene) -> int:
    with cast.opened("iris", scene.case) as file:
        return sum(not row.content.get("done_at") for row in file.open(Task.objects.filter(case=scene.case)))


def test_each_answer_is_told_until_it_is_seen(scene: Scene) -> None:
    scene.share()
    iris, hers, at = Hands("iris", scene.case), Hers.of(scene), f"advocaat/{scene.seat}"
    assert MARK not in worklist()
    hers.come_in()
    hers.post(step="filed", body="Rechtbank Den Haag")
    assert MARK in worklist()
    assert "nieuw antwoord" in iris.look()
    assert "De advocaat antwoordde." in iris.look(f"{at}/")
    iris.do(f"{at}/gezien")
    assert MARK not in worklist()
    assert "nieuw antwoord" not in iris.look()
    assert open_tasks(scene) == 1  # where it lies is no answer yet
    hers.post(step="result", used="yes", cited="no", followed="no")
    assert MARK in worklist()
    iris.do(f"{at}/gezien")
    assert MARK not in worklist()
    assert open_tasks(scene) == 0
    assert cast.acts(scene.case).count("see-counsel-answer") == 2


def test_what_a_colleague_heard_herself_is_no_news(scene: Scene) -> None:
    iris = Hands("iris", scene.case)
    iris.do(f"advocaat/{scene.seat}/antwoord", used="no", cited="unknown", followed="unknown")
    assert MARK not in worklist()
    assert "De advocaat antwoordde." not in iris.look(f"advocaat/{scene.seat}/")
