"""Mail comes in: stored before it is read, placed once, into a case only by a tag that its sender was given."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from email.message import EmailMessage
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from helpdesk.cases.access_mail import mail_for, new_reply_path
from helpdesk.cases.actions.mail_in import Place, is_done, place_mail, store_mail
from helpdesk.cases.models import Case, Mail, Message
from helpdesk.cases.workflow import State
from helpdesk.intake.arriving import STRANGER, arrived
from helpdesk.intake.mailboxes import Mailbox
from helpdesk.lib.row_actor import act_as
from tests import cast

pytestmark = pytest.mark.django_db

BOX = Mailbox("helpdesk", "localhost", "user", "secret", address="help@example.org", authserv="mx.example.org")
AsMail = Callable[[], AbstractContextManager[None]]


def a_mail(text: str = "Mag ik bij mijn oma wonen?", **headers: str) -> bytes:
    mail = EmailMessage()
    for name, value in {"From": "Sanne <sanne@example.net>", "To": "help@example.org", **headers}.items():
        mail[name.replace("_", "-")] = value
    mail["Message-ID"] = "<1@example.net>"
    mail.set_content(text)
    return mail.as_bytes()


def comes_in(as_mail: AsMail, raw: bytes, uid: int = 1) -> Mail:
    place = Place("helpdesk", 7, uid)
    with as_mail():
        mail_id = store_mail(place, raw)
        place_mail(mail_id, lambda: arrived(raw, BOX))
        assert is_done(place)
    return _row(mail_id)


def _row(mail_id: Any) -> Mail:
    for slug in ("mo", "iris"):
        with act_as(cast.member(slug).pk):
            found: Mail | None = Mail.objects.select_related("case").filter(pk=mail_id).first()
        if found:
            return found
    raise AssertionError("nobody sees it")


def case_of(row: Mail) -> Case:
    assert row.case is not None
    return row.case


def the_message(who: str, case: Case) -> dict[str, Any]:
    with cast.opened(who, case) as file:
        rows = file.open(Message.objects.filter(case=case).order_by("created_on", "visible_at", "id"))
        content: dict[str, Any] = rows[-1].content
    return content


def test_a_stranger_is_a_new_question_in_triage(as_mail: AsMail) -> None:
    row = comes_in(as_mail, a_mail("Mag ik bij oma wonen?\n\nOp ma 3 nov 2025 om 10:00 schreef Jan:\n> Nee.\n"))
    case = case_of(row)
    assert (row.state, case.state, case.team_id) == ("placed", "new", None)
    said = the_message("mo", case)
    assert said["text"] == "Mag ik bij oma wonen?"
    assert "> Nee." in said["mail"]["whole"]
    assert said["mail"]["from"] == "sanne@example.net"
    with act_as(cast.member("mo").pk):
        assert mail_for(cast.member("mo"), row.pk, to="read-case").raw.startswith(b"From: Sanne")


def test_the_mail_program_reads_nothing_back(as_mail: AsMail) -> None:
    comes_in(as_mail, a_mail())
    with as_mail():
        assert Mail.objects.only("pk").count() == 1  # the control
        with pytest.raises(DatabaseError), transaction.atomic():
            Mail.objects.only("raw").get()


@pytest.mark.parametrize("sender", ["sanne@example.net", "Sanne@Example.NET"])
def test_an_answer_by_tag_from_its_own_sender_lands_in_the_case(as_mail: AsMail, sender: str) -> None:
    case = cast.taken()
    with cast.opened("iris", case, to="reply") as file:
        tag, path = new_reply_path(file, None, "sanne@example.net")
        path.save()
        Case.objects.filter(pk=case.pk).update(state=str(State.WAITING_ASKER), promise_on=None)
    row = comes_in(as_mail, a_mail(From=sender, To=f"help+{tag}@example.org"))
    assert row.case_id == case.pk
    with act_as(cast.member("iris").pk):
        case.refresh_from_db(fields=["state", "promise_on"])
    assert case.state == State.TEAM
    assert case.promise_on
    assert the_message("iris", case)["kind"] == "answer"


def test_a_tag_in_strange_hands_opens_no_case(as_mail: AsMail) -> None:
    case = cast.taken()
    with cast.opened("iris", case, to="reply") as file:
        tag, path = new_reply_path(file, None, "sanne@example.net")
        path.save()
    row = comes_in(as_mail, a_mail(From="vader@example.net", To=f"help+{tag}@example.org"))
    assert row.case_id != case.pk
    assert the_message("mo", case_of(row))["mail"]["hint"] == STRANGER


def test_a_name_and_a_code_find_no_case(as_mail: AsMail) -> None:
    case = cast.taken()
    row = comes_in(as_mail, a_mail(f"Over {case.code}, van Sanne", Subject=case.code))
    assert row.case_id != case.pk
    assert case_of(row).state == State.NEW


def test_a_forged_sender_stays_outside(as_mail: AsMail) -> None:
    case = cast.taken()
    with cast.opened("iris", case, to="reply") as file:
        tag, path = new_reply_path(file, None, "sanne@example.net")
        path.save()
    forged = {"To": f"help+{tag}@example.org", "Authentication_Results": "mx.example.org; dmarc=fail"}
    row = comes_in(as_mail, a_mail(**forged))
    assert row.case_id != case.pk


def test_a_robot_is_set_aside(as_mail: AsMail) -> None:
    row = comes_in(as_mail, a_mail("Ik ben er niet.", Subject="Automatisch antwoord", Auto_Submitted="auto-replied"))
    assert (row.state, row.case_id) == ("robot", None)


def test_the_same_message_again_is_once(as_mail: AsMail) -> None:
    first = comes_in(as_mail, a_mail())
    with as_mail():
        assert store_mail(Place("helpdesk", 7, 1), a_mail()) == first.pk
        assert not place_mail(first.pk, lambda: pytest.fail("it was read before"))
        assert store_mail(Place("helpdesk", 8, 40), a_mail()) == first.pk, "the server numbered anew"
        assert store_mail(Place("helpdesk", 8, 41), a_mail()) != first.pk, "a second copy is a second message"


def test_what_cannot_be_read_is_a_question_all_the_same(as_mail: AsMail, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(raw: bytes) -> None:
        raise RecursionError

    monkeypatch.setattr("helpdesk.intake.arriving.read_safely", breaks)
    row = comes_in(as_mail, a_mail())
    assert row.state == "placed"
    assert "konden we niet lezen" in str(the_message("mo", case_of(row)))
