"""The two numbers of the frame: promises that were broken, texts that wait to be read. One small statement a page.

The case page goes without: it has the most to ask for, and who works in a case is not called out of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db import connection
from django.http import HttpRequest


@dataclass(frozen=True)
class Counts:
    """Asked when the frame is drawn, and not for a part of a page."""

    wanted: bool

    @cached_property
    def _both(self) -> tuple[int, int]:
        if not self.wanted:
            return 0, 0
        with connection.cursor() as cursor:
            cursor.execute("SELECT late, reading FROM desk_counts()")
            late, reading = cursor.fetchone()
        return late, reading

    @property
    def late(self) -> int:
        return self._both[0]

    @property
    def reading(self) -> int:
        return self._both[1]


def frame(request: HttpRequest) -> dict[str, Any]:
    """A context processor of the desk."""
    member = getattr(request, "user", None)
    at_a_case = request.resolver_match is not None and request.resolver_match.view_name == "desk:case-page"
    wanted = member is not None and member.is_authenticated and member.reaches("see-worklist") and not at_a_case
    return {"counts": Counts(wanted)}
