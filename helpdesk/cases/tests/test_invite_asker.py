"""Whoever only mailed: one neutral mail, a link that opens once, six words, and from then on her code."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from helpdesk.cases import actions
from helpdesk.cases.access import visit_with
from helpdesk.cases.actions.sweep import sweep_orphan_keys
from helpdesk.cases.models import Case, Letter, Mailbox, Message, Outgoing, ReplyPath
from helpdesk.cases.tests.test_set_asker_contact import chosen, mailed
from helpdesk.cases.tests.test_write_to_party import Sink, later, sink, state
from helpdesk.cases.workflow import AskAgain, NotNow
from helpdesk.lib import clock
from helpdesk.lib.receipts import Receipt
from helpdesk.lib.tests.mail_samples import letter
from helpdesk.people.asker import AskerContact
from helpdesk.people.hours import HERE, parse
from helpdesk.vault.models import MailboxKey
from tests import cast

__all__ = ["sink"]
pytestmark = pytest.mark.django_db
TEXT = "Ja, dat mag. Zeepaardje helpt je verder."


def invited(case: Case, **more: Any) -> Message:
    with cast.opened("iris", case, to="invite-asker") as file:
        return actions.invite_asker(file=file, **more)


def replied(case: Case, text: str = TEXT) -> None:
    """A few minutes ago, so that it has left; to the database a test lasts one moment."""
    with clock.at(timezone.now() - timedelta(minutes=5)), cast.opened("iris", case, to="reply") as file:
        actions.reply(file=file, text=text)


def box_of(case: Case) -> Mailbox:
    with cast.opened("iris", case):
        found: Mailbox = Mailbox.objects.get(case=case)
        return found


def link_in(sink: Sink) -> str:
    found = re.search(r"/bericht/[A-Za-z0-9_-]+/", sink.taken[-1][1].replace("=\r\n", ""))
    assert found is not None
    return found[0]


def press(client: Client, link: str, page: str = "") -> str:
    """What the button of the page does."""
    page = page or client.get(link).content.decode()
    token = re.search(r'name="token" value="([^"]+)"', page)
    assert token is not None
    return client.post(link, {"token": token[1]}).content.decode()


def words_of(page: str) -> str:
    return " ".join(re.findall(r"<bdi>([a-z]+)</bdi>", page))


def later_and_read(receipt: Receipt) -> list[dict[str, Any]]:
    """What she reads once the undo time is over."""
    with cast.as_public():
        visit = visit_with(receipt)
        return [one.content for one in visit.letters()] if visit else []


def test_from_the_mail_that_came_in_to_her_code(sink: Sink, public_client: Client) -> None:
    case = mailed()
    with pytest.raises(NotNow, match="geen code"):
        replied(case)
    chosen(case)
    invited(case)
    replied(case)
    later()
    [(to, mail)] = sink.taken
    assert to == ["zij@example.net"]
    assert "Auto-Submitted: auto-generated" in mail
    for secret in ("Zeepaardje", case.code, "Iris", "oma", "Kinderrechten\u00adhelpdesk", "vraag"):
        assert secret not in mail.partition("\r\n\r\n")[2], secret
    link = link_in(sink)
    pages = {public_client.get(link).content.count(b"<form") for _ in range(2)}
    assert pages == {1}
    assert box_of(case).is_waiting
    shown = press(public_client, link)
    assert len(words_of(shown).split()) == 6
    receipt = Receipt.from_text(words_of(shown))
    assert not box_of(case).is_waiting
    assert [one["text"] for one in later_and_read(receipt)] == [TEXT]
    again = press(public_client, link)
    assert "Deze link werkt niet meer" in again
    assert "071-5160980" in again
    assert words_of(again) == ""
    assert "accept-invitation" in cast.acts(case)
    replied(case, "En nog iets.")
    assert [one["text"] for one in later_and_read(receipt)] == [TEXT, "En nog iets."]
    cast.answer(receipt, "Dank je wel.")
    with cast.opened("iris", case) as file:
        said = [row.content for row in file.open(Message.objects.filter(case=case).order_by("visible_at", "id"))]
        assert ("asker", "Dank je wel.") in [(one["by"], one["text"]) for one in said]


def test_unknown_used_expired_and_cut_off_are_one_page(sink: Sink, public_client: Client) -> None:
    def bare(page: str) -> str:
        return re.sub(r'value="[^"]+"', "", page)

    case, other, third = mailed(1), mailed(2), mailed(3)
    links = []
    for one in (case, other, third):
        chosen(one)
        invited(one)
        later()
        links.append(link_in(sink))
    press(public_client, links[0])
    with cast.opened("iris", other):
        Mailbox.objects.filter(case=other).update(invite_until=clock.today() - timedelta(days=1))
    with cast.opened("iris", third, to="cut-off-mailbox") as file:
        actions.cut_off_mailbox(file=file)
    found = {bare(press(public_client, link)) for link in (*links, f"/bericht/{'A' * 44}/")}
    assert len(found) == 1
    assert "Deze link werkt niet meer" in found.pop()
    assert "Je code" not in bare(public_client.get(links[1]).content.decode())


def test_a_button_pressed_twice_gives_the_same_words_and_another_page_none(sink: Sink, public_client: Client) -> None:
    case = mailed()
    chosen(case)
    invited(case)
    later()
    link = link_in(sink)
    page, other = (public_client.get(link).content.decode() for _ in range(2))
    first = words_of(press(public_client, link, page))
    assert first
    assert words_of(press(public_client, link, page)) == first
    assert words_of(press(public_client, link, other)) == ""
    with clock.at(timezone.now() + timedelta(minutes=11)):
        assert words_of(press(public_client, link, page)) == ""


def test_the_first_wrap_is_destroyed_and_a_crash_in_between_leaves_nothing(
    sink: Sink, public_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = mailed()
    chosen(case)
    invited(case)
    later()
    first = box_of(case).key_id

    class Killed(BaseException):
        pass

    def die(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr("helpdesk.cases.actions.visit.let_go", die)
        page = public_client.get(link_in(sink)).content.decode()
        with pytest.raises(Killed):
            press(public_client, link_in(sink), page)
    shown = press(public_client, link_in(sink), page)
    assert words_of(shown), "the same press once more gives the words that she never saw"
    assert MailboxKey.objects.filter(key_id=first).exists()
    with clock.at(timezone.now() + timedelta(days=2)):
        sweep_orphan_keys()
    assert not MailboxKey.objects.filter(key_id=first).exists()
    assert MailboxKey.objects.filter(key_id=box_of(case).key_id).exists()
    with cast.as_public():
        assert visit_with(Receipt.from_text(words_of(shown))) is not None


def test_sent_anew_the_old_link_is_dead_and_the_letters_go_along(sink: Sink, public_client: Client) -> None:
    case = mailed()
    chosen(case)
    invited(case)
    replied(case)
    later()
    old = link_in(sink)
    invited(case)
    later(5)
    assert link_in(sink) != old
    assert words_of(press(public_client, old)) == ""
    receipt = Receipt.from_text(words_of(press(public_client, link_in(sink))))
    with cast.opened("iris", case):
        assert Letter.objects.filter(mailbox__case=case).count() == 1
    assert [(one["text"], one["from"]) for one in later_and_read(receipt)] == [(TEXT, "Iris")]


def test_it_needs_her_word_and_no_code(sink: Sink) -> None:
    case = mailed()
    with pytest.raises(NotNow, match="geen e-mailadres"):
        invited(case)
    chosen(case, AskerContact("zij@example.net"))
    with pytest.raises(NotNow, match="niet gezegd"):
        invited(case)
    with pytest.raises(NotNow, match="kwam via de website"):
        invited(cast.taken())
    with cast.opened("iris", case):
        assert not Mailbox.objects.filter(case=case).exists()


def test_once_opened_it_is_cut_off_before_another_is_sent(sink: Sink, public_client: Client) -> None:
    case = mailed()
    chosen(case)
    invited(case)
    replied(case)
    later()
    receipt = Receipt.from_text(words_of(press(public_client, link_in(sink))))
    with pytest.raises(NotNow, match="al een code"):
        invited(case)
    with cast.opened("iris", case, to="cut-off-mailbox") as file:
        actions.cut_off_mailbox(file=file)
    with cast.as_public():
        assert visit_with(receipt) is None
    invited(case)
    with cast.opened("iris", case):
        assert Letter.objects.filter(mailbox__case=case).count() == 1


def test_what_she_wiped_does_not_come_back_and_it_is_asked_again(sink: Sink, public_client: Client) -> None:
    case = mailed()
    chosen(case)
    invited(case)
    replied(case)
    later()
    receipt = Receipt.from_text(words_of(press(public_client, link_in(sink))))
    with cast.as_public():
        visit = visit_with(receipt)
        assert visit is not None
        actions.burn_mailbox(visit)
    with pytest.raises(AskAgain, match="gewist"):
        invited(case)
    invited(case, knowing=True)
    with cast.opened("iris", case):
        assert not Letter.objects.filter(mailbox__case=case).exists()


def test_taken_back_within_the_minute_nothing_leaves_and_nothing_opens(sink: Sink) -> None:
    case = mailed()
    chosen(case)
    message = invited(case)
    iris = cast.desk_client("iris")
    page = iris.post(f"/zaak/{case.code}/terughalen/{message.pk}/", follow=True).content.decode()
    assert "De uitnodiging is teruggehaald." in page
    later()
    assert sink.taken == []
    with cast.opened("iris", case):
        assert not Mailbox.objects.filter(case=case).exists()


def test_the_link_does_not_stay_and_nothing_opens_without_it(sink: Sink) -> None:
    case = mailed()
    chosen(case)
    invited(case)
    later()
    with cast.opened("iris", case) as file:
        row = file.mine(Outgoing.objects.get(case=case))
        assert (row.state, "token" in row.content) == ("sent", False)
        assert ReplyPath.objects.get(case=case).party_id is None


def test_what_she_answers_to_the_mail_is_hers(sink: Sink) -> None:
    case = mailed()
    chosen(case)
    invited(case)
    later()
    tag = re.search(r"helpdesk\+([a-z2-7]+)@", sink.taken[0][1])
    assert tag is not None
    to = f"Delivered-To: help+{tag[1]}@example.org"
    cast.mail_in(letter("Ik heb de link.", to, sender="Zij <zij@example.net>"), 9)
    with cast.opened("iris", case) as file:
        said = [row.content for row in file.open(Message.objects.filter(case=case))]
    assert [(one["by"], one["kind"]) for one in said if one["text"] == "Ik heb de link."] == [("asker", "answer")]


def test_an_address_that_changed_meanwhile_and_a_word_withdrawn(sink: Sink) -> None:
    case = mailed()
    chosen(case)
    invited(case)
    chosen(case, AskerContact("zij@example.net"))
    later()
    assert sink.taken == []
    assert state(case)[0] == "refused"
    assert "niet gezegd" in state(case)[1]


def test_outside_her_hours_it_waits_and_the_week_begins_when_it_leaves(sink: Sink) -> None:
    case = mailed()
    night = timezone.now().astimezone(HERE).replace(hour=21, minute=0) + timedelta(days=1)
    chosen(case, AskerContact("zij@example.net", True, parse("wo 15.00-17.00")))
    with clock.at(night):
        invited(case)
        with cast.opened("iris", case):
            due = Outgoing.objects.get(case=case).due_at.astimezone(HERE)
            until = Mailbox.objects.get(case=case).invite_until
    assert (due.weekday(), due.hour) == (2, 15)
    assert until == due.date() + timedelta(days=7)


def test_on_the_page_a_colleague_sees_what_to_do() -> None:
    case, iris = mailed(), cast.desk_client("iris")
    page = iris.get(f"/zaak/{case.code}/").content.decode()
    assert "De vrager heeft nog geen code" in page
    assert "Nodig uit per e-mail" in page
    assert "Zet haar om het kind heen" in page
    form = iris.get(f"/zaak/{case.code}/uitnodigen/").content.decode()
    assert "Er is nog niet gezegd dat mailen veilig is." in form
    refused = iris.post(f"/zaak/{case.code}/uitnodigen/")
    assert refused.status_code == 422
    chosen(case)
    assert iris.post(f"/zaak/{case.code}/uitnodigen/").status_code == 302
    page = iris.get(f"/zaak/{case.code}/").content.decode()
    assert "Uitgenodigd per e-mail, nog niet geopend." in page
    assert "Antwoord aan de vrager, via de code" in page
    assert "via de code, altijd" not in page, "she cannot read it yet"
    assert "Zij is uitgenodigd." in page
    assert cast.refused("farah", case, "uitnodigen")
