"""Does the owner of a deadline look at it today? Gone, out of the team or away is no; read at each look, never kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from helpdesk.cases.access import may_at
from helpdesk.cases.models import Case
from helpdesk.cases.panels.deadlines import Deadline
from helpdesk.cases.panels.people import Colleagues
from helpdesk.directory import agreements
from helpdesk.lib import clock
from helpdesk.lib.dates import working_day_before
from helpdesk.teams.models import Member


@dataclass(frozen=True)
class Owned:
    """How it stands with the owner. `why` says why nobody looks at it now; empty when somebody does."""

    name: str
    why: str = ""
    stand_in: str = ""


class Owners:
    """The owners of a list and who of them is away, in one statement."""

    def __init__(self, members: Iterable[Member]) -> None:
        self.people = Colleagues(members)

    @classmethod
    def of(cls, ids: Iterable[str]) -> Owners:
        """Those with these ids."""
        wanted = set(ids)
        return cls(Member.objects.filter(pk__in=wanted).with_absence(clock.today()) if wanted else ())

    def owned(self, line: Deadline, case: Case) -> Owned:
        """Whether somebody looks at it. Who is away counts from the first day of the ladder on."""
        member, name = self.people.get(line.owner), self.people.name(line.owner)
        if member is None or not member.is_active:
            return Owned(name, _("%(name)s werkt hier niet meer.") % {"name": name})
        if not may_at(member, "take-over-deadline", case):
            return Owned(name, _("%(name)s werkt niet meer aan deze zaak.") % {"name": name})
        away: Any = member  # what `with_absence` adds
        if not away.away or clock.today() < first_rung(line.safe):
            return Owned(name)
        why = _("%(name)s is er niet; %(other)s valt in.") if away.stand_in else _("%(name)s is er vandaag niet.")
        return Owned(name, why % {"name": name, "other": away.stand_in_name}, str(away.stand_in or ""))


def first_rung(safe: date) -> date:
    """From this day on the owner is reminded."""
    return working_day_before(safe, max(agreements.ladder().values()))


def last_rung(safe: date) -> date:
    """From this day on the whole team and its lead see it."""
    return working_day_before(safe, agreements.ladder()["remind-lead"])


def horizon() -> date:
    """The farthest safe day of which a rung can have been reached today."""
    return clock.today() + timedelta(days=2 * max(agreements.ladder().values()) + 14)
