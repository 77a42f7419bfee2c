"""A text that goes with more than a message: a colleague reads it first, then its author does the act with it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from conftest import ReferenceSays
from helpdesk.cases import actions
from helpdesk.cases.actions import NeedsReader
from helpdesk.cases.models import Case, Complaint, GivenFile, Message, Outgoing, Reading
from helpdesk.cases.tests.read_along import ask, press, reading
from helpdesk.cases.tests.referring import GOES, agreed, planned
from helpdesk.cases.tests.test_ask_reading import guide
from helpdesk.lib import clock
from helpdesk.lib.receipts import Receipt
from helpdesk.remedies.complaint import Told, Voice
from tests import cast

pytestmark = pytest.mark.django_db
REASON, LETTER = "Zij zijn er voor.", "Bel Jeugdstem. Daar kun je verder."


def refer(client: Client, case: Case, **typed: Any) -> Any:
    sent = {"institution": "JS", "reason": REASON, "letter": LETTER, **typed}
    return client.post(f"/zaak/{case.code}/doorverwijzen/", sent)


def lay(who: str = "sanne") -> dict[str, str]:
    """The button that asks a colleague, and whom."""
    return {"meelezen": "1", "reader": str(cast.member(who).pk), "note": "Klopt dit?"}


def test_whoever_is_guided_does_not_end_it_alone_and_nothing_typed_is_lost() -> None:
    receipt = Receipt.new()
    case = cast.taken(receipt=receipt)
    guide("iris")
    iris = cast.desk_client("iris")
    begun = iris.get(f"/zaak/{case.code}/doorverwijzen/").content.decode()
    assert 'id="vraag-lezer"' in begun
    assert 'id="doe"' not in begun
    refused = refer(iris, case)
    html = refused.content.decode()
    assert refused.status_code == 422
    for words in ("wordt begeleid, laat elk bericht meelezen", REASON, LETTER, "Laat meelezen"):
        assert words in html
    assert "refer" not in cast.acts(case)
    assert cast.letters(receipt) == []


def test_after_the_yes_she_does_it_with_exactly_these_words() -> None:
    receipt = Receipt.new()
    case = cast.taken(receipt=receipt)
    guide("iris")
    iris, sanne = cast.desk_client("iris"), cast.desk_client("sanne")
    laid = refer(iris, case, **lay())
    assert laid.status_code == 302
    assert laid["Location"].endswith("#meelezen")
    assert "Wacht op een tweede lezer." in iris.get("/").content.decode()
    assert "Een collega vraagt je om mee te lezen." in sanne.get("/").content.decode()
    page = sanne.get(f"/zaak/{case.code}/").content.decode()
    for words in (LETTER, "Klopt dit?", "laatste bericht, bij een verwijzing", "Akkoord"):
        assert words in page
    assert "Akkoord, verstuur" not in page, "her yes sends nothing"
    assert press(sanne, case, reading(case), "ja").status_code == 302
    assert cast.letters(receipt) == []
    assert cast.acts(case)[-1] == "agree-reading"
    assert "De tweede lezer is akkoord. Maak het af." in iris.get("/").content.decode()
    assert "Maak het af: je tekst staat klaar." in iris.get(f"/zaak/{case.code}/").content.decode()
    again = iris.get(f"/zaak/{case.code}/doorverwijzen/").content.decode()
    assert LETTER in again
    assert REASON in again, "the whole form stands there"
    assert 'id="doe"' in again
    assert refer(iris, case, letter=f"{LETTER} Nu.").status_code == 422, "another word asks anew"
    with clock.at(timezone.now() - timedelta(minutes=1)):
        assert refer(iris, case).status_code == 302
    assert [one["text"] for one in cast.letters(receipt)] == [LETTER]
    assert reading(case).state == "sent"
    with cast.opened("iris", case) as file:
        kept = [
            row.content for row in file.open(Message.objects.filter(case=file.case)) if row.content["kind"] == "refer"
        ]
        assert kept[0]["read_by"] == str(cast.member("sanne").pk)
        assert file.case.state == "referred"
        assert file.case.promise_on is None, "she has our answer"


def test_what_comes_back_stands_in_its_form_again() -> None:
    case = cast.taken()
    guide("iris")
    iris, sanne = cast.desk_client("iris"), cast.desk_client("sanne")
    refer(iris, case, **lay())
    press(sanne, case, reading(case), "terug", remarks="Noem de telefoon.")
    page = iris.get(f"/zaak/{case.code}/").content.decode()
    assert "Noem de telefoon." in page
    assert f'href="/zaak/{case.code}/doorverwijzen/"' in page
    assert REASON in iris.get(f"/zaak/{case.code}/doorverwijzen/").content.decode()
    with clock.at(timezone.now() + timedelta(minutes=1)):
        refer(iris, case, letter=f"{LETTER} Bel 088.", **lay())
    with cast.opened("iris", case):
        waits = Reading.objects.get(case=case, state="asked")
    assert press(iris, case, waits, "weg").status_code == 302
    again = iris.get(f"/zaak/{case.code}/doorverwijzen/").content.decode()
    assert "Bel 088." in again, "and so does what she took back herself"


def test_in_triage_a_colleague_who_sorts_reads_it() -> None:
    receipt = Receipt.new()
    case = cast.ask_question(receipt=receipt, team=None)
    guide("mo")
    mo, petra = cast.desk_client("mo"), cast.desk_client("sanne")
    typed = {"reason": "Gaat over een volwassene.", "letter": LETTER}
    assert mo.post(f"/zaak/{case.code}/afwijzen/", typed).status_code == 422
    assert mo.post(f"/zaak/{case.code}/afwijzen/", {**typed, **lay("iris")}).status_code == 422, "she sorts nothing"
    assert mo.post(f"/zaak/{case.code}/afwijzen/", {**typed, **lay()}).status_code == 302
    assert press(petra, case, reading(case, "mo"), "ja").status_code == 302
    with clock.at(timezone.now() - timedelta(minutes=1)):
        assert mo.post(f"/zaak/{case.code}/afwijzen/", typed).status_code == 302
    assert [one["text"] for one in cast.letters(receipt)] == [LETTER]


def test_it_does_not_end_while_a_colleague_still_reads() -> None:
    case = cast.taken()
    guide("iris")
    ask(case, text="Nog een antwoord.")
    sanne = cast.desk_client("sanne")
    assert "Er wacht nog een tekst bij Meelezen." in refer(sanne, case).content.decode()
    press(sanne, case, reading(case), "terug", remarks="Dat hoeft niet meer.")
    assert refer(sanne, case).status_code == 302
    assert reading(case).state == "withdrawn", "it waits for nobody"


def test_where_she_wiped_her_mailbox_there_is_nothing_to_read() -> None:
    receipt = Receipt.new()
    case = cast.taken(receipt=receipt)
    guide("iris")
    with cast.as_public():
        from helpdesk.cases.access import visit_with

        visit = visit_with(receipt)
        assert visit is not None
        actions.burn_mailbox(visit)
    assert 'id="vraag-lezer"' not in cast.desk_client("iris").get(f"/zaak/{case.code}/doorverwijzen/").content.decode()
    assert refer(cast.desk_client("iris"), case).status_code == 302


def test_what_goes_along_with_a_referral() -> None:
    case = cast.taken()
    referral = planned(case)
    agreed(case, referral)
    guide("iris")
    iris, url = cast.desk_client("iris"), f"/zaak/{case.code}/verwijzing/{referral.pk}/doorgeven/"
    assert 'id="doe"' not in iris.get(url).content.decode()
    refused = iris.post(url)
    assert "wordt begeleid" in refused.content.decode()
    assert GOES in refused.content.decode()
    assert iris.post(url, lay()).status_code == 302
    assert reading(case).content["subjects"] == ["story"]
    press(cast.desk_client("sanne"), case, reading(case), "ja")
    with cast.opened("iris", case):
        assert not Outgoing.objects.filter(case=case).exists()
    assert iris.post(url).status_code == 302
    with cast.opened("iris", case):
        assert Outgoing.objects.filter(case=case).count() == 1
    assert reading(case).state == "sent"


def test_a_letter_of_complaint_for_one_who_gets_it(reference_says: ReferenceSays) -> None:
    reference_says("second_reader", "letter", holds="yes")
    case = cast.taken()
    told = Told(Voice.CHILD, "De school", "schorsing", "Ik mocht niet meer komen.")
    with cast.opened("iris", case, to="write-complaint") as file:
        letter = actions.write_complaint(file=file, route_id="instelling", told=told)
    url, typed = f"/zaak/{case.code}/klacht/{letter.pk}/meegeven/", {"to": "asker", "channel": "post"}
    iris = cast.desk_client("iris")
    assert "Een brief op papier leest een collega mee." in iris.post(url, typed).content.decode()
    assert iris.post(url, {**typed, **lay()}).status_code == 302
    assert "Ik mocht niet meer komen." in reading(case).content["text"]
    press(cast.desk_client("sanne"), case, reading(case), "ja")
    with cast.opened("iris", case, to="give-paper") as file:
        row = file.mine(Complaint.objects.get(case=file.case))
        kind = f"complaint:{row.pk}:"
        assert file.open(Reading.objects.filter(case=file.case, state="agreed"))[0].content["kind"] == kind
    assert iris.post(url, typed).status_code == 302, "after the yes"
    assert reading(case).state == "sent"
    with cast.opened("iris", case) as file:
        assert {row.content["read_by"] for row in file.open(GivenFile.objects.filter(case=file.case))}


def test_the_kind_of_an_act_cannot_be_posted_as_a_message() -> None:
    case = cast.taken()
    guide("iris")
    assert "Kies wat het is." in ask(case, soort="refer", expect=422).content.decode()


def test_the_action_itself_refuses() -> None:
    case = cast.taken()
    guide("iris")
    with cast.opened("iris", case, to="refer") as file, pytest.raises(NeedsReader):
        actions.refer_case(file=file, institution="JS", reason=REASON, letter=LETTER)
