"""The numbers that stand above everything on the public site, in this order, in a child's words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language

from helpdesk.directory import reference


@dataclass(frozen=True)
class HelpLine:
    """One number. `label` is what a child is looking for, `name` what the organisation is called."""

    id: str
    name: str
    label: str
    phone: str
    note: str
    confidence: str
    checked_on: date


def help_lines() -> list[HelpLine]:
    """The lines of the help box. A number of which we are not sure is left out rather than shown."""
    language = (get_language() or "nl").split("-")[0]
    known = {one.id: one for one in reference.institutions()}
    lines = []
    for choice in reference.snapshot().choices("help_line"):
        at = known[choice.id]
        if at.phone and at.phone_confidence != "uncertain":
            name = at.name_en if language == "en" else at.name
            marks = (at.note, at.phone_confidence, at.checked_on)
            lines.append(HelpLine(choice.id, name, choice.label(language), at.phone, *marks))
    return lines
