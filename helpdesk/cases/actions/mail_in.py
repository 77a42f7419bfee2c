"""Mail comes in. Runs in the mail program: it stores first, reads after, and cannot read back what it stored."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, models, transaction

from helpdesk.cases.access_contacts import BornKey
from helpdesk.cases.access_files import Shelf
from helpdesk.cases.access_mail import mark_of, new_sealed_key, to_case
from helpdesk.cases.actions.attach import Received, put_file
from helpdesk.cases.actions.new_code import save_with_a_new_code
from helpdesk.cases.actions.stepping import now_text
from helpdesk.cases.models import Case, Mail, MailboxState, Message, ReplyPath
from helpdesk.cases.workflow import State, Urgency
from helpdesk.directory import agreements
from helpdesk.ledger.actions import Actor, record
from helpdesk.lib import clock

MOST_FILES = 20  # of one message; all of them are in the original
FETCHER = Actor.worker("mail")
MOST_TRIES = 5  # a message that broke off so many readings is placed unread


@dataclass(frozen=True)
class Place:
    """Where a message lies at its server: our name of the mailbox, the server's UIDVALIDITY and UID."""

    mailbox: str
    validity: int
    uid: int


@dataclass(frozen=True)
class Arrived:
    """What a message comes to after it was read.

    Args:
        said: what is sealed into the case's message, without who and when.
        path: the case and participant that it belongs to; None makes a new question.
        robot: the kind of automatic message, empty for a person. It stays outside every case unless `path` is known.
        facts: sealed summary fields of a new question.
    """

    said: dict[str, Any] = field(repr=False)
    path: ReplyPath | None = None
    robot: str = ""
    facts: dict[str, Any] = field(default_factory=dict)
    files: tuple[Received, ...] = field(default=(), repr=False)


class LedElsewhere(RuntimeError):
    """The path was led to another case a moment ago; nothing was kept but the mail, which is read again."""


def store_mail(place: Place, raw: bytes) -> UUID:
    """Keep a message as it came, committed before anybody reads it; the same message again is the same row."""
    if (known := _known(place)) is not None:
        _again(known)
        return known
    mark = mark_of(raw)
    if (known := _renumbered(place, mark)) is not None:
        return known
    key = new_sealed_key()
    mail = Mail(
        key_id=key.id,
        mailbox=place.mailbox,
        validity=place.validity,
        uid=place.uid,
        mark=mark,
        created_on=clock.today(),
    )
    key.open(mail)
    mail.raw = raw
    try:
        with transaction.atomic(durable=True):
            mail.save(force_insert=True)
    except IntegrityError:
        if (known := _known(place)) is None:
            raise
        return known  # another worker was a moment earlier; the key without a row is swept
    stored: UUID = mail.pk
    return stored


def _again(mail_id: UUID) -> None:
    """Whoever stored it did not come to an end. One that is held now is being read, and counts for nothing."""
    with transaction.atomic(durable=True):
        held = Mail.objects.select_for_update(skip_locked=True).filter(pk=mail_id, state="stored")
        if held.only("pk").first() is not None:
            Mail.objects.filter(pk=mail_id).update(tries=models.F("tries") + 1)


def is_done(place: Place) -> bool:
    """Whether the message was stored and put where it belongs; then only the server has to hear of it."""
    return _at(place).exclude(state="stored").exists()


def done_uids(mailbox: str, validity: int) -> set[int]:
    """What of a mailbox is placed, for a server that cannot remember it."""
    rows = Mail.objects.filter(mailbox=mailbox, validity=validity).exclude(state="stored")
    return set(rows.values_list("uid", flat=True))


def _at(place: Place) -> models.QuerySet[Mail]:
    return Mail.objects.filter(mailbox=place.mailbox, validity=place.validity, uid=place.uid)


def _known(place: Place) -> UUID | None:
    found: UUID | None = _at(place).values_list("pk", flat=True).first()
    return found


def _renumbered(place: Place, mark: bytes) -> UUID | None:
    """The server numbers anew (another UIDVALIDITY): a message with the same mark under the old one is this one."""
    old = Mail.objects.filter(mailbox=place.mailbox, mark=mark).exclude(validity=place.validity)
    with transaction.atomic():
        row = old.only("pk").select_for_update().order_by("uid").first()  # waits for whoever places it now
        if row is None:
            return None
        try:
            with transaction.atomic():
                Mail.objects.filter(pk=row.pk).update(validity=place.validity, uid=place.uid)
        except IntegrityError:
            return None
    found: UUID = row.pk
    return found


def place_mail(mail_id: UUID, read: Callable[[], Arrived], instead: Callable[[], Arrived] | None = None) -> bool:
    """Put a stored message where it belongs, once: `read` is asked while the row is held.

    Args:
        instead: asked when reading broke off `MOST_TRIES` times. It must not read.

    Returns:
        False when it is done already, or another worker has it in hands now.
    """
    try:
        return _place(mail_id, read, instead)
    except LedElsewhere:
        return _place(mail_id, read, instead)


def _place(mail_id: UUID, read: Callable[[], Arrived], instead: Callable[[], Arrived] | None) -> bool:
    with transaction.atomic(durable=True):
        held = Mail.objects.select_for_update(skip_locked=True).filter(pk=mail_id, state="stored")
        mail: Mail | None = held.only("pk", "case_id", "state", "tries").first()
        if mail is None:
            return False
        arrived = instead() if instead and mail.tries >= MOST_TRIES else read()
        if arrived.path is not None:
            _bring(mail, arrived, arrived.path)
        elif arrived.robot:
            Mail.objects.filter(pk=mail.pk).update(state="robot")
            record("set-aside", actor=FETCHER, object_id=mail.pk, purpose=arrived.robot)
        else:
            case = ask_by_mail(mail, arrived, new_sealed_key)
            record("ask", actor=FETCHER, object_id=case.pk, purpose="email")
    return True


def _bring(mail: Mail, arrived: Arrived, path: ReplyPath) -> None:
    """Into the case of its path, sealed to it; a person's words also move the case on."""
    message = Message(case_id=path.case_id, created_on=clock.today(), visible_at=clock.now())
    to_case(path, message)
    by = "party" if path.party_id or path.elsewhere else "asker"
    message.content = {
        "by": by,
        "kind": arrived.robot or "answer",
        "channel": "email",
        "at": now_text(),
        **({"party": str(path.party_id)} if path.party_id else {}),
        **({"elsewhere": True} if path.elsewhere else {}),
        **arrived.said,
        "mail": {**arrived.said["mail"], "id": str(mail.pk)},
    }
    message.save(force_insert=True)
    _must_still_lead_there(path)
    shelf = Shelf(path.case_id, lambda row: to_case(path, row), new_sealed_key, by)
    _keep_files(shelf, arrived, message)
    Mail.objects.filter(pk=mail.pk).update(state="placed", case_id=path.case_id)
    if not arrived.robot:
        Case.objects.mail_answered(bytes(path.lookup), agreements.due(agreements.NEW, Urgency.NORMAL, clock.now()).on)
    record("mail-in", actor=FETCHER, object_id=path.case_id, purpose=arrived.robot or "answer")


def _must_still_lead_there(path: ReplyPath) -> None:
    """The insert waited for whoever had the case in hands. When she led the path to another case, we begin anew."""
    now = ReplyPath.objects.along([bytes(path.lookup)])
    if not now or now[0].case_id != path.case_id:
        raise LedElsewhere


def ask_by_mail(mail: Mail, arrived: Arrived, new_key: Callable[[], BornKey]) -> Case:
    """A new question in triage, under a key of its own, inside the transaction that is open. The caller records it."""
    key, today, at = new_key(), clock.today(), now_text()
    promise = agreements.due(agreements.FIRST, Urgency.NORMAL, clock.now()).on
    case = Case(state=str(State.NEW), promise_on=promise, created_on=today, key_id=key.id)
    message = Message(case=case, created_on=today, visible_at=clock.now())
    key.open(case, message)
    case.summary = {"channel": "email", "asked_at": at, "language": "nl", **arrived.facts}
    message.content = {
        "by": "asker",
        "kind": "question",
        "channel": "email",
        "at": at,
        "more": {},
        **arrived.said,
        "mail": {**arrived.said["mail"], "id": str(mail.pk)},
    }
    save_with_a_new_code(case)
    message.save(force_insert=True)
    _keep_files(Shelf(case.pk, key.open, new_key, "asker"), arrived, message)
    Mail.objects.filter(pk=mail.pk).update(state="placed", case_id=case.pk)
    return case


def _keep_files(shelf: Shelf, arrived: Arrived, message: Message) -> None:
    """The files of the message, in the same commit as its words."""
    for received in arrived.files[:MOST_FILES]:
        put_file(shelf, received, source="mail", message=str(message.pk))


def tell_state(name: str, *, trouble: str = "", emptied: bool = False) -> None:
    """Say how a mailbox is doing: in trouble since when, and when it was last emptied (now, when nothing is wrong)."""
    now: datetime = clock.now()
    state, _ = MailboxState.objects.get_or_create(name=name)
    told: dict[str, Any] = {"emptied_at": now} if emptied or not trouble else {}
    if state.trouble != trouble:
        told |= {"trouble": trouble, "trouble_since": now if trouble else None}
    if told:
        MailboxState.objects.filter(name=name).update(**told)
