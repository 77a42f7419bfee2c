"""The worklist: what waits, in the order of the work; the same cost at one case and at fifty; never a name."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from helpdesk.cases import actions
from helpdesk.cases.tests.test_merge_cases import merge
from helpdesk.directory import reference
from helpdesk.lib import clock
from helpdesk.lib.receipts import Receipt
from tests import cast

pytestmark = pytest.mark.django_db


def statements(client: Client, path: str) -> list[str]:
    """What both databases were asked for one page."""
    reference.themes()  # read once a minute per process, not per page
    with CaptureQueriesContext(connections["default"]) as data, CaptureQueriesContext(connections["keys"]) as keys:
        assert client.get(path).status_code == 200
    return [query["sql"] for query in [*data.captured_queries, *keys.captured_queries]]


def test_it_costs_the_same_at_one_case_and_at_fifty() -> None:
    cast.taken()
    iris = cast.desk_client("iris")
    one = statements(iris, "/")
    for _ in range(49):
        cast.ask_question()
    fifty = statements(iris, "/")
    assert len(one) == len(fifty), "\n".join(fifty)


@pytest.mark.parametrize(("who", "team"), [("iris", "jeugdhulp"), ("sanne", "jeugdhulp"), ("noor", "familie")])
def test_it_costs_at_most_twelve_statements(who: str, team: str) -> None:
    cast.taken(by=who, team=team)
    asked = statements(cast.desk_client(who), "/")
    assert len(asked) <= 12, "\n".join(asked)


def test_fifty_rows_a_page_and_no_count_over_everything() -> None:
    for _ in range(53):
        cast.ask_question()
    iris = cast.desk_client("iris")
    first, second = iris.get("/").content.decode(), iris.get("/?bladzijde=2").content.decode()
    assert first.count("krh-row__link") == 50
    assert second.count("krh-row__link") == 3
    assert "Volgende" in first
    assert "Volgende" not in second
    assert "Vorige" in second
    assert not [sql for sql in statements(iris, "/") if "COUNT(" in sql.upper() and "cases_case" in sql]
    assert "LIMIT 51" in " ".join(statements(iris, "/"))


def test_danger_then_the_oldest_promise() -> None:
    now = timezone.now()
    with clock.at(now - timedelta(days=1)):
        second = cast.ask_question()
    with clock.at(now - timedelta(days=6)):
        first = cast.ask_question()
    last = cast.ask_question()
    danger = cast.ask_question(danger=True)
    page = cast.desk_client("iris").get("/").content.decode()
    places = [page.index(case.code) for case in (danger, first, second, last)]
    assert places == sorted(places)
    assert page.index("kan niet wachten") < places[0]
    assert "Twee zaken kunnen niet wachten." in page


def test_nothing_of_the_asker_stands_in_it() -> None:
    case = cast.ask_question("Ik heet Janneke en woon in de Dorpsstraat", theme="kindermishandeling")
    page = cast.desk_client("iris").get("/").content.decode()
    assert case.code in page
    assert "Veiligheid thuis" in page
    for word in ("Janneke", "Dorpsstraat", "mishandeling en"):
        assert word not in page
    assert "<title>Werklijst</title>" in page


def test_only_my_teams_cases_are_there() -> None:
    mine, theirs = cast.with_team(), cast.with_team(team="migratie")
    page = cast.desk_client("iris").get("/").content.decode()
    assert mine.code in page
    assert theirs.code not in page


def test_filters_stay_and_never_stand_in_the_address() -> None:
    hers, free = cast.taken(theme="jeugdhulp"), cast.with_team(theme="onderwijs")
    iris = cast.desk_client("iris")
    answer = iris.post("/filters/", {"whose": "me", "waits": "us", "theme": ""})
    assert answer.headers["Location"] == "/"
    page = iris.get("/").content.decode()
    assert hers.code in page
    assert free.code not in page
    assert "Wis filters" in page
    iris.post("/filters/", {"whose": "nobody", "theme": "onderwijs"})
    page = iris.get("/").content.decode()
    assert free.code in page
    assert hers.code not in page
    iris.post("/filters/", {"wipe": "1"})
    assert hers.code in iris.get("/").content.decode()


def test_the_session_holds_ids_and_no_word_of_a_case() -> None:
    case = cast.taken()
    iris = cast.desk_client("iris")
    iris.get(f"/zaak/{case.code}/")
    iris.post("/filters/", {"theme": "jeugdhulp", "whose": "verzonnen", "team": "x" * 99})
    assert iris.session["worklist"] == {"team": "x" * 30, "whose": "team", "waits": "us", "theme": "jeugdhulp"}
    assert case.code not in str(dict(iris.session))


def test_a_script_gets_the_list_alone() -> None:
    cast.taken()
    answer = cast.desk_client("iris").post("/filters/", {"waits": "all"}, headers={"HX-Request": "true"})
    html = answer.content.decode()
    assert 'id="lijst"' in html
    assert "<html" not in html
    assert "krh-row__link" in html


def test_an_empty_list_is_friendly_and_leads_on() -> None:
    assert "Niets wacht op jou." in cast.desk_client("iris").get("/").content.decode()
    assert "Naar triage" in cast.desk_client("sanne").get("/").content.decode()
    iris = cast.desk_client("iris")
    iris.post("/filters/", {"whose": "me"})
    assert "Met deze filters is er niets." in iris.get("/").content.decode()


def test_what_waits_says_what_is_next() -> None:
    receipt = Receipt.new()
    iris = cast.desk_client("iris")
    cast.ask_question()
    assert "Nieuwe vraag. Lees en neem aan." in iris.get("/").content.decode()
    case = cast.with_team(receipt=receipt)
    assert "Nog van niemand." in iris.get("/").content.decode()
    with cast.opened("iris", case, to="take") as file:
        actions.take_case(file=file)
    assert "Eerste antwoord schrijven." in iris.get("/").content.decode()


def test_a_promise_whose_day_came_is_our_turn_while_we_wait_for_another() -> None:
    case, other = cast.taken(), cast.taken()
    iris = cast.desk_client("iris")
    for one in (case, other):
        iris.post(f"/zaak/{one.code}/wachten/", {"whom": "antwoord van de gemeente"})
    iris.post(f"/zaak/{other.code}/antwoorden/", {"text": "Wij hebben nieuws. Wat vind je?"})  # her turn: nothing owed
    with cast.opened("iris", case) as file:
        day = file.case.promise_on
    assert day is not None

    def shown(days: int, **chosen: str) -> str:
        with clock.at(timezone.now().replace(year=day.year, month=day.month, day=day.day) + timedelta(days=days)):
            client = cast.desk_client("iris")
            client.post("/filters/", chosen)
            return client.get("/").content.decode()

    assert case.code not in shown(-1)
    for days in (0, 1, 30):
        for chosen in ({}, {"whose": "me"}, {"waits": "all"}, {"waits": "third"}):
            assert case.code in shown(days, **chosen), (days, chosen)
        assert case.code not in shown(days, waits="asker")
        assert other.code not in shown(days)
    assert "antwoord beloofd" in shown(1)
    assert "kan niet wachten" in shown(1)


def test_a_promise_that_came_by_a_merge_is_ours_though_the_asker_was_to_write() -> None:
    other, case = cast.taken(), cast.taken()
    iris = cast.desk_client("iris")
    iris.post(f"/zaak/{other.code}/antwoorden/", {"text": "Wij hebben nieuws. Wat vind je?"})
    assert other.code not in iris.get("/").content.decode()
    merge(case, other)
    with clock.at(timezone.now() + timedelta(days=20)):
        page = cast.desk_client("iris").get("/").content.decode()
    assert other.code in page
    assert case.code not in page
    assert "Er is nog een antwoord beloofd." in page


@pytest.mark.parametrize("page", ["0", "-1", "x", "²", "99999999999"])
def test_a_strange_page_number_is_no_error(page: str) -> None:
    cast.taken()
    assert cast.desk_client("iris").get(f"/?bladzijde={page}").status_code == 200


@pytest.mark.parametrize("who", ["lotte", "karim", "bas"])
def test_whoever_works_on_no_case_has_no_list(who: str) -> None:
    assert cast.desk_client(who).get("/").status_code == 404
