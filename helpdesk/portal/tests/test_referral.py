"""What a receiving body does behind its link: read, answer once, and never read an answer back."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import Error, connection, transaction
from django.test import Client
from django.utils import timezone

from conftest import AsPublic
from helpdesk.cases.models import Case, Handout, Message
from helpdesk.cases.tests.referring import GOES, halves, leave, sent, stands
from helpdesk.cases.tests.test_write_to_party import party_in, written
from helpdesk.lib import clock
from helpdesk.lib.receipts import Receipt
from helpdesk.people.referral import Status
from helpdesk.portal.tokens import Opened
from tests import cast

pytestmark = pytest.mark.django_db
WORDS = "Wij kunnen volgende week, zegt Zandloper."


def opened(public: Client, case: Case) -> tuple[str, str]:
    """The link, and the hidden field of its form."""
    token, code = halves(case)
    html = public.post(f"/bericht/{token}/", {"code": code}).content.decode()
    return f"/bericht/{token}/", html.split('name="answer" value="')[1].split('"')[0]


def answer(public: Client, case: Case, **typed: Any) -> str:
    url, field = opened(public, case)
    return public.post(url, {"answer": field, **typed}).content.decode()


def test_accepted_with_a_day_it_is_news_in_the_case(public_client: Client) -> None:
    case = cast.taken()
    referral, on = sent(case), clock.today() + timedelta(days=5)
    html = answer(public_client, case, status="accepted", words=WORDS, on=on.isoformat())
    assert "Uw antwoord is bij ons" in html
    assert GOES not in html
    assert stands(case, referral) == Status.ACCEPTED
    iris = cast.desk_client("iris")
    assert "Antwoord van Jeugdstem." in iris.get("/").content.decode()
    page = iris.get(f"/zaak/{case.code}/").content.decode()
    thread = page.split('id="draad-')[1].split("</details>")[0]
    assert WORDS in thread
    assert "Antwoord: aangenomen." in thread
    assert "Nieuw antwoord" in page
    assert cast.acts(case)[-1] == "answer-referral"
    assert iris.post(f"/zaak/{case.code}/verwijzing/{referral.pk}/gezien/").status_code == 302
    assert "Antwoord van Jeugdstem." not in iris.get("/").content.decode()
    assert "Nieuw antwoord" not in iris.get(f"/zaak/{case.code}/").content.decode()


def test_one_answer_and_then_it_is_only_read(public_client: Client) -> None:
    case = cast.taken()
    referral = sent(case)
    url, field = opened(public_client, case)
    public_client.post(url, {"answer": field, "status": "refused", "words": WORDS})
    again = public_client.post(url, {"answer": field, "status": "accepted", "words": "Toch wel"}).content.decode()
    assert "U heeft al geantwoord" in again
    later = public_client.post(url, {"code": halves(case)[1]}).content.decode()
    assert GOES in later
    assert "U heeft al geantwoord" in later
    assert WORDS not in later
    assert 'name="answer"' not in later
    assert stands(case, referral) == Status.REFUSED
    with cast.opened("iris", case):
        assert Message.objects.filter(case=case).count() == 3


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({}, "Kies wat u doet."),
        ({"status": "done"}, "Selecteer een geldige keuze"),
        ({"status": "refused", "words": "  "}, "Schrijf waarom niet"),
        ({"status": "more"}, "Schrijf waarom niet"),
        ({"status": "accepted", "on": "2026-13-40", "words": WORDS}, "Deze dag bestaat niet"),
        ({"status": "accepted", "on": "2020-01-01", "words": WORDS}, "Deze dag bestaat niet"),
        ({"status": "accepted", "words": "x" * 5001}, "Dit is te lang."),
    ],
)
def test_bad_input_gets_a_sentence_and_loses_nothing(
    public_client: Client, typed: dict[str, str], sentence: str
) -> None:
    case = cast.taken()
    referral = sent(case)
    html = answer(public_client, case, **typed)
    assert sentence in html
    assert typed.get("words", "") in html
    assert GOES in html
    assert stands(case, referral) == Status.SENT


def test_a_page_that_grew_too_old_asks_the_code_and_keeps_the_words(public_client: Client) -> None:
    case = cast.taken()
    referral = sent(case)
    url, field = opened(public_client, case)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("helpdesk.portal.tokens.LIVES", -1)
        html = public_client.post(url, {"answer": field, "status": "more", "words": WORDS}).content.decode()
    assert "te lang open" in html
    assert WORDS in html
    assert GOES not in html
    html = public_client.post(url, {"code": halves(case)[1], "status": "more", "words": WORDS}).content.decode()
    assert f"{WORDS}</textarea>" in html
    assert stands(case, referral) == Status.SENT


def test_the_hidden_field_fits_no_other_link(public_client: Client) -> None:
    one, other = cast.taken(), cast.taken()
    sent(one)
    referral = sent(other)
    _url, field = opened(public_client, one)
    html = public_client.post(f"/bericht/{halves(other)[0]}/", {"answer": field, "status": "accepted"}).content.decode()
    assert GOES not in html
    assert stands(other, referral) == Status.SENT


def test_after_fourteen_days_it_is_over(public_client: Client) -> None:
    case = cast.taken()
    sent(case)
    token, code = halves(case)
    with cast.opened("iris", case):
        assert Handout.objects.get(case=case).expires_on == clock.today() + timedelta(days=14)
        Handout.objects.filter(case=case).update(expires_on=clock.today() - timedelta(days=1))
    assert GOES not in public_client.post(f"/bericht/{token}/", {"code": code}).content.decode()


def test_a_case_that_waited_comes_back_and_one_that_ended_reopens(public_client: Client) -> None:
    waiting, ended = cast.taken(), cast.taken()
    for case in (waiting, ended):
        sent(case)
    iris = cast.desk_client("iris")
    iris.post(f"/zaak/{waiting.code}/wachten/", {"whom": "Jeugdstem"})
    iris.post(
        f"/zaak/{ended.code}/doorverwijzen/", {"institution": "JS", "reason": "x", "letter": "y", "referral": "none"}
    )
    for case, state in ((waiting, "team"), (ended, "reopened")):
        answer(public_client, case, status="refused", words="Vol")
        with cast.opened("iris", case) as file:
            assert file.case.state == state


def test_a_case_that_waits_for_its_asker_shows_the_news_and_then_waits_again(public_client: Client) -> None:
    iris = cast.desk_client("iris")
    for she_writes, state in ((False, "waiting_asker"), (True, "team")):
        receipt = Receipt.new()
        case = cast.taken(receipt=receipt)
        referral = sent(case)
        iris.post(f"/zaak/{case.code}/antwoorden/", {"text": "Zij kunnen je helpen."})
        assert case.code not in iris.get("/").content.decode(), "it waits for her"
        answer(public_client, case, status="accepted", words=WORDS)
        if she_writes:
            with clock.at(timezone.now() + timedelta(minutes=1)):
                cast.answer(receipt, "Fijn.")
        assert f"{case.code}" in iris.get("/").content.decode()
        assert "Antwoord van Jeugdstem." in iris.get("/").content.decode()
        iris.post(f"/zaak/{case.code}/verwijzing/{referral.pk}/gezien/")
        with cast.opened("iris", case) as file:
            assert file.case.state == state
        assert ("Nieuw bericht van de vrager." in iris.get("/").content.decode()) is she_writes


def test_the_public_role_gives_an_answer_and_reads_nothing(public_client: Client, as_public: AsPublic) -> None:
    case = cast.taken()
    sent(case)
    answer(public_client, case, status="accepted", words=WORDS)
    for act in (
        "SELECT * FROM cases_referral",
        "SELECT * FROM cases_handout",
        "UPDATE cases_handout SET answered_on = NULL",
    ):
        with (
            as_public(),
            pytest.raises(Error, match="permission denied"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(act)
    with as_public():
        assert Handout.objects.answer(b"x" * 32, clock.today()) is False


def test_a_message_that_is_no_referral_has_no_answer(public_client: Client) -> None:
    case = cast.taken()
    written(case, party_in(case))
    leave(case)
    token, code = halves(case)
    with cast.as_public():
        field = Opened.new(token, code).sealed()
    public_client.post(f"/bericht/{token}/", {"answer": field, "status": "accepted"})
    with cast.opened("iris", case):
        assert Handout.objects.get(case=case).answered_on is None
