"""The letter of complaint: written beside the case, and given to whoever files it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.give import Made, give
from helpdesk.cases.actions.party import party_of
from helpdesk.cases.actions.read_first import read_first
from helpdesk.cases.actions.stepping import now_text, stepping
from helpdesk.cases.models import Complaint, GivenFile
from helpdesk.cases.workflow import NotNow
from helpdesk.lib import clock
from helpdesk.lib.papers.blocks import Paper
from helpdesk.lib.papers.docx import as_docx
from helpdesk.lib.papers.pdf import as_pdf
from helpdesk.lib.papers.plain_words import text_of
from helpdesk.people.telling import Channel, Subject
from helpdesk.remedies.complaint import Told, Voice, complaint
from helpdesk.remedies.routes import route


def write_complaint(*, file: CaseFile, route_id: str, told: Told, complaint_id: UUID | None = None) -> Complaint:
    """Keep the letter, a new one or the same one changed.

    Raises:
        NotNow: the letter to change is not there any more.
    """
    row = _row(file, complaint_id) if complaint_id else Complaint(case=file.case, created_on=clock.today())
    file.mine(row)
    with stepping(file, "write-complaint"):
        row.content = {**asdict(told), "route": route_id, "by": str(file.member.pk), "at": now_text()}
        row.save()
    return row


def paper_of(row: Complaint) -> Paper:
    """The letter as it would be printed today."""
    return complaint(route(row.content["route"]), told_of(row.content), clock.today())


def reading_kind(row: Complaint, to: UUID | None) -> str:
    """As which text a colleague reads the letter: a yes is for one who gets it."""
    return f"complaint:{row.pk}:{to or ''}"


def all_words(row: Complaint) -> str:
    """What stands in a letter, without what the paper itself puts around it: the day changes, the words do not."""
    told = told_of(row.content)
    said = [told.body, told.about, told.happened, told.own_words, told.tried, told.wants, *told.enclosed]
    return "\n\n".join(filter(None, [route(row.content["route"]).name, *said]))


def told_of(content: dict[str, Any]) -> Told:
    """What a kept letter says."""
    told = {name: content[name] for name in Told.__dataclass_fields__}
    return Told(**{**told, "voice": Voice(told["voice"])})


def give_complaint(*, file: CaseFile, complaint_id: UUID, to: UUID | None, channel: Channel) -> Sequence[GivenFile]:
    """Give the letter, as a PDF and as a Word file, to the asker or to one participant of this case.

    Raises:
        NotNow: it may not go to this person; the sentence says why.
        NeedsReader: a second colleague reads the letter first.
        NotPrinted: the files could not be made.
    """
    row = _row(file, complaint_id)
    paper, party = paper_of(file.mine(row)), party_of(file=file, party_id=to) if to else None
    read = read_first(file, reading_kind(row, to), all_words(row), [Subject.STORY], party)
    name = f"klachtbrief-{clock.today().isoformat()}"
    made = [
        Made("complaint", paper.title, f"{name}.pdf", "application/pdf", as_pdf(paper), {"text": text_of(paper)}),
        Made("complaint", paper.title, f"{name}.docx", DOCX, as_docx(paper)),
    ]
    return give(file, "give-complaint", made, to=to, channel=channel, subjects=[Subject.STORY], read=read)


DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _row(file: CaseFile, complaint_id: UUID) -> Complaint:
    row: Complaint | None = Complaint.objects.filter(case=file.case, pk=complaint_id).first()
    if row is None:
        raise NotNow("Deze brief is er niet meer.")
    return row
