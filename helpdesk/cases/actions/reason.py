"""Why something out of the ordinary is done. A second person reads it, so a word or two is none."""

from __future__ import annotations

from helpdesk.cases.workflow import NotNow

SHORTEST_REASON = 20  # letters


def checked_reason(text: str) -> str:
    """The reason without the white space around it; raises NotNow when it is too short."""
    reason = text.strip()
    if len(reason) < SHORTEST_REASON:
        raise NotNow(f"Schrijf in minstens {SHORTEST_REASON} letters waarom.")
    return reason
