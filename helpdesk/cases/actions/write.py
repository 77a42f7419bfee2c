"""What a member writes: replies with an undo, questions back, notes."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction

from helpdesk.cases.access import CaseFile, to_mailbox
from helpdesk.cases.actions.draft import drop_draft, put_back
from helpdesk.cases.actions.mailbox import INVITED, drop_waiting_mailbox
from helpdesk.cases.actions.notice import leave_to_mail_asker, queue_notice
from helpdesk.cases.actions.read_first import NOT_READ, Read, now_sent, read_first, taken_back, tell_list
from helpdesk.cases.actions.stepping import change_summary, now_text, stepping, tell_status
from helpdesk.cases.models import Case, Draft, Letter, Mailbox, Message, Note, Outgoing
from helpdesk.cases.release import Release, asker_contact, release_to_asker
from helpdesk.cases.words import has_code
from helpdesk.cases.workflow import NotNow, State
from helpdesk.ledger.actions import record
from helpdesk.lib import clock
from helpdesk.people.telling import Channel
from helpdesk.teams.models import Member


def reply(*, file: CaseFile, text: str) -> Message:
    """Answer the asker. It leaves after the undo time; until then `take_back` returns it to a draft.

    Raises:
        NotNow: the asker wiped her mailbox, or the case is not with a team.
        NeedsReader: a second colleague reads it first.
    """
    return _send(file, text, verb="reply", waits_for="asker")


def ask_more(*, file: CaseFile, text: str) -> Message:
    """Ask the asker for more; the case waits for her."""
    return _send(file, text, verb="ask-more", waits_for="asker")


def _send(file: CaseFile, text: str, *, verb: str, waits_for: str) -> Message:
    read = read_first(file, verb, text)
    leave, news = release_to_asker(file), _leave_for_news(file)
    with stepping(file, verb) as case:
        box: Mailbox | None = Mailbox.objects.filter(case=case).first()
        if box is None:
            if has_code(case.summary):
                raise NotNow("De vrager heeft haar berichten gewist. Er is geen plek meer waar zij dit leest.")
            raise NotNow("De vrager heeft geen code om dit mee te lezen. Nodig haar uit per e-mail, of bel haar.")
        at, today = clock.now(), clock.today()
        visible = at + timedelta(seconds=settings.UNDO_SECONDS)
        message = file.mine(Message(case=case, created_on=today, visible_at=visible))
        moment = now_text()
        message.content = {
            "by": str(file.member.pk),
            "kind": verb,
            "channel": "mailbox",
            "text": text,
            "at": moment,
            **now_sent(file, read),
            "before": {
                "state": file.case.state,
                "promise_on": case.promise_on.isoformat() if case.promise_on else None,
                **{name: case.summary.get(name) for name in ("first_reply_at", "waits", "next")},
            },
        }
        message.save(force_insert=True)
        post(leave, file, box, message, by=file.member)
        if news is not None and not box.is_waiting:
            queue_notice(news, file, message)
        first = case.summary.get("first_reply_at") or moment
        still = _still_shown(file, case, until=visible)
        change_summary(case, first_reply_at=first, waits=waits_for, next=None, still_shown=still)
        case.promise_on = None  # kept; the next answer of the asker makes a new one
        drop_draft(file, "reply")
    return message


def _still_shown(file: CaseFile, case: Case, *, until: datetime) -> dict[str, Any]:
    """What the asker sees of the case until the reply has left; of several at once, until the first has."""
    running: dict[str, Any] = case.summary.get("still_shown") or {}
    if running and datetime.fromisoformat(running["until"]) > clock.now():
        return running
    promise = case.promise_on.isoformat() if case.promise_on else None
    answered = bool(case.summary.get("first_reply_at"))
    return {"until": until.isoformat(), "state": file.case.state, "promise_on": promise, "answered": answered}


def _leave_for_news(file: CaseFile) -> Release | None:
    """Leave to mail her that there is news, when she said that this is safe; nobody asks otherwise."""
    return leave_to_mail_asker(file) if asker_contact(file).may_be_mailed else None


def post(leave: Release, file: CaseFile, box: Mailbox, message: Message, *, by: Member) -> None:
    """Put the message into the asker's mailbox, sealed to her; she sees it from `visible_at` on."""
    leave.must_be(box.case_id, Channel.CODE)
    content = file.mine(message).content
    letter = Letter(mailbox=box, message=message, created_on=message.created_on, visible_at=message.visible_at)
    to_mailbox(box, letter)
    letter.content = {"from": by.first_name, "as": by.discipline, "text": content["text"], "at": content["at"]}
    letter.save(force_insert=True)


def read_letter_first(file: CaseFile, text: str, *, kind: str) -> Read:
    """Before an act with a letter to the asker: whether it may leave. One that reaches nobody is read by nobody.

    Raises:
        NeedsReader: a second colleague reads it first.
    """
    if not text.strip() or not Mailbox.objects.filter(case=file.case).exists():
        return NOT_READ
    return read_first(file, kind, text)


def tell_asker(file: CaseFile, text: str, *, kind: str, read: Read) -> None:
    """A letter inside an act that is more than it (reject, refer). No undo; nothing when she wiped her mailbox.

    Args:
        read: what came of `read_letter_first`.
    """
    box: Mailbox | None = Mailbox.objects.filter(case=file.case).first()
    if box is None or not text.strip():
        return
    leave = release_to_asker(file)
    message = file.mine(Message(case=file.case, created_on=clock.today(), visible_at=clock.now()))
    message.content = {
        "by": str(file.member.pk),
        "kind": kind,
        "channel": "mailbox",
        "text": text,
        "at": now_text(),
        **now_sent(file, read),
    }
    message.save(force_insert=True)
    post(leave, file, box, message, by=file.member)
    if not box.is_waiting and (news := _leave_for_news(file)):
        queue_notice(news, file, message)


def take_back(*, file: CaseFile, message_id: UUID) -> str:
    """Undo a message that has not left: it becomes a draft again.

    Returns:
        The participant to whom it was, an id; empty for the asker; `INVITED` when it was an invitation.

    Raises:
        NotNow: the undo time is over and the asker may have read it, or the letter is in the post.
    """
    with transaction.atomic():
        message: Message | None = Message.objects.select_for_update().filter(case=file.case, pk=message_id).first()
        content = file.mine(message).content if message else {}
        if message is None or _has_left(message, content):
            raise NotNow("Dit bericht is al bezorgd. Terughalen kan niet meer.")
        party, subjects = str(content.get("party") or ""), _told(file, message)
        message.delete()  # its letter, or its mail, goes with it
        with_author = taken_back(file, content)
        if party or content["kind"] == INVITED:
            record("take-back", actor=file.actor, object_id=file.case.pk)
        if content["kind"] == INVITED:
            drop_waiting_mailbox(file)
            return INVITED
        if not party:
            _after_take_back(file, content.get("before") or {})
        if not with_author:
            put_back(file, Draft.kind_to(party) if party else "reply", content["text"], subjects)
    return party


def _has_left(message: Message, content: dict[str, Any]) -> bool:
    """A letter leaves when somebody says that it is in the post; anything else when its time has come."""
    if content["kind"] == "brief":
        return bool(content.get("posted_at"))
    return message.visible_at <= clock.now()


def _told(file: CaseFile, message: Message) -> list[str]:
    """What a mail or a letter tells about, so that it is asked again with the same subjects."""
    if message.content["kind"] == "brief":
        return list(message.content["subjects"])
    row: Outgoing | None = Outgoing.objects.filter(case=file.case, message=message).first()
    return list(file.mine(row).content.get("subjects") or []) if row else []


def _after_take_back(file: CaseFile, before: dict[str, Any]) -> None:
    """The case is where it was before the reply; the ledger keeps that it was sent and taken back."""
    case: Case = file.mine(Case.objects.select_for_update(of=("self",)).get(pk=file.case.pk))
    pending = Message.objects.filter(case=case, visible_at__gt=clock.now()).exists()
    if case.state == State.WAITING_ASKER and not pending:
        case.state = before.get("state", str(State.TEAM))
        if before.get("promise_on") and case.promise_on is None:
            case.promise_on = date.fromisoformat(before["promise_on"])
        was = {name: before.get(name) for name in ("first_reply_at", "waits", "next")}
        change_summary(case, **was, still_shown=None, reading=tell_list(case))
    case.save()
    record("take-back", actor=file.actor, object_id=case.pk)
    tell_status(case)


def put_note(file: CaseFile, text: str, *, about: str = "", by: str = "") -> Note:
    """Add a note inside an act that is already recorded."""
    row = file.mine(Note(case=file.case, created_on=clock.today()))
    row.content = {"by": by or str(file.member.pk), "text": text, "at": now_text(), "about": about}
    row.save(force_insert=True)
    return row


def note(*, file: CaseFile, text: str) -> Note:
    """Write a note for colleagues."""
    with stepping(file, "note"):
        row = put_note(file, text)
        drop_draft(file, "note")
    return row
