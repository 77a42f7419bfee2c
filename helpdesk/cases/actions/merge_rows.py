"""The rows of a merge: what of a case goes up in another one, listed as it goes, so that each comes back as it was."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.carry import HELD, carry_file, files_held, files_of, mails_held, seal_in
from helpdesk.cases.actions.move import move_row, put_row_back
from helpdesk.cases.actions.paths import lead_all, lead_all_back
from helpdesk.cases.actions.split import copy_party, marks_of
from helpdesk.cases.models import AskedException, Complaint, Consent, Contact, Message, Note, Party, Source, Task
from helpdesk.cases.moves import is_mark
from helpdesk.cases.workflow import NotNow

NOTHING_NEW = "Er staat geen nieuw bericht dat mee kan. Een antwoord op een verwijzing lees je in de zaak zelf."
STAYS = frozenset({"burn", "referral-answer"})
CHANGED = "In de andere zaak is iets veranderd dat dan verloren gaat. Zet terug wat niet klopt, of verplaats het."


def carry_all(file: CaseFile, other: CaseFile, same: Mapping[UUID, UUID]) -> dict[str, Any]:
    """Carry everything over that can go; what it was comes back as the list.

    Consents stay: whoever gave one can stop it in her own mailbox, which is of this case. There it is asked anew. What
    has ended stays as a whole: a referral with its answer, a mediation with its tasks, what was given as it was given.
    """
    people, copies = _people(file, other, same)
    rows: list[Message | Note | Contact] = [*_said(file), *_notes(file), *_calls(file)]
    marks = [_carry(file, other, row, people) for row in rows]
    return {
        "people": people,
        "copies": copies,
        "marks": marks,
        "files": _carry_files(file, other),
        "tasks": _carry_tasks(file, other),
        "complaints": _carry_complaints(file, other),
        "sources": _carry_sources(file, other),
        "paths": lead_all(file, other, people),
    }


def carry_new(file: CaseFile, other: CaseFile, moved: dict[str, Any]) -> dict[str, Any]:
    """Carry over what came in since; the list with it. Raises NotNow when there is nothing."""
    rows: list[Message | Note | Contact] = [*_said(file), *_calls(file)]
    marks = [_carry(file, other, row, moved["people"]) for row in rows]
    files = _carry_files(file, other)
    if not marks and not files:
        raise NotNow(NOTHING_NEW)
    return {**moved, "marks": [*moved["marks"], *marks], "files": [*moved["files"], *files]}


def put_all_back(file: CaseFile, other: CaseFile, moved: dict[str, Any]) -> None:
    """Everything of the list back from `other`. What was put back by itself before, stands here already.

    Raises:
        NotNow: something lies elsewhere by now, or was gone on with in a way that would be lost.
    """
    for mark in marks_of(file, moved["marks"]):
        put_row_back(file, other, mark)
    there, held = {str(row.pk): row for row in files_of(other)}, files_held(other)
    for row in (there[one] for one in moved["files"] if one in there):
        if row.pk in held:
            raise NotNow(HELD)
        carry_file(row, other, file)
    for task in other.open(Task.objects.filter(case=other.case, pk__in=moved["tasks"])):
        seal_in(file, task, content=task.content)
    for letter in other.open(Complaint.objects.filter(case=other.case, pk__in=moved.get("complaints", []))):
        seal_in(file, letter, content=letter.content)
    _put_sources_back(file, other, moved.get("sources", []))
    lead_all_back(other, file, moved["paths"])
    _take_copies_away(file, other, moved)


def _carry(file: CaseFile, other: CaseFile, row: Message | Note | Contact, people: Mapping[str, str]) -> str:
    said_by = str(row.content.get("party")) if isinstance(row, Message) else ""
    return str(move_row(file, other, row, party=people.get(said_by, "")))


def _said(file: CaseFile) -> list[Message]:
    """What came from outside, the question too; not what we sent, and not where colleagues decide about a file.

    The answer to a referral says where that stands, so it stays with it.
    """
    rows = file.open(Message.objects.select_for_update().filter(case=file.case).order_by("created_on", "visible_at"))
    held = _messages_held(file)
    return [
        row
        for row in rows
        if row.content["by"] in {"asker", "party"} and row.content["kind"] not in STAYS and str(row.pk) not in held
    ]


def _messages_held(file: CaseFile) -> set[str]:
    held, whole = files_held(file), mails_held(file)
    with_file = {str(row.content["message"]) for row in files_of(file) if row.pk in held and row.content.get("message")}
    said = file.open(Message.objects.filter(case=file.case)) if whole else []
    return with_file | {str(row.pk) for row in said if (row.content.get("mail") or {}).get("id") in whole}


def _notes(file: CaseFile) -> list[Note]:
    rows = file.open(Note.objects.select_for_update().filter(case=file.case).order_by("created_on", "id"))
    return [row for row in rows if not is_mark(row.content)]


def _calls(file: CaseFile) -> list[Contact]:
    return file.open_contacts(Contact.objects.select_for_update().filter(case=file.case))


def _people(file: CaseFile, other: CaseFile, same: Mapping[UUID, UUID]) -> tuple[dict[str, str], list[str]]:
    """Everybody here as somebody there; and who of them was copied."""
    rows = file.open(Party.objects.filter(case=file.case))
    here = [row.pk for row in rows if not row.content.get("removed_at")]
    known = set(Party.objects.filter(case=other.case).values_list("pk", flat=True))
    people = {str(one): str(there) for one, there in same.items() if one in here and there in known}
    copies = [str(one) for one in here if str(one) not in people]
    people |= {one: str(copy_party(file, other, UUID(one)).pk) for one in copies}
    return people, copies


def _carry_files(file: CaseFile, other: CaseFile) -> list[str]:
    """Files that came with no message that went, but those that stay."""
    held, with_held = files_held(file), _messages_held(file)
    loose = [row for row in files_of(file) if row.pk not in held and row.content.get("message") not in with_held]
    for row in loose:
        carry_file(row, file, other)
    return [str(row.pk) for row in loose]


def _carry_tasks(file: CaseFile, other: CaseFile) -> list[str]:
    """Not those that a room above keeps for something of this case."""
    rows = [row for row in _locked(file, Task) if not row.content.get("source")]
    for row in rows:
        seal_in(other, row, content=row.content)
    return [str(row.pk) for row in rows]


def _carry_complaints(file: CaseFile, other: CaseFile) -> list[str]:
    """Letters of complaint that are being written."""
    rows = _locked(file, Complaint)
    for row in rows:
        seal_in(other, row, content=row.content)
    return [str(row.pk) for row in rows]


def _carry_sources(file: CaseFile, other: CaseFile) -> list[str]:
    """On what the case relied, with every look at it: its answers are given there now."""
    rows = _locked(file, Source)
    for row in rows:
        seal_in(other, row, content=row.content)
    return [str(row.pk) for row in rows]


def _put_sources_back(file: CaseFile, other: CaseFile, moved: list[str]) -> None:
    """Those, with the looks that were taken there since."""
    for row in other.open(Source.objects.filter(case=other.case)):
        if str(row.pk) in moved or row.content.get("of") in moved:
            seal_in(file, row, content=row.content)


def _locked(file: CaseFile, model: type[Any]) -> list[Any]:
    return file.open(model.objects.select_for_update().filter(case=file.case))


def _take_copies_away(file: CaseFile, other: CaseFile, moved: dict[str, Any]) -> None:
    """The copies go, when nobody worked with them there."""
    copies = {moved["people"][one]: one for one in moved["copies"]}
    rows: list[Any] = [
        *other.open(Message.objects.filter(case=other.case)),
        *other.open(Consent.objects.filter(case=other.case)),
        *other.open(AskedException.objects.filter(case=other.case)),
    ]
    if any(str(row.content.get("party")) in copies for row in rows):
        raise NotNow(CHANGED)
    here = {str(row.pk): row.content for row in file.open(Party.objects.filter(case=file.case))}
    for row in other.open(Party.objects.filter(case=other.case, pk__in=list(copies))):
        if row.content != here.get(copies[str(row.pk)]):
            raise NotNow(CHANGED)
        row.delete()
