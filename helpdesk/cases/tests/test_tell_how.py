"""How it went: sealed to the case, asked once, counted without a case; only who asks for it brings the case back."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client

from conftest import PublicClient
from helpdesk.cases.access import visit_with
from helpdesk.cases.models import Case, CountedAnswer, Mailbox
from helpdesk.cases.workflow import ANSWERED, State
from helpdesk.lib.receipts import Receipt
from helpdesk.portal.tests.coming_back import knock, press, shows, words
from tests import cast
from tests.walk import closing

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_waiting(settings: Any) -> None:
    settings.WAIT_WITHOUT_SCRIPT = 0


def closed(receipt: Receipt) -> Case:
    case = cast.taken(receipt=receipt)
    assert cast.desk_client("iris").post(f"/zaak/{case.code}/afsluiten/", closing()).status_code == 302
    return case


def at_her_case(receipt: Receipt) -> tuple[Client, Any]:
    """Back with the code, on the page that says how it stands."""
    client = PublicClient()
    return client, press(client, knock(client, words(receipt)), "case")


def row(case: Case) -> Case:
    with cast.opened("iris", case) as file:
        return file.case


def test_a_kind_word_is_kept_and_counted_and_reopens_nothing() -> None:
    receipt = Receipt.new()
    case = closed(receipt)
    client, page = at_her_case(receipt)
    assert "Heeft dit je geholpen?" in page.content.decode()
    page = press(client, page, "how", how="yes", body="Dank voor alles.")
    assert "Dank je." in page.content.decode()
    assert "Heeft dit je geholpen?" not in page.content.decode()
    assert row(case).state == "closed"
    shown = cast.desk_client("iris").get(f"/zaak/{case.code}/").content.decode()
    assert "krh-message--how" in shown
    assert "Dank voor alles." in shown
    assert "geholpen" in shown
    fact = CountedAnswer.objects.get()
    assert fact.heard_on.day == 1
    assert {field.name for field in CountedAnswer._meta.get_fields()} == {"id", "heard_on", "content"}
    assert cast.acts(case)[-1] == "tell-how"
    assert "Heeft dit je geholpen?" not in at_her_case(receipt)[1].content.decode()


def test_whoever_asks_is_looked_at_again() -> None:
    receipt = Receipt.new()
    case = closed(receipt)
    client, page = at_her_case(receipt)
    page = press(client, page, "how", how="no", body="Er klopt iets niet.", again="ja")
    assert "We kijken nog een keer." in page.content.decode()
    again = row(case)
    assert again.state == "reopened"
    assert again.promise_on is not None
    iris = cast.desk_client("iris")
    assert "Vrager vraagt om nog een keer te kijken." in iris.get("/").content.decode()
    shown = iris.get(f"/zaak/{case.code}/").content.decode()
    assert "wil dat we nog een keer kijken" in shown
    assert "Vrager vraagt om nog een keer te kijken." in shown
    assert cast.acts(case)[-1] == "ask-again"


def test_it_may_be_passed_by_and_is_asked_again_only_after_another_end() -> None:
    receipt = Receipt.new()
    case = closed(receipt)
    client, page = at_her_case(receipt)
    page = press(client, page, "how-not")
    assert shows(page) == "case"
    iris = cast.desk_client("iris")
    iris.post(f"/zaak/{case.code}/notitie/", {"text": "Nog iets."})
    assert "Heeft dit je geholpen?" not in at_her_case(receipt)[1].content.decode()
    assert CountedAnswer.objects.count() == 0
    iris.post(f"/zaak/{case.code}/heropenen/")
    iris.post(f"/zaak/{case.code}/afsluiten/", closing())
    assert "Heeft dit je geholpen?" in at_her_case(receipt)[1].content.decode()


def test_nothing_chosen_is_said_and_what_is_typed_goes_along() -> None:
    receipt = Receipt.new()
    closed(receipt)
    client, page = at_her_case(receipt)
    wrong = press(client, page, "how")
    assert "Kies iets, of schrijf iets." in wrong.content.decode()
    kept = press(client, wrong, "case", how="bit", body="Half af", again="ja").content.decode()
    assert "Half af</textarea>" in kept
    assert kept.count(" checked") == 2
    assert "Half af</textarea>" in press(client, wrong, "write", body="Half af").content.decode()
    strange = press(client, wrong, "how", how="misschien", body="Toch dit")
    assert "Toch dit</textarea>" in strange.content.decode()
    assert CountedAnswer.objects.count() == 0


def test_pressed_twice_it_is_counted_once() -> None:
    receipt = Receipt.new()
    closed(receipt)
    client, page = at_her_case(receipt)
    for _ in range(2):
        press(client, page, "how", how="yes", body="")
    press(client, page, "how", how="no", body="toch niet")
    assert CountedAnswer.objects.count() == 1


@pytest.mark.parametrize("state", ["team", "waiting_asker", "rejected"])
def test_nobody_is_asked_while_we_help_or_where_we_did_not(state: str) -> None:
    receipt = Receipt.new()
    if state == "rejected":
        case = cast.ask_question(receipt=receipt)
        typed = {"reason": "Niet voor ons.", "letter": "Ga naar de gemeente."}
        assert cast.desk_client("mo").post(f"/zaak/{case.code}/afwijzen/", typed).status_code == 302
    else:
        case = cast.taken(receipt=receipt)
        if state == "waiting_asker":
            assert cast.desk_client("iris").post(f"/zaak/{case.code}/antwoorden/", {"text": "Ja."}).status_code == 302
    assert "Heeft dit je geholpen?" not in at_her_case(receipt)[1].content.decode()


@pytest.mark.parametrize("state", list(State))
def test_the_database_moves_a_case_as_the_workflow_says(state: State) -> None:
    """`mailbox_answered` is `ANSWERED`; `mailbox_heard` moves nothing."""
    receipt = Receipt.new()
    case = cast.taken(receipt=receipt)

    def after(function: str, *values: Any) -> str:
        with cast.opened("iris", case) as file:
            Case.objects.filter(pk=file.case.pk).update(state=str(state), promise_on="2026-01-05")
            box = Mailbox.objects.get(case=file.case)
        with cast.as_public():
            visit = visit_with(receipt)
            assert visit is not None
            with transaction.atomic(), connection.cursor() as cursor:
                marks = ", ".join(["%s"] * (len(values) + 2))
                cursor.execute(f"SELECT {function}({marks})", [visit.lookup, box.pk, *values])
        return row(case).state

    assert after("mailbox_heard", 1) == state
    assert after("mailbox_answered", "2026-01-07", b"sealed") == ANSWERED.get(state, state)
