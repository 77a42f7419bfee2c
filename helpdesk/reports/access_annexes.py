"""The annexes of a signed report, as they lie with the case: each one still what was signed, or none goes along."""

from __future__ import annotations

from helpdesk.cases.access import CaseFile
from helpdesk.cases.models import Attachment, GivenFile
from helpdesk.cases.workflow import NotNow
from helpdesk.lib.papers.pdf import NotPrinted
from helpdesk.lib.papers.picture import page_of
from helpdesk.reports.freezing import sha256
from helpdesk.reports.manuscript import Annex, Manuscript

PDF = b"%PDF"


def annex_files(file: CaseFile, manuscript: Manuscript) -> dict[int, bytes]:
    """Each annex as a PDF, by its number.

    Raises:
        NotNow: one is gone, or is not what it was when the report was signed.
    """
    return {one.number: _as_pdf(_bytes(file, one), one) for one in manuscript.annexes}


def _bytes(file: CaseFile, annex: Annex) -> bytes:
    kind, _, key = annex.file.partition(":")
    found = b""
    if kind == "file" and (row := Attachment.objects.filter(case=file.case, pk=key, state="safe").first()):
        found = bytes(file.mine(row).copy or b"")
    elif kind == "given" and (given := GivenFile.objects.filter(case=file.case, pk=key).first()):
        found = bytes(file.mine(given).data)
    if not found or sha256(found) != annex.digest:
        raise NotNow(f"Bijlage {annex.number} is er niet meer zoals zij was toen het rapport werd getekend.")
    return found


def _as_pdf(data: bytes, annex: Annex) -> bytes:
    try:
        return data if data.startswith(PDF) else page_of(data)
    except NotPrinted:
        raise NotNow(f"Bijlage {annex.number} kan niet op papier. Geef haar apart mee.") from None
