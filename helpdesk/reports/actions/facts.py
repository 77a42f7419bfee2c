"""A fact with where it comes from, and what the child said in her own words: added, set right, taken out."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import Any
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.models import Attachment, Contact, GivenFile, Message, Note, Party
from helpdesk.cases.workflow import NotNow
from helpdesk.lib.ids import new_id
from helpdesk.reports.access import parts_of
from helpdesk.reports.actions.keep import Sheet, writing
from helpdesk.reports.actions.place import place_quote
from helpdesk.reports.document import refs
from helpdesk.reports.told import FactTold
from helpdesk.reports.workflow import Kind

CONTESTED = ("no", "yes", "unknown")
_FROM = {"party": Party, "file": Attachment, "given": GivenFile, "message": Message, "note": Note, "contact": Contact}
_LEFT_OUT = re.compile(r"\s*(?:\[?\(?(?:…|\.\.\.)\)?\]?)\s*")


def add_fact(*, file: CaseFile, report_id: UUID, told: FactTold) -> str:
    """A new fact; its ref.

    Raises:
        NotNow: where it comes from, or who contests it, does not stand in this case.
    """
    with writing(file, report_id) as sheet:
        ref = str(new_id())
        _put(sheet, ref, told)
    return ref


def change_fact(*, file: CaseFile, report_id: UUID, ref: str, told: FactTold) -> None:
    """As it is from now on; how it was stays in its steps. A saying of the child stays one.

    Raises:
        NotNow: it is not there any more, or as `add_fact`.
    """
    with writing(file, report_id) as sheet:
        held = sheet.report.fact(ref)
        if held is None:
            raise NotNow("Dit feit is er niet meer.")
        if held.voice:
            _must_stand_in(file, told, told.text)
        _put(sheet, ref, told)


def take_out_fact(*, file: CaseFile, report_id: UUID, ref: str) -> None:
    """It is no part of the report after all.

    Raises:
        NotNow: it is gone already, or a chapter still stands on it.
    """
    with writing(file, report_id) as sheet:
        if sheet.report.fact(ref) is None:
            raise NotNow("Dit feit is er niet meer.")
        must_be_free(sheet, ref)
        sheet.put(Kind.FACT, ref=ref, gone=True)


def quote_child(*, file: CaseFile, report_id: UUID, told: FactTold, words: str) -> tuple[str, bool]:
    """The child's own words, as they stand in the case, into the list and into her chapter.

    Args:
        told: of `voice`, with `how` these words were collected; its text is what is quoted.
        words: the text of the message, note or call; see `pieces`.

    Returns:
        The ref, and whether the words stand in the chapter too: not while a colleague writes in it.

    Raises:
        NotNow: these are not the words that stand there.
    """
    with writing(file, report_id) as sheet:
        _is_said(told.text, words)
        ref = str(new_id())
        _put(sheet, ref, told)
        placed = place_quote(sheet, told)
    return ref, placed


def must_be_free(sheet: Sheet, ref: str) -> None:
    """Raises NotNow while the text of a chapter names it or stands on it."""
    used = [key for key, part in parts_of(sheet.file, sheet.report.id).items() if ref in refs(part.content["doc"])]
    if used:
        sections = [one for one in sheet.report.frame.outline.sections if one.key in used]
        raise NotNow(f"Haal het eerst uit de tekst: {', '.join(one.heading for one in sections)}.")


def _put(sheet: Sheet, ref: str, told: FactTold) -> None:
    _is_of_the_case(sheet.file, told)
    day = told.day.isoformat() if told.day else None
    sheet.put(Kind.FACT, ref=ref, **{**asdict(told), "day": day, "contested_by": list(told.contested_by)})


def _is_of_the_case(file: CaseFile, told: FactTold) -> None:
    model = _FROM.get(told.source)
    if model is None or not model._default_manager.filter(case=file.case, pk=told.source_id).exists():
        raise NotNow("Kies waar dit feit vandaan komt: iemand of iets van deze zaak.")
    if told.contested not in CONTESTED:
        raise NotNow("Kies of dit feit betwist is.")
    known = set(map(str, Party.objects.filter(case=file.case).values_list("pk", flat=True)))
    if set(told.contested_by) - known:
        raise NotNow("Wie dit betwist, staat niet bij de zaak.")


def _must_stand_in(file: CaseFile, told: FactTold, text: str) -> None:
    """A quote may become shorter, not other words; where its source has none to compare with it stays as it is."""
    model = {"message": Message, "note": Note}.get(told.source)
    row: Any = model._default_manager.filter(case=file.case, pk=told.source_id).first() if model else None
    if row is not None:
        _is_said(text, str(file.mine(row).content.get("text") or ""))


def _is_said(text: str, words: str) -> None:
    said = _plain(words)
    pieces = [_plain(one) for one in _LEFT_OUT.split(text) if _plain(one)]
    if not pieces or not all(one in said for one in pieces):
        raise NotNow("Dit staat er niet zo. Laat alleen woorden weg, en zet daar … voor in de plaats.")


def _plain(text: str) -> str:
    return " ".join(text.split()).strip("“”\"'‘’ ")
