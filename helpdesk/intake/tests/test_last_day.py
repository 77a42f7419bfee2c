"""Which day is my last day? From three answers to a day, and never without "ask us". Nothing of it is kept."""

from __future__ import annotations

import logging
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from helpdesk.intake.last_day_form import GROUPS
from helpdesk.lib import clock
from helpdesk.remedies.decisions import decisions
from helpdesk.remedies.finding import Who
from helpdesk.ui import texts

pytestmark = pytest.mark.django_db
PATH = "/laatste-dag/"
NOW = datetime(2026, 11, 20, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))
LETTER = {"kind": "aanwijzing", "who": "parent", "way": "sent", "day": "13", "month": "11", "year": "2026"}
OFFERED = [one.id for one in decisions() if one.public]


@pytest.fixture(autouse=True)
def on_a_day() -> Any:
    with clock.at(NOW):
        yield


def answer(client: Client, path: str = PATH, **typed: str) -> Any:
    return client.post(path, {**LETTER, **typed})


def page(client: Client, path: str = PATH, **typed: str) -> str:
    return str(answer(client, path, **typed).content.decode())


def test_a_mother_gets_her_day_what_to_do_and_how_it_was_reckoned(public_client: Client) -> None:
    said = page(public_client)
    for part in (
        "vrijdag 27 november 2026",
        "uiterlijk op dinsdag 24 november 2026",
        "Laat het ons nakijken.",
        "Een advocaat hoeft niet.",
        "Bij de kinderrechter",
        "de envelop",
        "Je hebt 2 weken. De dag zelf telt niet mee. De eerste dag is zaterdag 14 november 2026.",
        "art. 1:264 BW",
        "We lazen dit na in de wet.",
    ):
        assert part in said


def test_in_english_the_day_is_english(public_client: Client) -> None:
    said = page(public_client, f"/en{PATH}")
    assert "Friday 27 November 2026" in said
    assert "You have 2 weeks" in said
    assert "Ask us" in said


@pytest.mark.parametrize("kind", [*OFFERED, "anders"])
@pytest.mark.parametrize("who", Who)
def test_whatever_it_is_she_can_ask_us_and_never_gets_a_fault(public_client: Client, kind: str, who: Who) -> None:
    for way in ("sent", "handed", "ruled", "unknown"):
        found = answer(public_client, kind=kind, who=who, way=way)
        said = found.content.decode()
        assert found.status_code == 200
        if found.context["told"]:
            assert "Vraag het ons" in said
            assert 'href="/vraag/"' in said
            assert "071-5160980" in said
        else:
            assert found.context["form"].errors, "an answer or a sentence, never neither"


@pytest.mark.parametrize("kind", [one.id for one in decisions() if one.public == "ask"])
def test_where_we_may_not_reckon_there_is_no_day_and_it_is_for_today(public_client: Client, kind: str) -> None:
    found = answer(public_client, kind=kind, way="sent", day="", month="", year="")
    assert found.context["told"].last is None
    assert "vandaag nog" in found.content.decode()
    assert "krh-reckoned__day" not in found.content.decode()


def test_so_long_ago_that_we_do_not_know_the_holidays(public_client: Client) -> None:
    said = page(public_client, year="1999")
    assert "te lang geleden" in said
    assert "vandaag nog" in said


def test_asylum_says_that_a_jurist_chooses(public_client: Client) -> None:
    assert "Een jurist moet kijken" in page(public_client, kind="asiel")


def test_a_day_that_passed_is_not_the_end(public_client: Client) -> None:
    said = page(public_client, month="10")
    assert "Die dag is voorbij" in said
    assert "dinsdag 27 oktober 2026" in said
    assert "Soms kan het toch" in said
    assert "vandaag nog" in said


def test_when_the_safe_day_is_here_it_says_today(public_client: Client) -> None:
    assert "Doe het vandaag nog." in page(public_client, day="8")


def test_who_is_locked_up_gets_no_day_more(public_client: Client) -> None:
    found = answer(public_client, kind="inrichting", way="handed", day="18", who="child-12").context["told"]
    assert found.last == date(2026, 11, 25)
    assert any("geen dag bij" in step.says for step in found.steps)


def test_a_month_of_a_ruling_ends_on_the_same_number(public_client: Client) -> None:
    found = answer(public_client, kind="uithuisplaatsing", way="ruled")
    assert found.context["told"].last == date(2027, 2, 15)  # 13 February 2027 is a Saturday
    said = found.content.decode()
    assert "De dag zelf, vrijdag 13 november 2026, telt al mee." in said
    assert "Zo doen rechters het al lang." in said
    assert "werkt bijna niemand" in said


def test_a_fine_keeps_the_shortest_and_says_so(public_client: Client) -> None:
    found = answer(public_client, kind="strafbeschikking", who="child-12")
    assert found.context["told"].last == date(2026, 11, 27)
    assert "Soms heb je langer" in found.content.decode()
    assert "2015" in found.content.decode()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"day": ""}, "Vul een dag, een maand en een jaar in."),
        ({"month": "november"}, "Gebruik cijfers."),
        ({"day": "31"}, "Die dag bestaat niet."),
        ({"year": "2027"}, "Die dag moet nog komen."),
        ({"year": "26", "month": "2", "day": "30"}, "Die dag bestaat niet."),
        ({"kind": ""}, "Kies wat voor brief het is."),
        ({"kind": "<script>"}, "Kies wat voor brief het is."),
        ({"who": ""}, "Kies wie je bent."),
        ({"way": ""}, "Kies wat er op die dag gebeurde."),
        ({"way": "ruled"}, "Deze brief komt niet van een rechter."),
        ({"kind": "uithuisplaatsing"}, "Hier telt de dag waarop de rechter besliste."),
        ({"kind": "inrichting"}, "Hier telt de dag waarop je het kreeg"),
        ({"day": "1" * 10_000}, "Gebruik cijfers."),
        ({"day": "²"}, "Gebruik cijfers."),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    public_client: Client, typed: dict[str, str], sentence: str
) -> None:
    said = page(public_client, **typed)
    assert sentence in said
    for name in {"day", "month", "year"} - typed.keys():
        assert f'name="{name}"' in said
        assert f'value="{LETTER[name]}"' in said


def test_nothing_is_written_and_nothing_is_logged(public_client: Client, caplog: pytest.LogCaptureFixture) -> None:
    page(public_client)  # reference data is read once and kept
    caplog.set_level(logging.DEBUG)
    with CaptureQueriesContext(connections["default"]) as data, CaptureQueriesContext(connections["keys"]) as keys:
        found = answer(public_client)
    asked = [query["sql"] for query in (*data.captured_queries, *keys.captured_queries)]
    assert [sql for sql in asked if not sql.startswith(("SET ROLE", "RESET ROLE", "SAVEPOINT", "RELEASE"))] == []
    assert not found.cookies
    assert found.headers["Cache-Control"] == "no-store"
    assert "aanwijzing" not in caplog.text


def test_every_decision_that_is_offered_has_words_in_both_languages() -> None:
    for language in texts.LANGUAGES:
        words = texts.tree(language)["lastday"]
        assert set(words["kind"]) == {*OFFERED, "anders"}
        assert set(words["do"]) == {one.id for one in decisions() if one.public == "day"}
        assert set(words["who"]) == set(Who)


def test_each_kind_stands_in_one_group_and_what_was_chosen_is_open(public_client: Client) -> None:
    grouped = [kind for kinds in GROUPS.values() for kind in kinds]
    assert sorted([*grouped, "anders"]) == sorted([*OFFERED, "anders"])
    assert public_client.get(PATH).content.decode().count('name="soort-brief">') == len(GROUPS)
    said = page(public_client, day="")
    assert said.count('name="soort-brief" open>') == 1
    assert 'value="aanwijzing" checked' in said


def test_a_decision_with_a_public_day_needs_no_jurist_to_choose_the_law() -> None:
    for one in decisions():
        assert one.public != "day" or not one.by_claim
