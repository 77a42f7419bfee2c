"""All that lies in a case, in one statement: messages, notes, contact moments, tasks, people, files, what was
agreed, referrals, sources, own drafts; opened. Where the child is lies elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import BinaryField, CharField, DateField, DateTimeField, F, UUIDField, Value
from django.db.models.functions import Cast, Coalesce

from helpdesk.cases.access import CaseFile
from helpdesk.cases.models import (
    AskedException,
    Attachment,
    Complaint,
    Conflict,
    Consent,
    Contact,
    Draft,
    FamilyLink,
    FileRequest,
    GivenFile,
    Message,
    Note,
    Outgoing,
    Party,
    Reading,
    Referral,
    Source,
    Task,
    Withdrawal,
)

_COLUMNS = (
    *("what", "id", "created_on", "shown_at", "content", "sort", "facts", "course", "key_id", "callback_on"),
    *("about", "one", "other"),
)


@dataclass
class Papers:
    """The rows by kind, messages in the order in which they were said."""

    messages: list[Message] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    parties: list[Party] = field(default_factory=list)
    consents: list[Consent] = field(default_factory=list)
    withdrawals: list[Withdrawal] = field(default_factory=list)
    exceptions: list[AskedException] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    files: list[Attachment] = field(default_factory=list)
    file_requests: list[FileRequest] = field(default_factory=list)
    outgoing: list[Outgoing] = field(default_factory=list)
    links: list[FamilyLink] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    conflicts: set[UUID] = field(default_factory=set)  # colleagues for whom this case is not there
    referrals: list[Referral] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    complaints: list[Complaint] = field(default_factory=list)
    given: list[GivenFile] = field(default_factory=list)


def papers_of(file: CaseFile) -> Papers:
    """Read and open the rows of this case. Sealed bytes of another kind would not open: the place is in the seal."""
    found, case = Papers(), {"case": file.case}
    for what, row_id, created_on, shown_at, content, sort, *rest, about, one, other in _rows(file):
        row: models.Model
        match what:
            case "conflict":
                found.conflicts.add(one)
                continue
            case "contact":
                more = dict(zip(("facts", "course", "key_id", "callback_on"), rest, strict=True))
                contact = Contact(id=row_id, created_on=created_on, words=content, state="joined", **more, **case)
                found.contacts += file.open_contacts([contact])
                continue
            case "message":
                row = Message(id=row_id, created_on=created_on, visible_at=shown_at, content=content, **case)
                found.messages.append(row)
            case "note":
                row = Note(id=row_id, created_on=created_on, content=content, **case)
                found.notes.append(row)
            case "task":
                row = Task(id=row_id, created_on=created_on, content=content, **case)
                found.tasks.append(row)
            case "file":
                row = Attachment(id=row_id, created_on=created_on, state=sort, content=content, **case)
                found.files.append(row)
            case "file request":
                people = {"asked_by_id": one, "agreed_by_id": other, "open_until": shown_at}
                row = FileRequest(id=row_id, created_on=created_on, kind=sort, content=content, **people, **case)
                row.attachment_id, row.mail_id = (None, about) if sort == "message" else (about, None)
                found.file_requests.append(row)
            case "outgoing":
                row = Outgoing(id=row_id, created_on=created_on, state=sort, due_at=shown_at, content=content, **case)
                row.message_id = about
                found.outgoing.append(row)
            case "link":
                row = FamilyLink(id=row_id, created_on=created_on, content=content, **case)
                found.links.append(row)
            case "reading":
                people = {"author_id": one, "reader_id": other}
                row = Reading(id=row_id, created_on=created_on, state=sort, content=content, **people, **case)
                found.readings.append(row)
            case "referral":
                row = Referral(id=row_id, created_on=created_on, content=content, **case)
                found.referrals.append(row)
            case "source":
                row = Source(id=row_id, created_on=created_on, content=content, **case)
                found.sources.append(row)
            case "complaint":
                row = Complaint(id=row_id, created_on=created_on, content=content, **case)
                found.complaints.append(row)
            case "given":
                row = GivenFile(id=row_id, created_on=created_on, content=content, **case)
                found.given.append(row)
            case "party":
                row = Party(id=row_id, created_on=created_on, content=content, **case)
                found.parties.append(row)
            case "consent":
                row = Consent(id=row_id, created_on=created_on, content=content, **case)
                found.consents.append(row)
            case "withdrawal":
                row = Withdrawal(id=row_id, created_on=created_on, content=content, **case)
                found.withdrawals.append(row)
            case "exception":
                row = AskedException(id=row_id, created_on=created_on, state=sort, content=content, **case)
                found.exceptions.append(row)
            case _:
                row = Draft(id=row_id, kind=sort, member=file.member, content=content, **case)
                found.drafts.append(row)
        file.mine(row)
    found.messages.sort(key=lambda row: (row.created_on, row.visible_at, row.id))
    return found


def _rows(file: CaseFile) -> Iterable[tuple[Any, ...]]:
    nothing = Value("", output_field=CharField())
    never = Value(None, output_field=DateTimeField())
    no_day = Value(None, output_field=DateField())
    contacts = Contact.objects.filter(case=file.case).annotate(
        what=Value("contact"), shown_at=never, content=F("words"), sort=nothing
    )
    alone = {
        "facts": Value(None, output_field=BinaryField()),
        "course": Value(None, output_field=BinaryField()),
        "key_id": Value(None, output_field=UUIDField()),
        "callback_on": no_day,
    }
    nobody = Cast(Value(None), UUIDField())
    loose = {"about": nobody, "one": nobody, "other": nobody}
    messages = Message.objects.filter(case=file.case).annotate(
        what=Value("message"), shown_at=F("visible_at"), sort=nothing
    )
    notes = Note.objects.filter(case=file.case).annotate(what=Value("note"), shown_at=never, sort=nothing)
    tasks = Task.objects.filter(case=file.case).annotate(what=Value("task"), shown_at=never, sort=nothing)
    parties = Party.objects.filter(case=file.case).annotate(what=Value("party"), shown_at=never, sort=nothing)
    consents = Consent.objects.filter(case=file.case).annotate(what=Value("consent"), shown_at=never, sort=nothing)
    stops = Withdrawal.objects.filter(case=file.case, settled=False).annotate(
        what=Value("withdrawal"), shown_at=never, sort=nothing
    )
    exceptions = AskedException.objects.filter(case=file.case).annotate(
        what=Value("exception"), shown_at=never, sort=F("state")
    )
    drafts = Draft.objects.filter(case=file.case, member=file.member).annotate(
        what=Value("draft"), created_on=no_day, shown_at=never, sort=F("kind")
    )
    files = Attachment.objects.filter(case=file.case).annotate(what=Value("file"), shown_at=never, sort=F("state"))
    wishes = FileRequest.objects.filter(case=file.case).annotate(
        what=Value("file request"),
        shown_at=F("open_until"),
        sort=F("kind"),
        about=Coalesce("attachment_id", "mail_id"),
        one=F("asked_by_id"),
        other=F("agreed_by_id"),
    )
    links = FamilyLink.objects.filter(case=file.case).annotate(what=Value("link"), shown_at=never, sort=nothing)
    referrals = Referral.objects.filter(case=file.case).annotate(what=Value("referral"), shown_at=never, sort=nothing)
    sources = Source.objects.filter(case=file.case).annotate(what=Value("source"), shown_at=never, sort=nothing)
    letters = Complaint.objects.filter(case=file.case).annotate(what=Value("complaint"), shown_at=never, sort=nothing)
    given = GivenFile.objects.filter(case=file.case).annotate(what=Value("given"), shown_at=never, sort=nothing)
    plain = (
        messages,
        notes,
        tasks,
        parties,
        consents,
        stops,
        exceptions,
        drafts,
        files,
        links,
        referrals,
        sources,
        letters,
        given,
    )
    outgoing = Outgoing.objects.filter(case=file.case).annotate(
        what=Value("outgoing"), shown_at=F("due_at"), sort=F("state"), about=F("message_id"), one=nobody, other=nobody
    )
    readings = Reading.objects.filter(case=file.case, state__in=["asked", "agreed", "returned"]).annotate(
        what=Value("reading"), shown_at=never, sort=F("state"), about=nobody, one=F("author_id"), other=F("reader_id")
    )
    conflicts = Conflict.objects.filter(case=file.case).annotate(
        what=Value("conflict"),
        created_on=no_day,
        shown_at=never,
        content=alone["facts"],
        sort=nothing,
        about=nobody,
        one=F("member_id"),
        other=nobody,
    )
    others = [
        *(part.annotate(**alone, **loose) for part in plain),
        wishes.annotate(**alone),
        outgoing.annotate(**alone),
        readings.annotate(**alone),
        conflicts.annotate(**alone),
    ]
    # The contact moments come first, for only they have every column: the database takes its types from them.
    parts = [part.order_by().values_list(*_COLUMNS) for part in (contacts.annotate(**loose), *others)]
    found: Iterable[tuple[Any, ...]] = parts[0].union(*parts[1:], all=True)
    return found
