"""What search finds of a mediation: the words of every step. One that was taken back is found no more.

What was set right stays to be read, so both its words are found.
"""

from __future__ import annotations

from typing import Any

from helpdesk.cases import access_words
from helpdesk.cases.access_words import Kind, Words, words
from helpdesk.mediation import workflow
from helpdesk.mediation.models import Step


def register_all() -> None:
    """Enter the steps; called once when the program starts."""
    access_words.register("step", Kind(Step, _of_step))


def _of_step(said: Any, _: Any) -> Words:
    promises = (one["what"] for one in said.get("promises") or ())
    told = (said.get(name) for name in ("about", "aim", "wish", "text", "what", "reason"))
    taken_back = str(said["of"]) if said["kind"] == workflow.Kind.TAKE_BACK else ""
    return words(*told, *promises, sort=str(said["kind"]), takes_back=taken_back)
