"""The fourteen conditions, the annexes in their order, and on whose consent the report stands."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.models import Attachment, GivenFile
from helpdesk.cases.workflow import NotNow
from helpdesk.lib.ids import new_id
from helpdesk.lib.papers.binding import count_pages
from helpdesk.lib.papers.pdf import NotPrinted
from helpdesk.reports.actions.keep import Sheet, writing
from helpdesk.reports.told import Agreed, Enclosure
from helpdesk.reports.workflow import Kind

HOW = ("good", "moderate", "poor", "unknown")
NUMBERS = range(1, 15)


def weigh(
    *,
    file: CaseFile,
    report_id: UUID,
    now: Mapping[int, str],
    evidence: Mapping[int, str],
    outcomes: Sequence[tuple[str, Mapping[int, str], Mapping[int, str]]],
) -> None:
    """How each condition is now and what is expected after each outcome (title, expected, because). Never a total.

    Raises:
        NotNow: a word that is none of the four, or what is expected without why.
    """
    rows = []
    for at, (title, expected, because) in enumerate(outcomes, start=1):
        for number, word in expected.items():
            if word != "unknown" and not because.get(number, "").strip():
                raise NotNow(f"Schrijf bij voorwaarde {number} waarom je dat verwacht bij: {title}.")
        rows.append({"key": f"o{at}", "title": title, "expected": _text(expected), "because": _text(because)})
    for number, word in now.items():
        if word != "unknown" and not evidence.get(number, "").strip():
            raise NotNow(f"Schrijf bij voorwaarde {number} waaruit dat blijkt.")
    words = [*now.values(), *(word for _, expected, _ in outcomes for word in expected.values())]
    if set(words) - set(HOW) or set(now) - set(NUMBERS):
        raise NotNow("Kies goed, matig, slecht of onbekend.")
    with writing(file, report_id) as sheet:
        sheet.put(Kind.CONDITIONS, now=_text(now), evidence=_text(evidence), outcomes=rows)


def enclose(*, file: CaseFile, report_id: UUID, enclosure: Enclosure) -> str:
    """One more annex, at the end; its ref.

    Raises:
        NotNow: it is no safe copy and nothing that we gave, or it goes along already.
    """
    with writing(file, report_id) as sheet:
        if any((one.kind, one.id) == (enclosure.kind, enclosure.id) for one in sheet.report.annexes):
            raise NotNow("Dit stuk gaat al mee.")
        data = _bytes(file, enclosure)
        row = {"ref": str(new_id()), **asdict(enclosure), "digest": hashlib.sha256(data).hexdigest()}
        row["pages"] = enclosure.pages or _pages(data)
        row["day"] = enclosure.day.isoformat() if enclosure.day else None
        _keep(sheet, [*_rows(sheet), row])
    return str(row["ref"])


def move_annex(*, file: CaseFile, report_id: UUID, ref: str, up: bool) -> None:
    """One place up or down; where it cannot, nothing changes."""
    with writing(file, report_id) as sheet:
        rows = _rows(sheet)
        at = _place(rows, ref)
        to = at - 1 if up else at + 1
        if 0 <= to < len(rows):
            rows[at], rows[to] = rows[to], rows[at]
        _keep(sheet, rows)


def take_out_annex(*, file: CaseFile, report_id: UUID, ref: str) -> None:
    """It does not go along after all; what comes after it moves up."""
    with writing(file, report_id) as sheet:
        rows = _rows(sheet)
        del rows[_place(rows, ref)]
        _keep(sheet, rows)


def record_report_consent(*, file: CaseFile, report_id: UUID, agreed: Agreed) -> None:
    """Whether the child and who decides for her agree, how that was asked, or on what else it stands.

    Raises:
        NotNow: somebody said yes or no, and not how we know.
    """
    asked = ((agreed.child, agreed.child_how), (agreed.guardian, agreed.guardian_how))
    if any(word in {"yes", "no"} and not how.strip() for word, how in asked):
        raise NotNow("Schrijf hoe en wanneer het is gezegd.")
    with writing(file, report_id) as sheet:
        day = agreed.on.isoformat() if agreed.on else None
        sheet.put(Kind.CONSENT, **{**asdict(agreed), "on": day})


def _bytes(file: CaseFile, enclosure: Enclosure) -> bytes:
    """What goes along: the safe copy, or what left."""
    row: Any = None
    if enclosure.kind == "file":
        row = Attachment.objects.filter(case=file.case, pk=enclosure.id, state="safe").first()
    elif enclosure.kind == "given":
        row = GivenFile.objects.filter(case=file.case, pk=enclosure.id).first()
    if row is None:
        raise NotNow("Kies een veilige kopie, of iets dat al is meegegeven.")
    file.mine(row)
    return bytes(row.copy if enclosure.kind == "file" else row.data)


def _pages(data: bytes) -> int:
    """Of a PDF of ours; of anything else that is not known here."""
    try:
        return count_pages([data])[0] if data.startswith(b"%PDF") else 0
    except NotPrinted:
        return 0


def _rows(sheet: Sheet) -> list[dict[str, Any]]:
    names = ("ref", "kind", "id", "title", "pages", "digest")
    return [
        {**{name: getattr(one, name) for name in names}, "day": one.day.isoformat() if one.day else None}
        for one in sheet.report.annexes
    ]


def _place(rows: Sequence[Mapping[str, Any]], ref: str) -> int:
    found = [at for at, one in enumerate(rows) if one["ref"] == ref]
    if not found:
        raise NotNow("Deze bijlage is er niet meer.")
    return found[0]


def _keep(sheet: Sheet, rows: Sequence[Mapping[str, Any]]) -> None:
    sheet.put(Kind.ANNEX, annexes=list(rows))


def _text(values: Mapping[int, str]) -> dict[str, str]:
    return {str(number): value for number, value in values.items()}
