"""The two numbers of the frame: days that passed or come near, texts that wait to be read. One small statement a page,
and with it on the worklist how many complaints about ourselves are late.

The case page goes without: it has the most to ask for, and who works in a case is not called out of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db import connection
from django.http import HttpRequest

from helpdesk.lib import clock
from helpdesk.teams.roles import may

_WITH_COMPLAINTS = """SELECT d.late, d.reading, c.unconfirmed + c.unanswered
    FROM desk_counts() d, complaints_counted(%s) c"""


@dataclass(frozen=True)
class Counts:
    """Asked when the frame is drawn, and not for a part of a page."""

    wanted: bool
    with_complaints: bool = False

    @cached_property
    def _all(self) -> tuple[int, int, int]:
        if not self.wanted:
            return 0, 0, 0
        with connection.cursor() as cursor:
            if self.with_complaints:
                cursor.execute(_WITH_COMPLAINTS, [clock.today()])
            else:
                cursor.execute("SELECT late, reading, 0 FROM desk_counts()")
            late, reading, complaints = cursor.fetchone()
        return late, reading, complaints

    @property
    def late(self) -> int:
        return self._all[0]

    @property
    def reading(self) -> int:
        return self._all[1]

    @property
    def late_complaints(self) -> int:
        return self._all[2]


def frame(request: HttpRequest) -> dict[str, Any]:
    """A context processor of the desk."""
    member = getattr(request, "user", None)
    at = request.resolver_match.view_name if request.resolver_match is not None else ""
    if member is None or not member.is_authenticated or not member.reaches("see-worklist") or at == "desk:case-page":
        return {"counts": Counts(False)}
    return {"counts": Counts(True, at == "desk:worklist" and may(member, "count-complaints"))}
