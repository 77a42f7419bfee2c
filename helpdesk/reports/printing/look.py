"""How somebody wants a report printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Look:
    """Choices of one print.

    Args:
        line_numbers: every fifth line of a page gets its number, for who speaks about it at a hearing.
        watermark: for whom this copy is; empty for none.
        suggestions: `taken` prints the text as it would be with all proposals taken over, `shown` prints both.
    """

    line_numbers: bool = False
    watermark: str = ""
    suggestions: Literal["taken", "shown"] = "taken"
