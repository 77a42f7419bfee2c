"""Who answers the telephone: a lead says so by week, and it stands above the telephone."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from helpdesk.directory.opening import opening_hours
from helpdesk.ledger.models import Entry
from helpdesk.lib import clock
from helpdesk.teams.actions.rota import edit_rota
from helpdesk.teams.actions.sweep import sweep
from helpdesk.teams.models import RotaTurn
from helpdesk.teams.rota_form import week_from, week_name
from helpdesk.ui.texts import tree
from tests import cast

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 11, 23, 11, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
PAGE = "/telefoon/rooster/"


def put(who: str, *slugs: str, day: str = "2026-11-23") -> int:
    typed = {f"{day}_{place}": str(cast.member(slug).pk) for place, slug in enumerate(slugs)}
    return int(cast.desk_client(who).post(PAGE, {"week": "2026-W48", **typed}).status_code)


def test_a_lead_puts_two_on_a_day_and_everybody_sees_them() -> None:
    with clock.at(MONDAY):
        assert "staat niemand in het rooster" in cast.desk_client("iris").get("/telefoon/").content.decode()
        assert put("sanne", "iris", "farah") == 302
        page = cast.desk_client("iris").get("/telefoon/").content.decode()
        names = ", ".join(cast.member(slug).full_name for slug in ("iris", "farah"))
        assert names in page
        assert "jij dus" in page
        assert "De telefoon is open" in page
        assert "tijden nog te bevestigen" in page
        assert PAGE not in page, "only a lead is shown the way"
        assert PAGE in cast.desk_client("sanne").get("/telefoon/").content.decode()
        assert Entry.objects.filter(verb="edit-rota", actor=f"member:{cast.member('sanne').pk}").count() == 1
        assert put("sanne", "farah", "farah") == 302, "twice the same is once"
        assert [turn.member_id for turn in RotaTurn.objects.all()] == [cast.member("farah").pk]


def test_the_public_site_says_the_same_hours() -> None:
    assert tree("nl")["organisation"]["hours"] == opening_hours().in_words()


def test_out_of_hours_it_stands_above_the_calls_to_make_too() -> None:
    with clock.at(MONDAY):
        assert "De telefoon is" not in cast.desk_client("iris").get("/terugbellen/").content.decode()
    with clock.at(MONDAY + timedelta(hours=8)):
        page = cast.desk_client("iris").get("/terugbellen/").content.decode()
        assert "De telefoon is dicht" in page
        assert "weer open" in page


@pytest.mark.parametrize("slug", ["iris", "mo", "bas", "lotte"])
def test_nobody_else_divides(slug: str) -> None:
    with clock.at(MONDAY):
        assert put(slug, "iris") == 404
        assert put("sanne", "iris") == 302, "the control"


def test_who_left_is_not_shown_and_cannot_be_chosen() -> None:
    with clock.at(MONDAY):
        farah = cast.member("farah")
        edit_rota(actor=cast.member("sanne"), turns={date(2026, 11, 23): [farah]})
        assert farah.full_name in cast.desk_client("iris").get("/telefoon/").content.decode()
        type(farah).objects.filter(pk=farah.pk).update(is_active=False)
        assert farah.full_name not in cast.desk_client("iris").get("/telefoon/").content.decode()
        typed = {"week": "2026-W48", "2026-11-24_0": str(farah.pk)}
        answer = cast.desk_client("sanne").post(PAGE, typed)
        assert answer.status_code == 422
        assert "werkt hier niet meer" in answer.content.decode()


def test_a_week_is_this_one_or_a_near_one() -> None:
    today = date(2026, 11, 25)
    assert week_from("2026-W49", today) == date(2026, 11, 30)
    for typed in ("", "x", "2026-W47", "2027-W40", "2026-W99", "-W"):
        assert week_from(typed, today) == date(2026, 11, 23)
    assert week_from(week_name(date(2027, 1, 4)), today) == date(2027, 1, 4)


def test_old_turns_are_swept() -> None:
    turns = {clock.today() - timedelta(days=ago): [cast.member("iris")] for ago in (0, 29, 31)}
    edit_rota(actor=cast.member("sanne"), turns=turns)
    sweep()
    assert RotaTurn.objects.count() == 2


def test_the_telephone_costs_the_same_with_two_on_the_day() -> None:
    iris = cast.desk_client("iris")

    def cost() -> int:
        with CaptureQueriesContext(connections["default"]) as data, CaptureQueriesContext(connections["keys"]) as keys:
            assert iris.get("/telefoon/").status_code == 200
        found = [*data.captured_queries, *keys.captured_queries]
        return len([one for one in found if "SAVEPOINT" not in one["sql"]])

    cost()
    none = cost()
    edit_rota(actor=cast.member("sanne"), turns={clock.today(): [cast.member("iris"), cast.member("farah")]})
    assert cost() == none <= 8
