"""From a letter to its remedies on the desk: days with steps and marks, both sets of rules, and nothing kept."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from helpdesk.ledger.models import Entry
from helpdesk.lib import clock
from tests import cast

pytestmark = pytest.mark.django_db
PATH = "/rechtsmiddelen/"
NOW = datetime(2026, 11, 20, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))
LETTER = {"decision": "aanwijzing", "who": "parent", "way": "sent", "day": "2026-11-13"}


@pytest.fixture
def client() -> Client:
    return cast.desk_client("iris")


def answer(client: Client, **typed: str) -> Any:
    with clock.at(NOW):
        return client.post(PATH, {**LETTER, **typed})


def page(client: Client, **typed: str) -> str:
    return str(answer(client, **typed).content.decode())


def test_a_jurist_gets_the_day_the_steps_and_their_marks(client: Client) -> None:
    said = page(client)
    for part in (
        "vrijdag 27 november 2026",
        "dinsdag 24 november",
        "Nog 7 dagen",
        "art. 1:264 BW",
        "nagelezen",
        "De dag schuift niet op.",
        "art. 807 Rv",
        "de kinderrechter van de rechtbank",
    ):
        assert part in said


def test_both_sets_of_rules_stand_side_by_side(client: Client) -> None:
    said = page(client, decision="asiel", day="2026-09-01")
    assert "Hier kiest een jurist." in said
    assert "dinsdag 8 september 2026" in said
    assert "dinsdag 29 september 2026" in said
    only_new = page(client, decision="asiel", day="2026-09-01", claim_on="2026-07-01")
    assert "dinsdag 29 september 2026" not in only_new


def test_what_may_not_be_reckoned_says_why(client: Client) -> None:
    said = page(client, decision="geen-besluit")
    assert "Deze dag rekenen we niet uit." in said
    assert "wachttijd" in said


def test_whoever_cannot_do_it_hears_who_can(client: Client) -> None:
    said = page(client, who="other")
    assert "Niet voor deze cliënt." in said
    assert "bijzondere curator" in said


def test_a_day_of_years_ago_is_passed_and_no_fault(client: Client) -> None:
    assert "te verwijten" in page(client, day="2015-03-02")
    assert answer(client, decision="klacht", day="2009-03-02").status_code == 200


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"day": ""}, "Vul de dag in"),
        ({"day": "2026-11-31"}, "Die dag bestaat niet."),
        ({"day": "2026-11-21"}, "Die dag moet nog komen."),
        ({"decision": "tovenaar"}, "tovenaar"),
        ({"way": "ruled"}, "komt niet van een rechter"),
        ({"who": ""}, "Kies voor wie het is."),
    ],
)
def test_what_is_wrong_gets_a_sentence_and_stays_typed(client: Client, typed: dict[str, str], sentence: str) -> None:
    found = answer(client, **typed)
    assert found.status_code == 422
    said = found.content.decode()
    assert sentence in said
    assert f'value="{ {**LETTER, **typed}["day"] }"' in said or not typed.get("day", "x")


def test_with_a_code_the_letter_goes_to_the_form_of_the_case(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("helpdesk.desk.views.remedies.reverse", lambda name, args: f"/zaak/{args[0]}/termijnen/")
    said = page(client, case="kr 7h2mq")
    assert 'action="/zaak/KR-7H2MQ/termijnen/"' in said
    for name, value in (("term", "FAM-01"), ("on", "2026-11-13"), ("way", "sent"), ("whom", "Ouder met gezag, voogd")):
        assert f'type="hidden" name="{name}" value="{value}"' in said
    assert "Zet vast in de zaak" not in page(client)
    assert answer(client, case="mijn zaak").status_code == 422
    assert 'value="KR-7H2MQ"' in client.get(f"{PATH}?zaak=KR-7H2MQ").content.decode()


def test_nothing_of_it_is_kept(client: Client) -> None:
    client.get(PATH)
    before = Entry.objects.count()
    page(client)
    assert Entry.objects.count() == before
