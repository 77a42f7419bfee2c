"""The child's own words go into the text of her chapter, unless a colleague is writing there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from helpdesk.cases.actions.stepping import now_text
from helpdesk.lib import clock
from helpdesk.reports.actions.keep import Sheet
from helpdesk.reports.document import checked, is_empty
from helpdesk.reports.models import PartVersion, ReportPart
from helpdesk.reports.told import FactTold

HELD = timedelta(minutes=15)
CHAPTER, UNDER = "voice", "Wat het kind zegt"


def place_quote(sheet: Sheet, told: FactTold) -> bool:
    """Put the quote into her chapter as a version of its own; False while somebody else has the chapter in hand."""
    file = sheet.file
    part = ReportPart.objects.select_for_update(of=("self",)).filter(report=sheet.report.id, key=CHAPTER).first()
    if part is None or _held_by_another(part, file.member.pk):
        return False
    file.mine(part)
    doc = with_quote(part.content["doc"], told.text, told.said_by)
    stamp = {"by": str(file.member.pk), "at": now_text()}
    part.version += 1
    part.content = {**part.content, "doc": doc, **stamp}
    part.save(update_fields=["version", "content"])
    kept = file.mine(PartVersion(part=part, case=file.case, created_on=clock.today()))
    kept.content = {"doc": doc, "version": part.version, "why": "saved", **stamp}
    kept.save(force_insert=True)
    return True


def with_quote(doc: Mapping[str, Any], text: str, who: str) -> dict[str, Any]:
    """The document with the quote under its own heading, or at the end where that heading is gone."""
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    paragraphs = [{"type": "paragraph", "content": [{"type": "text", "text": line}]} for line in lines]
    quote = {"type": "blockquote", "attrs": {"who": who}, "content": paragraphs}
    content = list(doc.get("content", ()))
    at = _end_of_section(content)
    if at and _is_blank(content[at - 1]):
        content[at - 1 : at] = [quote]
    else:
        content[at:at] = [quote]
    return checked({"type": "doc", "content": content})


def _end_of_section(content: list[Mapping[str, Any]]) -> int:
    headings = [at for at, block in enumerate(content) if block["type"] == "heading"]
    starts = [at for at in headings if any(one.get("text") == UNDER for one in content[at].get("content", ()))]
    if not starts:
        return len(content)
    return next((at for at in headings if at > starts[0]), len(content))


def _is_blank(block: Mapping[str, Any]) -> bool:
    return block["type"] == "paragraph" and is_empty({"type": "doc", "content": [block]})


def _held_by_another(part: ReportPart, me: object) -> bool:
    held = part.held_by_id is not None and part.held_at is not None and part.held_at > clock.now() - HELD
    return held and part.held_by_id != me
