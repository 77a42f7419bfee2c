"""What search finds of reports: what was written down in steps, and the text of each chapter as it is now."""

from __future__ import annotations

from typing import Any

from helpdesk.cases import access_words
from helpdesk.cases.access_words import Kind, Words, words
from helpdesk.reports.document import said as text_of
from helpdesk.reports.models import ReportPart, ReportStep


def register_all() -> None:
    """Enter steps and chapters; called once when the program starts."""
    access_words.register("report", Kind(ReportStep, _of_step))
    access_words.register("chapter", Kind(ReportPart, _of_part))


def _of_step(said: Any, _: Any) -> Words:
    names = (
        "title",
        "question",
        "before",
        "court_number",
        "text",
        "said_by",
        "how",
        "short",
        "basis",
        "body",
        "note",
        "ecli",
    )
    consent = ("child_how", "guardian_how", "named_why")
    weighed = [*(said.get("evidence") or {}).values()]
    weighed += [
        one for outcome in said.get("outcomes") or () for one in (outcome["title"], *outcome["because"].values())
    ]
    annexes = [one["title"] for one in said.get("annexes") or ()]
    texts = [said.get(name) for name in (*names, *consent)]
    return words(*texts, *weighed, *annexes, takes_back=str(said.get("takes_back") or ""))


def _of_part(said: Any, _: Any) -> Words:
    return words(text_of(said["doc"]))
