"""Letters by post: written, printed, and marked when they are in the letter box. Until then they can be taken back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.draft import drop_draft
from helpdesk.cases.actions.leave import leave_to_write
from helpdesk.cases.actions.party import party_of
from helpdesk.cases.actions.read_first import Read, now_sent
from helpdesk.cases.actions.stepping import now_text, stepping
from helpdesk.cases.consents import consents_of
from helpdesk.cases.models import Draft, Message
from helpdesk.cases.release import Release, may_leave
from helpdesk.cases.workflow import NotNow
from helpdesk.ledger.actions import record_now
from helpdesk.lib import clock
from helpdesk.people.person import Person
from helpdesk.people.telling import Channel, Subject

KIND = "brief"


@dataclass(frozen=True)
class PrintedLetter:
    """One letter as it is printed. `sender` is a neutral name: an envelope says nothing of what is in it."""

    to: str
    sender: str
    text: str
    code: str
    posted: bool


def write_letter(
    *, file: CaseFile, party_id: UUID, text: str, subjects: Iterable[Subject], knowing: bool = False
) -> Message:
    """Write to one participant of this case on paper.

    Raises:
        NotNow: it may not go to this person, or not with these words; the sentence says why.
        NeedsReader: a second colleague reads it first.
        AskAgain: it may, when `knowing` is set.
    """
    allowed, person, read = leave_to_write(
        file=file, party_id=party_id, text=text, subjects=subjects, channel=Channel.POST, knowing=knowing
    )
    return _write_letter(allowed, file, person, text, read)


def _write_letter(allowed: Release, file: CaseFile, person: Person, text: str, read: Read) -> Message:
    allowed.must_be(file.case.pk, Channel.POST)
    with stepping(file, "write-letter") as case:
        message = file.mine(Message(case=case, created_on=clock.today(), visible_at=clock.now()))
        message.content = {
            "by": str(file.member.pk),
            "kind": KIND,
            "channel": "letter",
            "party": str(allowed.party_id),
            "text": text,
            "at": now_text(),
            "to": _envelope(person),
            "subjects": sorted(str(subject) for subject in allowed.subjects),
            "excepted": allowed.exception_id is not None,
            **now_sent(file, read),
        }
        message.save(force_insert=True)
        drop_draft(file, Draft.kind_to(allowed.party_id))
    return message


def _envelope(person: Person) -> str:
    return f"{person.name}\n{person.address}".strip()


def print_letter(*, file: CaseFile, message_id: UUID) -> PrintedLetter:
    """The letter on paper; on record before it is shown. What was agreed is asked again while it can still be stopped.

    Raises:
        NotNow: it is not there, or it may not go any more.
    """
    content = _letter(file, message_id).content
    if not content.get("posted_at"):
        _must_still_be_so(file, content)
    record_now("print", actor=file.actor, object_id=file.case.pk, purpose="a letter")
    sender = settings.POST_SENDER
    return PrintedLetter(content["to"], sender, content["text"], file.case.code, bool(content.get("posted_at")))


def _must_still_be_so(file: CaseFile, content: dict[str, object]) -> None:
    party = party_of(file=file, party_id=UUID(str(content["party"])))
    person = Person.of(party.content)
    if str(content["to"]) != _envelope(person):
        raise NotNow("De naam of het adres van deze persoon is veranderd. Haal de brief terug en schrijf hem opnieuw.")
    told = [Subject(one) for one in content["subjects"]]  # type: ignore[attr-defined]
    answer = may_leave(
        party, consents_of(file), subjects=told, channel=Channel.POST, excepted=bool(content["excepted"])
    )
    if not answer.allowed:
        record_now("refuse", actor=file.actor, object_id=file.case.pk, purpose="release", result="refused")
        raise NotNow(answer.reason)


def post_letter(*, file: CaseFile, message_id: UUID) -> None:
    """It is in the letter box; from now on it cannot be taken back.

    Raises:
        NotNow: it is not there, was posted already, or may not go any more.
    """
    _must_still_be_so(file, _letter(file, message_id).content)
    with stepping(file, "post-letter"):
        row = _letter(file, message_id, lock=True)
        if row.content.get("posted_at"):
            raise NotNow("Deze brief is al op de post.")
        row.content = {**row.content, "posted_at": now_text(), "posted_by": str(file.member.pk)}
        row.save(update_fields=["content"])


def _letter(file: CaseFile, message_id: UUID, *, lock: bool = False) -> Message:
    rows = Message.objects.select_for_update() if lock else Message.objects.all()
    row: Message | None = rows.filter(case=file.case, pk=message_id).first()
    if row is None or file.mine(row).content.get("kind") != KIND:
        raise NotNow("Deze brief is er niet meer.")
    return row
