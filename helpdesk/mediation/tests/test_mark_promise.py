"""Mark a promise: kept, broken or changed, and how we know. It keeps its day after the talks have ended."""

from __future__ import annotations

from datetime import timedelta

import pytest

from helpdesk.cases.models import Task
from helpdesk.lib import clock
from helpdesk.lib.ids import new_id
from helpdesk.mediation.tests.scene import Scene, scene
from tests import cast

pytestmark = pytest.mark.django_db


def with_promises() -> tuple[Scene, list[str]]:
    made, day = scene(), (clock.today() + timedelta(days=3)).isoformat()
    return made, made.agree((made.worker, "Regelt een ruimte", day), (made.mother, "Brengt haar", day))


def test_kept_and_broken_each_with_how_we_know() -> None:
    made, (room, ride) = with_promises()
    made.do(f"afspraak/{room}", mark="kept", text="Het kind was er.")
    made.do(f"afspraak/{ride}", mark="broken", text="Zij kwam niet.")
    page = made.look()
    assert "Het kind was er." in page
    assert "Zij kwam niet." in page
    assert all(one["done_at"] for one in made.tasks)
    assert made.talks.state == "Een afspraak is niet nagekomen"
    assert cast.acts(made.case)[-1] == "mark-promise"


def test_a_broken_one_proposes_what_to_do() -> None:
    made, (room, _) = with_promises()
    assert "Wat nu?" not in made.look()
    made.do(f"afspraak/{room}", mark="broken", text="Er was geen ruimte.")
    said = made.look().partition("Wat nu?")[2].partition("</li>")[0]
    for path in (f"persoon/{made.worker}/bellen/", f"persoon/{made.worker}/schrijven/", "voorstel/", "afsluiten/?hoe="):
        assert path in said


def test_a_changed_one_gets_its_new_day_and_its_task_moves() -> None:
    made, (room, _) = with_promises()
    later = (clock.today() + timedelta(days=9)).isoformat()
    same = made.do(f"afspraak/{room}", expect=422, mark="changed", text="Afgesproken aan de telefoon.")
    assert "Schrijf wat er anders is" in same
    made.do(f"afspraak/{room}", mark="changed", text="Afgesproken aan de telefoon.", by=later)
    assert [one["due_on"] for one in made.tasks if "ruimte" in one["text"]] == [later]
    assert "veranderd in overleg" in made.look()
    made.do(f"afspraak/{room}", mark="kept", text="Gezien.")
    assert not made.talks.open_promises[0].what.startswith("Regelt")


def test_its_day_outlives_the_talks() -> None:
    made, (room, _) = with_promises()
    made.do("afsluiten", outcome="partly", text="Zij ziet hem soms.", after="nothing")
    assert not any(one.get("done_at") for one in made.tasks)
    made.do(f"afspraak/{room}", mark="kept", text="Gezien.")
    assert len([one for one in made.tasks if one.get("done_at")]) == 1


def test_a_task_that_a_colleague_ticked_off_stays_so_until_its_day_moves() -> None:
    made, (room, ride) = with_promises()
    with cast.opened("iris", made.case) as file:
        first = next(row for row in file.open(Task.objects.filter(case=file.case)) if "ruimte" in row.content["text"])
    made.client.post(f"/zaak/{made.case.code}/taak/{first.pk}/klaar/")
    made.do(f"afspraak/{ride}", mark="kept", text="Gezien.")
    assert all(one.get("done_at") for one in made.tasks)
    later = (clock.today() + timedelta(days=9)).isoformat()
    made.do(f"afspraak/{room}", mark="changed", text="Andere dag.", by=later)
    assert [one["due_on"] for one in made.tasks if not one.get("done_at")] == [later]


def test_what_is_wrong_is_said() -> None:
    made, (room, _) = with_promises()
    assert "Kies hoe het ermee staat." in made.do(f"afspraak/{room}", expect=422, text="x")
    assert "Schrijf van wie je dit weet" in made.do(f"afspraak/{room}", expect=422, mark="kept")
    assert "Deze afspraak is er niet meer." in made.do(f"afspraak/{new_id()}", expect=422, mark="kept", text="x")
