"""A broken promise goes up step by step, each once, over a weekend with a holiday; nobody hears more than a code."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext, override_settings

from conftest import ReferenceSays
from helpdesk.cases import actions
from helpdesk.cases.models import Case
from helpdesk.cases.tests.test_merge_cases import merge
from helpdesk.cases.workflow import Urgency
from helpdesk.lib import clock
from helpdesk.lib.receipts import Receipt
from helpdesk.teams.models import Member, Team
from helpdesk.teams.roles import Role
from tests import cast

pytestmark = pytest.mark.django_db
HERE = ZoneInfo("Europe/Amsterdam")
HOW = "Vraag op vrijdag 24 april (gesloten); maandag 27 april is Koningsdag; 2 werkdagen: woensdag 29 april."


def on(day: str, hour: int = 12) -> datetime:
    return datetime.fromisoformat(f"{day}T{hour:02}:00").replace(tzinfo=HERE)


def late_page(who: str | Member) -> str:
    return cast.desk_client(who).get("/te-laat/").content.decode()


def lead_of_migration() -> Member:
    farah = cast.member("farah")
    farah.role = str(Role.LEAD)
    farah.save()
    return farah


@pytest.fixture
def case() -> Case:
    """Asked on the Friday before Koningsdag, after we had shut; Iris has it."""
    with clock.at(on("2026-04-24", 18)):
        return cast.taken(theme="jeugdhulp")


def test_the_page_says_how_the_day_was_reached(case: Case) -> None:
    with clock.at(on("2026-04-28")):
        page = cast.desk_client("iris").get(f"/zaak/{case.code}/").content.decode()
    assert HOW in page


def test_a_promise_escalates_over_a_weekend_with_a_holiday(case: Case) -> None:
    farah = lead_of_migration()
    for day in ("2026-04-25", "2026-04-27", "2026-04-29"):  # Saturday, Koningsdag, the day itself
        with clock.at(on(day, 23)):
            assert actions.escalate() == 0, day
            assert case.code not in late_page("sanne")
    with clock.at(on("2026-04-30", 9)):
        assert actions.escalate() == 1
        assert actions.escalate() == 0
        page = late_page("sanne")
        assert case.code in page
        assert "Iris de Wit heeft de zaak." in page
        assert case.code not in late_page(farah)
    with clock.at(on("2026-05-01", 23)):  # two working days later, and that day is not over
        assert actions.escalate() == 0
    with clock.at(on("2026-05-04", 9)):
        assert actions.escalate() == 1
        assert actions.escalate() == 0
        page = late_page(farah)
        assert case.code in page
        assert "Team Jeugdhulp" in page
        assert "Iris" not in page.partition("<main")[2]
        assert f"/zaak/{case.code}/" not in page
        assert "bij andere teams" not in late_page("sanne").lower()
    assert cast.acts(case).count("escalate") == 2
    with clock.at(on("2026-05-04", 10)):
        journal = cast.desk_client("iris").get(f"/zaak/{case.code}/").content.decode()
    assert "Belofte verlopen: doorgegeven" in journal


def test_whoever_has_it_is_told_first_on_the_day_itself(case: Case) -> None:
    with clock.at(on("2026-04-29")):
        assert "kan niet wachten" in cast.desk_client("iris").get("/").content.decode()
        assert "kan niet wachten" not in cast.desk_client("sanne").get("/").content.decode()


@override_settings(MAILBOX_DAYS=20_000)  # the database asks the day of today
def test_an_answer_ends_it_and_hers_starts_a_new_one() -> None:
    receipt = Receipt.new()
    with clock.at(on("2026-04-24", 11)):
        case = cast.taken(receipt=receipt)
    with clock.at(on("2026-04-30", 9)):
        actions.escalate()
        with cast.opened("iris", case, to="reply") as file:
            actions.reply(file=file, text="Dit kun je doen.")
    with clock.at(on("2026-05-01", 9)):
        assert case.code not in late_page("sanne")
        assert actions.escalate() == 0
    with clock.at(on("2026-05-04", 9)):
        cast.answer(receipt, "En nu?")
        page = cast.desk_client("iris").get(f"/zaak/{case.code}/").content.decode()
        assert "Nieuw bericht op maandag 4 mei; dinsdag 5 mei is Bevrijdingsdag; 2 werkdagen: donderdag 7 mei." in page
    with clock.at(on("2026-05-08", 9)):
        assert actions.escalate() == 1


def test_danger_counts_in_hours() -> None:
    with clock.at(on("2026-04-22", 10)):
        case = cast.taken(danger=True)
    with clock.at(on("2026-04-22", 13)):
        assert actions.escalate() == 0
        page = cast.desk_client("iris").get(f"/zaak/{case.code}/").content.decode()
        assert "Vraag op woensdag 22 april; 4 uur dat we open zijn: woensdag 22 april, 14.00 uur." in page
    with clock.at(on("2026-04-22", 15)):
        assert actions.escalate() == 1
        assert case.code in late_page("sanne")


@override_settings(MAILBOX_DAYS=20_000)
def test_danger_counts_in_hours_for_a_new_message_too() -> None:
    receipt = Receipt.new()
    with clock.at(on("2026-04-20", 10)):
        case = cast.taken(receipt=receipt)
        with cast.opened("iris", case, to="reply") as file:
            actions.reply(file=file, text="Dit kun je doen.")
        with cast.opened("iris", case, to="set-urgency") as file:
            actions.set_urgency(file=file, urgency=Urgency.DANGER)
    with clock.at(on("2026-04-22", 10)):
        cast.answer(receipt, "Ik ben bang.")
        page = cast.desk_client("iris").get(f"/zaak/{case.code}/").content.decode()
        assert (
            "2 werkdagen: vrijdag 24 april. Gevaar: wij doen het eerder, uiterlijk woensdag 22 april, 14.00 uur."
            in page
        )
    with clock.at(on("2026-04-22", 13)):
        assert actions.escalate() == 0
    with clock.at(on("2026-04-22", 15)):
        assert actions.escalate() == 1


def test_a_wall_and_a_known_family_stay_unknown_to_other_leads(case: Case) -> None:
    farah = lead_of_migration()
    cast.member("noor").memberships.create(team=Team.objects.get(slug="jeugdhulp"))
    walled, inside = case, [cast.member("iris"), cast.member("noor")]
    with clock.at(on("2026-04-24", 18)):
        known = cast.taken()
        with cast.opened("iris", walled, to="wall-case") as file:
            actions.wall_case(file=file, members=inside, reason="De vader werkt bij de gemeente.")
    with clock.at(on("2026-05-04", 9)):
        assert actions.escalate() == 4
        page = late_page(farah)
        assert known.code in page
        assert walled.code not in page
        assert walled.code not in late_page("sanne")


def test_an_administrator_changes_the_promise_and_the_next_case_has_it(reference_says: ReferenceSays) -> None:
    reference_says("promise", "first-normal", amount="3")
    with clock.at(on("2026-04-24", 11)):
        case = cast.ask_question()
    assert case.promise_on == on("2026-04-30").date()


def test_only_a_lead_has_the_page() -> None:
    for who in ("iris", "mo", "karim", "lotte", "bas"):
        assert cast.desk_client(who).get("/te-laat/").status_code == 404, who
    assert "Geen belofte is voorbij." in late_page("sanne")


def test_the_frame_counts_with_one_statement_and_the_page_is_cheap(case: Case) -> None:
    with clock.at(on("2026-05-04", 9)):
        actions.escalate()
        sanne = cast.desk_client("sanne")
        sanne.get("/te-laat/")
        with CaptureQueriesContext(connections["default"]) as data, CaptureQueriesContext(connections["keys"]) as keys:
            page = sanne.get("/te-laat/").content.decode()
    asked = [query["sql"] for query in [*data.captured_queries, *keys.captured_queries]]
    assert 'krh-nav__count">1<' in page
    assert len([sql for sql in asked if "desk_counts" in sql]) == 1
    assert len(asked) <= 12, "\n".join(asked)


def test_a_promise_that_came_by_a_merge_is_broken_though_the_first_asker_is_to_move(case: Case) -> None:
    with clock.at(on("2026-04-24", 18)):
        other = cast.taken(theme="jeugdhulp")
        with cast.opened("iris", other, to="reply") as file:
            actions.reply(file=file, text="Dit kun je doen.")
        merge(case, other)
    with clock.at(on("2026-04-29", 23)):
        assert actions.escalate() == 0
    with clock.at(on("2026-04-30", 9)):
        assert actions.escalate() == 1
        assert other.code in late_page("sanne")
        assert 'krh-nav__count">1<' in cast.desk_client("sanne").get("/").content.decode()
