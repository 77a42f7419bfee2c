"""A Word file that came back from a lawyer: what changed in it stands as suggestions in a supplement. Nothing is taken
over by itself, and what was signed stays.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.complaint import DOCX
from helpdesk.cases.actions.stepping import now_text
from helpdesk.cases.models import GivenFile
from helpdesk.cases.workflow import NotNow
from helpdesk.lib.papers.returned.record import Comment, NotReturned, Returned, shown
from helpdesk.lib.papers.returned.sandbox import returned_safely
from helpdesk.reports.access import parts_of, report_for
from helpdesk.reports.access_frozen import frozen_for, manuscript_in
from helpdesk.reports.actions.keep import Sheet, put_step, writing
from helpdesk.reports.actions.supplement import begin_supplement
from helpdesk.reports.models import FrozenReport
from helpdesk.reports.suggesting import Left, suggest
from helpdesk.reports.workflow import Kind

WHY = "Er kwam een Word-bestand terug."


def take_in_word(*, file: CaseFile, report_id: UUID, data: bytes) -> UUID:
    """Begin a supplement with the signed text, and in it what somebody changed in Word; its id.

    Comments of Word, and changes that can stand in no text of ours, become remarks.

    Raises:
        NotNow: the file is none of ours, holds no change, or the report was not signed.
    """
    row = frozen_for(file, report_id)
    docs = {part.key: part.doc for part in manuscript_in(row).parts}
    came = _read(data, _as_sent(file, row))
    if not (came.changes or came.comments or came.unknown):
        raise NotNow("In dit bestand is niets veranderd.")
    with writing(file, report_id, "supplement-report", purpose="word") as sheet:
        made = _Remarks(sheet, begin_supplement(sheet, WHY))
        known = {one.number: made.say(_words_of(one)) for one in came.comments}
        found = suggest(docs, came, at=now_text(), comments=known)
        for left in found.left:
            made.say(_left(left), left.part)
        made.write(found.docs)
    return made.report_id


class _Remarks:
    """The new report, while it is filled."""

    def __init__(self, sheet: Sheet, report_id: UUID) -> None:
        self.file, self.report_id = sheet.file, report_id
        self._number = report_for(self.file, report_id).seen

    def say(self, text: str, part: str = "") -> str:
        self._number += 1
        step = put_step(self.file, self.report_id, Kind.REMARK, number=self._number, text=text, part=part)
        return str(step)

    def write(self, docs: Mapping[str, Any]) -> None:
        """Every chapter as it was signed, with the suggestions."""
        for key, part in parts_of(self.file, self.report_id).items():
            if key in docs:
                part.content = {**part.content, "doc": docs[key]}
                part.save(update_fields=["content"])


def _read(data: bytes, sent: bytes) -> Returned:
    try:
        return returned_safely(data, sent)
    except NotReturned as refusal:
        raise NotNow(str(refusal)) from None


def _as_sent(file: CaseFile, row: FrozenReport) -> bytes:
    """The newest copy that left in Word; the one that was laid down when none did."""
    rows = file.open(GivenFile.objects.filter(case=file.case).order_by("-created_on", "-id"))
    given = [one for one in rows if one.content.get("report") == str(row.report_id) and one.content["media"] == DOCX]
    newest = max(given, key=lambda one: str(one.content["at"]), default=None)
    return bytes(newest.data if newest else row.docx)


def _words_of(one: Comment) -> str:
    on = f" (bij “{shown(one.words)}”)" if one.words else ""
    return f"Uit Word, {one.author or 'zonder naam'}{on}: {shown(one.text)}"


def _left(one: Left) -> str:
    words = f" Er stond “{shown(one.before)}”" if one.before else ""
    words += f" Er staat nu “{shown(one.after)}”" if one.after else ""
    return f"Uit Word, {one.author or 'zonder naam'}: {one.sentence}{words}"
