"""What every step that is only added says of itself; the rooms that keep such steps lay them on top of each other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any


class StepLine:
    """A line of a course: `said` is the content of its step, as `cases.actions.stepping.step_content` made it."""

    said: Mapping[str, Any]

    @property
    def number(self) -> int:
        return int(self.said["number"])

    @property
    def by(self) -> str:
        return str(self.said["by"])

    @property
    def at(self) -> datetime:
        return datetime.fromisoformat(self.said["at"])
