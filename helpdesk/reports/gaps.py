"""Which chapter a line of the checklist belongs to: so that the outline shows where something is missing. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from helpdesk.reports.checks import Finding
from helpdesk.reports.document import Node, refs
from helpdesk.reports.laid import LaidReport

EMPTY = "empty"  # the outline says that of a chapter anyway
FACTS, FRAME = "facts", "frame"


@dataclass(frozen=True)
class Gap:
    """What is missing in one chapter: how much, and the place in the checklist where its first line stands."""

    lines: int
    first: int


def gaps(stops: Iterable[Finding], report: LaidReport, docs: Mapping[str, Node]) -> dict[str, Gap]:
    """By chapter.

    Args:
        stops: the lines that keep it from being signed, in their order.
        docs: the text of each chapter.
    """
    found: dict[str, Gap] = {}
    for at, one in enumerate(stops, start=1):
        for key in () if one.what == EMPTY else _chapters(one, report, docs):
            known = found.get(key)
            found[key] = Gap(known.lines + 1, known.first) if known else Gap(1, at)
    return found


def _chapters(one: Finding, report: LaidReport, docs: Mapping[str, Node]) -> Sequence[str]:
    """A fact is put right where facts stand; a source wherever the text names it, and in the frame when none does."""
    if one.part or not one.ref:
        return [one.part] if one.part else []
    if report.fact(one.ref):
        return [FACTS]
    return [key for key, doc in docs.items() if one.ref in refs(doc)] or [FRAME]
