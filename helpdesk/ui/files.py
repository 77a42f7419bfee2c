"""What is said to whoever sent a file: that it is there, or why not. The words stand in the texts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol


class Outcome(Protocol):
    """What became of one file."""

    @property
    def name(self) -> str: ...

    @property
    def state(self) -> str: ...

    @property
    def reason(self) -> str: ...


def told_of(kept: Iterable[Outcome]) -> list[tuple[str, str, bool]]:
    """Name, key of the sentence, and whether it is good news."""
    return [(one.name, f"files.{_word(one)}", one.state in {"safe", "waiting"}) for one in kept]


def _word(one: Outcome) -> str:
    return "there" if one.state in {"safe", "waiting"} else f"not_{one.reason}"
