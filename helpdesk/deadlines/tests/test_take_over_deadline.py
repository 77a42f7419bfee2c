"""Take a deadline over, and who is told when nobody looks at it: on a sick day it surfaces for the whole team."""

from __future__ import annotations

from datetime import timedelta

import pytest

from helpdesk.cases import actions as case_actions
from helpdesk.deadlines.tests.scene import REASON, Scene, away, entry_ids, scene, soon
from helpdesk.lib import clock
from helpdesk.teams.actions.absence import end_absence
from helpdesk.teams.models import Team
from tests import cast

pytestmark = pytest.mark.django_db
NOBODY = "Zonder eigenaar vandaag."


def near(**typed: object) -> Scene:
    """A day of Iris of which the ladder has begun, and the safe day is not yet there."""
    made = scene()
    made.by_hand(soon(4))
    return made


def worklist(who: str) -> str:
    answer = cast.desk_client(who).get("/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_on_an_ordinary_day_only_its_owner_sees_it_on_top() -> None:
    made = near()
    assert made.url in worklist("iris")
    assert made.url not in worklist("sanne")
    assert NOBODY not in worklist("iris")


def test_on_a_sick_day_it_surfaces_for_the_team_and_its_lead_and_one_press_takes_it() -> None:
    made = near()
    row = away("iris")
    sanne = worklist("sanne")
    assert made.url in sanne
    assert NOBODY in sanne
    assert "is er vandaag niet." in sanne
    assert NOBODY in made.look("sanne", "/termijnen/?toon=nobody")
    assert NOBODY in made.look("sanne", "/te-laat/")
    assert made.url not in worklist("farah"), "another team"
    made.do("neem-over", who="sanne", next="/")
    assert made.deadline.owner == str(cast.member("sanne").pk)
    assert NOBODY not in worklist("sanne")
    assert made.url in worklist("sanne"), "it is hers now"
    assert cast.acts(made.case)[-1] == "take-over-deadline"
    end_absence(by=cast.member("iris"), absence_id=row.pk)
    assert made.url not in worklist("iris")


def test_before_the_ladder_an_absence_says_nothing() -> None:
    made = scene()
    made.by_hand(soon(40))
    away("iris")
    assert made.url not in worklist("sanne")
    assert NOBODY not in made.look("sanne", "/termijnen/")


def test_who_stands_in_sees_it_among_her_own_and_it_surfaces_until_somebody_takes_it() -> None:
    made = near()
    away("iris", stand_in="sanne")
    assert "valt in." in worklist("sanne")
    assert made.url in made.look("sanne", "/termijnen/?toon=me")
    made.do("neem-over", who="sanne")
    assert NOBODY not in worklist("sanne")


def test_the_safe_day_itself_is_seen_by_the_whole_team() -> None:
    made = scene()
    made.by_hand(soon(1))
    assert made.url in worklist("sanne")
    assert NOBODY not in worklist("sanne")
    made.do("afronden", how="met", reason=REASON)
    assert made.url not in worklist("sanne")


def test_who_left_the_team_or_us_leaves_no_day_alone() -> None:
    made = scene()
    made.by_hand(soon(40))
    iris = cast.member("iris")
    iris.is_active = False
    iris.save()
    assert "werkt hier niet meer." in made.look("sanne", "/termijnen/?toon=nobody")


def test_in_another_team_it_surfaces_there() -> None:
    made = near()
    assert made.url in made.look(path=f"/zaak/{made.case.code}/overdragen/"), "said before it is offered"
    with cast.opened("iris", made.case, to="hand-over") as file:
        case_actions.hand_over_case(
            file=file, team=Team.objects.get(slug="migratie"), to=None, note="Hoort bij jullie."
        )
    with cast.opened("farah", made.case, to="accept-handover") as file:
        case_actions.accept_handover(file=file)
    page = worklist("farah")
    assert made.url in page
    assert "werkt niet meer aan deze zaak." in page
    assert made.url not in worklist("iris")
    made.do("neem-over", who="farah")
    assert NOBODY not in worklist("farah")


def test_the_entries_of_the_calendar_change_hands() -> None:
    made = near()
    before = entry_ids(made.deadline)
    made.do("neem-over", who="sanne")
    assert not set(before) & set(entry_ids(made.deadline))
    assert "Deze termijn is al van jou." in made.do("neem-over", who="sanne", expect=422)


def test_absence_is_entered_by_oneself_and_for_a_lead_by_name() -> None:
    today, later = clock.today(), clock.today() + timedelta(days=3)
    iris, sanne = cast.desk_client("iris"), cast.desk_client("sanne")
    form = {"member": str(cast.member("iris").pk), "from_on": today.isoformat(), "until_on": later.isoformat()}
    assert sanne.post("/aanmelden/afwezig/", form).status_code == 302
    assert iris.post("/aanmelden/afwezig/", {**form, "member": str(cast.member("sanne").pk)}).status_code == 422
    page = iris.get("/aanmelden/afwezig/")
    (row,) = page.context["away"]
    assert "niemand valt in" in page.content.decode()
    wrong = iris.post("/aanmelden/afwezig/", {**form, "until_on": (today - timedelta(days=1)).isoformat()})
    assert "Dit is voor de eerste dag." in wrong.content.decode()
    assert cast.desk_client("farah").post("/aanmelden/afwezig/weg/", {"absence": str(row.pk)}).status_code == 404
    assert iris.post("/aanmelden/afwezig/weg/", {"absence": str(row.pk)}).status_code == 302
    assert not iris.get("/aanmelden/afwezig/").context["away"]
