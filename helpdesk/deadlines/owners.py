"""Does the owner of a deadline look at it today? Gone, out of the team or away is no; read at each look, never kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from helpdesk.cases.access import may_at
from helpdesk.cases.models import Case
from helpdesk.cases.panels.deadlines import Deadline
from helpdesk.cases.panels.people import Colleagues
from helpdesk.directory import agreements
from helpdesk.lib import clock
from helpdesk.lib.dates import working_day_before
from helpdesk.teams.models import Absence, Member


@dataclass(frozen=True)
class Owned:
    """How it stands with the owner. `why` says why nobody looks at it now; empty when somebody does."""

    name: str
    why: str = ""
    stand_in: str = ""


class Owners:
    """The owners of a list and who of them is away, in two statements."""

    def __init__(self, people: Colleagues, away: Iterable[Absence]) -> None:
        self.people = people
        self._away = {str(one.member_id): one for one in away}

    @classmethod
    def of(cls, ids: Iterable[str]) -> Owners:
        """Those with these ids."""
        wanted = set(filter(None, ids))
        if not wanted:
            return cls(Colleagues(()), ())
        return cls(Colleagues.only(wanted), Absence.objects.all().on(clock.today()).filter(member__in=wanted))

    def owned(self, line: Deadline, case: Case) -> Owned:
        """Whether somebody looks at it. Who is away counts from the first day of the ladder on."""
        member, away = self.people.get(line.owner), self._away.get(line.owner)
        name = self.people.name(line.owner)
        if member is None or not member.is_active:
            return Owned(name, _("%(name)s werkt hier niet meer.") % {"name": name})
        if not may_at(member, "take-over-deadline", case):
            return Owned(name, _("%(name)s werkt niet meer aan deze zaak.") % {"name": name})
        if away is None or clock.today() < first_rung(line.safe):
            return Owned(name)
        stand_in: Member | None = away.stand_in
        words = {"name": name, "stand_in": stand_in.full_name if stand_in else ""}
        why = _("%(name)s is er niet; %(stand_in)s valt in.") if stand_in else _("%(name)s is er vandaag niet.")
        return Owned(name, why % words, str(stand_in.pk) if stand_in else "")


def first_rung(safe: date) -> date:
    """From this day on the owner is reminded."""
    return working_day_before(safe, max(agreements.ladder().values()))


def last_rung(safe: date) -> date:
    """From this day on the whole team and its lead see it."""
    return working_day_before(safe, agreements.ladder()["remind-lead"])


def horizon() -> date:
    """The farthest safe day of which a rung can have been reached today."""
    return clock.today() + timedelta(days=2 * max(agreements.ladder().values()) + 14)
