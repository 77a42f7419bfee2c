"""What search finds of deadlines and proceedings: the words that a colleague typed, and what the term is called."""

from __future__ import annotations

from typing import Any

from helpdesk.cases import access_words
from helpdesk.cases.access_words import Kind, Words, words
from helpdesk.deadlines.models import DeadlineStep, ProceedingStep


def register_all() -> None:
    """Enter the steps; called once when the program starts."""
    access_words.register("deadline", Kind(DeadlineStep, _of_deadline))
    access_words.register("proceeding", Kind(ProceedingStep, _of_proceeding))


def _of_deadline(said: Any, _: Any) -> Words:
    whom = (said.get("decision") or {}).get("whom")
    return words(*(said.get(name) for name in ("what", "reason", "source")), whom)


def _of_proceeding(said: Any, _: Any) -> Words:
    hearings = (one.get("what") for one in said.get("hearings") or ())
    return words(*(said.get(name) for name in ("body", "number", "about", "outcome")), *hearings)
