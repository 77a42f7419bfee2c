"""The calendar to subscribe to: a secret address without a session, read back with the library that others use."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from icalendar import Calendar

from helpdesk.deadlines.models import CalendarFeed
from helpdesk.deadlines.tests.scene import REASON, Scene, scene, soon
from helpdesk.deadlines.views import calendar as view
from helpdesk.lib.buckets import Pressure, Rate
from helpdesk.lib.row_actor import act_as
from tests import cast

pytestmark = pytest.mark.django_db


def address(who: str = "iris") -> str:
    """A new address of this colleague, as a path."""
    made: str = cast.desk_client(who).post("/termijnen/agenda/").context["made"]
    return "/agenda/" + made.rpartition("/")[2]


def fetch(path: str) -> list[dict[str, Any]]:
    """What a calendar program reads there, without any session."""
    answer = Client().get(path)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Cache-Control"] == "no-store"
    assert not answer.cookies
    found: Any = Calendar.from_ical(answer.content)
    return [dict(event) for event in found.walk("VEVENT")]


def days(events: list[dict[str, Any]]) -> dict[str, Any]:
    return {str(one["SUMMARY"]): one["DTSTART"].dt for one in events if one["STATUS"] == "CONFIRMED"}


def deadline() -> Scene:
    made = scene()
    made.by_hand(soon(20))
    return made


def test_two_days_and_nothing_of_anybody() -> None:
    made, path = deadline(), address()
    events = fetch(path)
    assert days(events) == {"Termijn: veilige dag": made.deadline.safe, "Termijn: laatste dag": made.deadline.last}
    assert {one["DTEND"].dt - one["DTSTART"].dt for one in events} == {timedelta(days=1)}
    raw = Client().get(path).content.decode()
    for word in (made.case.code, "Reactie", "school", "Iris", str(made.case.pk), str(made.id)):
        assert word not in raw, word
    assert "/termijnen/" in raw


def test_whose_it_is_not_has_none_of_it() -> None:
    deadline()
    assert fetch(address("sanne")) == []


def test_ended_taken_over_and_moved_days_reach_the_calendar() -> None:
    made, iris, sanne = deadline(), address(), address("sanne")
    before = {str(one["UID"]): int(one["SEQUENCE"]) for one in fetch(iris)}
    typed: dict[str, Any] = {
        "what": "x",
        "last": soon(25).isoformat(),
        "source": "Brief",
        "text": REASON,
        "reason": REASON,
    }
    made.do("rechtzetten/met-de-hand", **typed)
    moved = fetch(iris)
    assert days(moved)["Termijn: laatste dag"] == made.deadline.last == soon(25)
    assert {str(one["UID"]): int(one["SEQUENCE"]) for one in moved} == {uid: one + 1 for uid, one in before.items()}
    made.do("neem-over", who="sanne")
    assert {str(one["STATUS"]) for one in fetch(iris)} == {"CANCELLED"}
    assert len(days(fetch(sanne))) == 2
    made.do("afronden", who="sanne", how="met", reason=REASON)
    assert {str(one["STATUS"]) for one in fetch(sanne)} == {"CANCELLED"}


def test_renewed_and_revoked_the_old_address_is_not_there() -> None:
    deadline()
    first = address()
    second = address()
    assert Client().get(first).status_code == 404
    assert len(fetch(second)) == 2
    cast.desk_client("iris").post("/termijnen/agenda/", {"act": "revoke"})
    assert Client().get(second).status_code == 404
    assert cast.acts(cast.member("iris").pk)[-3:] == ["make-calendar", "make-calendar", "revoke-calendar"]


def test_only_a_hash_is_kept_and_it_is_shown_once() -> None:
    path = address()
    token = path.removeprefix("/agenda/").removesuffix(".ics")
    with act_as(cast.member("iris").pk):
        kept = bytes(CalendarFeed.objects.get().token_hash)
    assert token.encode() not in kept
    assert len(kept) == 32
    assert token not in cast.desk_client("iris").get("/termijnen/agenda/").content.decode()


def test_who_left_has_no_calendar() -> None:
    deadline()
    path, iris = address(), cast.member("iris")
    iris.is_active = False
    iris.save()
    assert Client().get(path).status_code == 404


def test_whoever_guesses_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(view, "_WRONG", Pressure(one=Rate(2, 1), everybody=Rate(1000, 1000)))
    answers = [Client().get(f"/agenda/{number}.ics").status_code for number in range(9)]
    assert answers[:6] == [404] * 6, "the control"
    assert answers[-1] == 429


def test_a_forgotten_case_leaves_the_calendar() -> None:
    from helpdesk.cases import actions as case_actions

    made, path = deadline(), address()
    with cast.opened("sanne", made.case, to="forget-case") as file:
        case_actions.forget_case(file=file)
    assert {str(one["STATUS"]) for one in fetch(path)} == {"CANCELLED"}
