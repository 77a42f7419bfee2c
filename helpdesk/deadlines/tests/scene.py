"""A case with a letter that asks for an answer in time: Iris sets the day, Sanne reads it, Bo is her colleague."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.test import Client

from helpdesk.cases.models import Case
from helpdesk.deadlines.access import deadlines_of
from helpdesk.deadlines.laid import Laid
from helpdesk.directory import agreements
from helpdesk.lib import clock
from helpdesk.lib.dates import add_working_days
from helpdesk.teams.models import Absence, Member
from tests import cast

REASON = "De griffie heeft de ontvangst vandaag bevestigd."
OBJECTION = "AWB-01"  # six weeks, verified


@dataclass
class Scene:
    """One case in the hands of one colleague, and one deadline in it."""

    case: Case
    client: Client = field(repr=False)
    id: str = ""
    ids: list[str] = field(default_factory=list)

    @property
    def at(self) -> str:
        return f"/zaak/{self.case.code}/termijnen/"

    @property
    def url(self) -> str:
        return f"{self.at}{self.id}/"

    def set(self, on: date | None = None, term: str = OBJECTION, owner: str = "iris", **typed: Any) -> None:
        """From the list of terms: shown first, then set."""
        form = {
            "term": term,
            "on": (on or clock.today()).isoformat(),
            "way": "sent",
            "owner": str(cast.member(owner).pk),
            **typed,
        }
        shown = self.client.post(self.at, {**form, "act": "show"})
        assert shown.status_code == 200, shown.content.decode()[-3000:]
        day = shown.context["answer"].counted.last.isoformat()
        done = self.client.post(self.at, {**form, "act": "set", "shown": day})
        assert done.status_code == 302, done.content.decode()[-3000:]
        self._remember()

    def by_hand(self, last: date, *, owner: str = "iris", expect: int = 302, **typed: Any) -> str:
        """A day that a jurist found."""
        form = {
            "what": "Reactie aan de school",
            "last": last.isoformat(),
            "source": "Brief van de school van maandag",
            "text": "De school schrijft tot wanneer we kunnen reageren.",
            "owner": str(cast.member(owner).pk),
            **typed,
        }
        answer = self.client.post(f"{self.at}met-de-hand/", form)
        assert answer.status_code == expect, answer.content.decode()[-3000:]
        if expect == 302:
            self._remember()
        return answer.content.decode()

    def _remember(self) -> None:
        (self.id,) = {str(one.id) for one in self.all()} - set(self.ids)
        self.ids.append(self.id)

    def all(self) -> list[Laid]:
        with cast.opened("iris", self.case) as file:
            return deadlines_of(file)

    @property
    def deadline(self) -> Laid:
        return next(one for one in self.all() if str(one.id) == self.id)

    def do(self, path: str, who: str = "iris", expect: int = 302, **typed: Any) -> str:
        """Post a verb of this deadline."""
        answer = self.as_(who).post(f"{self.url}{path}/", typed)
        assert answer.status_code == expect, (path, answer.status_code, answer.content.decode()[-3000:])
        return answer.content.decode()

    def confirm(self, who: str = "sanne", expect: int = 302) -> str:
        return self.do("klopt", who=who, expect=expect, seen=self.deadline.seen)

    def look(self, who: str = "iris", path: str | None = None) -> str:
        answer = self.as_(who).get(self.url if path is None else path)
        assert answer.status_code == 200, (path, answer.status_code)
        return answer.content.decode()

    def as_(self, who: str) -> Client:
        return self.client if who == "iris" else cast.desk_client(who)


def scene(*, case: Case | None = None) -> Scene:
    """A case in which no deadline runs yet."""
    return Scene(case or cast.taken(), cast.desk_client("iris"))


def soon(safe_in: int = 1) -> date:
    """A last day of which the safe day is so many working days from now."""
    return add_working_days(clock.today(), safe_in + agreements.safe_margin())


def away(slug: str, *, days: int = 2, stand_in: str | None = None) -> Absence:
    """This colleague is away from today on."""
    from helpdesk.teams.actions.absence import enter_absence

    one: Member = cast.member(slug)
    other = cast.member(stand_in) if stand_in else None
    until = clock.today() + timedelta(days=days)
    return enter_absence(by=one, member=one, from_on=clock.today(), until_on=until, stand_in=other)


def entry_ids(deadline: Laid) -> list[UUID]:
    """What of it stands in the owner's calendar."""
    return list(deadline.entries.values())
