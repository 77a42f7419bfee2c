"""The neutral notice that there is news: by her word, in her hours, after the minute, once, not when it was read."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from helpdesk.cases import actions
from helpdesk.cases.access import visit_with
from helpdesk.cases.models import Case, Letter, Message, Outgoing
from helpdesk.cases.tests.test_set_asker_contact import HERS, chosen
from helpdesk.cases.tests.test_write_to_party import Sink, sink
from helpdesk.desk.mail_out import send_due, to_asker
from helpdesk.lib import clock
from helpdesk.lib.receipts import Receipt
from helpdesk.people.asker import AskerContact
from helpdesk.people.hours import HERE, parse
from tests import cast

__all__ = ["sink"]
pytestmark = pytest.mark.django_db
# A Wednesday in the past: to the database, which has a clock of its own, what was visible then is visible now.
SAFE = datetime(2026, 11, 25, 16, tzinfo=HERE)
NIGHT = datetime(2026, 11, 25, 21, tzinfo=HERE)
AFTERNOONS = AskerContact("zij@example.net", True, parse("ma-vr 15.00-17.00"))


def asked(contact: AskerContact = HERS) -> tuple[Case, Receipt]:
    receipt = Receipt.new()
    case = cast.taken(receipt=receipt)
    chosen(case, contact)
    return case, receipt


def replied(case: Case, at: datetime = SAFE) -> Message:
    with clock.at(at), cast.opened("iris", case, to="reply") as file:
        return actions.reply(file=file, text="Zeepaardje schrijft je dit.")


def worker(at: datetime, minutes: int = 2) -> None:
    with clock.at(at + timedelta(minutes=minutes)):
        send_due()


def read(receipt: Receipt) -> None:
    with cast.as_public():
        visit = visit_with(receipt)
        assert visit is not None
        for one in visit.letters():
            actions.mark_letter_read(visit, one)


def waiting(case: Case) -> list[tuple[str, datetime]]:
    with cast.opened("iris", case):
        return list(Outgoing.objects.filter(case=case).order_by("due_at").values_list("state", "due_at"))


def test_after_the_minute_one_neutral_mail(sink: Sink) -> None:
    case, _ = asked()
    replied(case)
    worker(SAFE, 0)
    assert sink.taken == []
    worker(SAFE)
    worker(SAFE)
    [(to, mail)] = sink.taken
    head, _, body = mail.partition("\r\n\r\n")
    assert to == ["zij@example.net"]
    assert body.strip() == "Er is nieuws voor je. Je weet waar je dat vindt."
    assert "Subject: Nieuws" in head
    assert "From: Helpdesk <helpdesk+" in head
    assert "Auto-Submitted: auto-generated" in head
    for secret in ("Zeepaardje", case.code, "Iris", "/bericht/", "/code/", "http"):
        assert secret not in mail


@pytest.mark.parametrize(
    ("asker", "language", "words"),
    [
        ("ouder", "nl", "U weet waar u dat vindt."),
        ("kind", "en", "You know where to find it."),
        ("kind", "ar", "Je weet"),
    ],
)
def test_in_her_language_where_we_have_it(sink: Sink, asker: str, language: str, words: str) -> None:
    receipt = Receipt.new()
    case = cast.taken(receipt=receipt, asker=asker)
    with cast.opened("iris", case, to="set-asker-contact") as file:
        actions.set_asker_contact(file=file, contact=HERS)
        actions.set_needs(file=file, needs=[], note="")
    with cast.opened("iris", case) as file:
        file.case.summary = {**file.case.summary, "language": language}
        file.case.save()
    replied(case)
    worker(SAFE)
    assert words in sink.taken[0][1]


@pytest.mark.parametrize(
    ("language", "address"), [("nl", "/bericht/x/"), ("en", "/en/bericht/x/"), ("", "/bericht/x/")]
)
def test_an_invitation_leads_to_a_page_in_that_language(language: str, address: str) -> None:
    _, text = to_asker({"language": language}, {"kind": "invitation", "token": "x"})
    assert f"{settings.PUBLIC_ORIGIN}{address}" in text.splitlines()


def test_outside_her_hours_it_waits_for_the_next_safe_moment(sink: Sink) -> None:
    case, _ = asked(AFTERNOONS)
    replied(case, NIGHT)
    worker(NIGHT)
    assert sink.taken == []
    [(state, due)] = waiting(case)
    assert (state, due) == ("waiting", datetime(2026, 11, 26, 15, tzinfo=HERE))
    worker(due, -1)
    assert sink.taken == []
    worker(due, 1)
    assert len(sink.taken) == 1


def test_hours_that_changed_meanwhile_count(sink: Sink) -> None:
    case, _ = asked()
    replied(case)
    chosen(case, AskerContact("zij@example.net", True, parse("vr 9.00-10.00")))
    worker(SAFE)
    assert sink.taken == []
    assert waiting(case) == [("waiting", datetime(2026, 11, 27, 9, tzinfo=HERE))]


def test_several_unread_letters_are_one_notice_and_a_new_one_after_reading(sink: Sink) -> None:
    case, receipt = asked()
    replied(case)
    replied(case, SAFE + timedelta(minutes=3))
    worker(SAFE, 10)
    worker(SAFE, 12)
    assert len(sink.taken) == 1
    assert [state for state, _ in waiting(case)] == ["sent"]
    read(receipt)
    replied(case, SAFE + timedelta(minutes=20))
    worker(SAFE, 25)
    assert len(sink.taken) == 2


def test_what_she_read_already_is_not_told(sink: Sink) -> None:
    case, receipt = asked()
    replied(case)
    read(receipt)
    with cast.opened("iris", case):
        assert not Letter.objects.filter(mailbox__case=case, read_at=None).exists(), "the control: she did read it"
    worker(SAFE)
    assert sink.taken == []
    assert waiting(case) == []


def test_no_word_no_notice_and_a_word_withdrawn_drops_it(sink: Sink) -> None:
    silent = cast.taken()
    replied(silent)
    assert waiting(silent) == []
    case, _ = asked()
    replied(case)
    chosen(case, AskerContact("zij@example.net"))
    worker(SAFE)
    assert sink.taken == []
    assert waiting(case) == []


def test_taken_back_with_its_letter(sink: Sink) -> None:
    case, _ = asked()
    message = replied(case, timezone.now())
    with cast.opened("iris", case, to="reply") as file:
        actions.take_back(file=file, message_id=message.pk)
    worker(timezone.now())
    assert sink.taken == []


def test_what_did_not_arrive_stands_at_the_letter_and_on_the_list(sink: Sink) -> None:
    case, _ = asked()
    replied(case)
    sink.rcpt = ["550 no"]
    worker(SAFE)
    iris = cast.desk_client("iris")
    assert f'href="/zaak/{case.code}/#gesprek"' in iris.get("/e-mail/").content.decode()
    page = iris.get(f"/zaak/{case.code}/").content.decode()
    assert "Seintje per e-mail: niet bezorgd." in page
