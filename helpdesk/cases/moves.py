"""What may move to another case, and until when that is undone. Rules over opened content; nothing is read here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

UNDO = timedelta(hours=24)
MOVED: Final = "moved"
ELSEWHERE: Final = "Iemand uit een andere zaak"  # who wrote along a path that was given out there
STAYS = {"question", "burn", "referral-answer"}  # an answer belongs to the referral of its case


def can_move(content: Mapping[str, Any]) -> bool:
    """Whether these words of a message are somebody's from outside, and not what the case began or ended with."""
    return content["by"] in {"asker", "party"} and content["kind"] not in STAYS


def is_mark(content: Mapping[str, Any]) -> bool:
    """Whether this only says that something was moved away."""
    return bool((content.get(MOVED) or {}).get("to"))


def undo_until(went: Mapping[str, Any]) -> datetime:
    """Until when a move can be undone."""
    return datetime.fromisoformat(went["at"]) + UNDO
