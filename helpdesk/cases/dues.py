"""A day that comes from something else in a case: a promise, a question for information. It stands among the tasks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Due:
    """`row` is what it comes from; `late_text` is what the list says once the day has passed. No names in either."""

    row: str
    text: str
    late_text: str
    due_on: date
