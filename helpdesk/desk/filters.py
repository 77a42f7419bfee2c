"""The worklist's filters: kept per member in the session as ids, never in the address, never a word of a case."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from django.db.models import Q

from helpdesk.cases.words import NEUTRAL
from helpdesk.cases.workflow import IN_TRIAGE, OPEN, State

KEY = "worklist"
WHOSE = {"team": "Van mij en mijn team", "me": "Alleen van mij", "nobody": "Nog van niemand"}
WAITS = {"us": "Wacht op ons", "asker": "Wacht op de vrager", "third": "Wacht op een ander", "all": "Alles wat open is"}
STATES = {
    "us": frozenset({State.TEAM, State.REOPENED}) | IN_TRIAGE,
    "asker": frozenset({State.WAITING_ASKER}),
    "third": frozenset({State.WAITING_THIRD}),
    "all": OPEN,
}


@dataclass(frozen=True)
class Filters:
    """What is chosen. `team` is a slug; `theme` an id of the taxonomy; empty means all."""

    team: str = ""
    whose: str = "team"
    waits: str = "us"
    theme: str = ""

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> Filters:
        """From the session or a form; what is unknown falls back to what stands first."""
        given = {field.name: str(kept.get(field.name, field.default)) for field in fields(cls)}
        chosen = cls(**given)
        return cls(
            team=chosen.team[:30],
            whose=chosen.whose if chosen.whose in WHOSE else "team",
            waits=chosen.waits if chosen.waits in WAITS else "us",
            theme=chosen.theme if chosen.theme in NEUTRAL else "",
        )

    def keep(self, session: MutableMapping[str, Any]) -> None:
        """Remember for this member, for as long as she is signed in."""
        session[KEY] = asdict(self)

    @property
    def any_chosen(self) -> bool:
        return self != Filters()

    @property
    def look_inside(self) -> bool:
        """Whether summaries have to be opened to know: theme and assignee are sealed."""
        return self.theme != "" or self.whose != "team"

    def wanted(self, today: date) -> Q:
        """Which cases. Once the day of a promise of ours has come it is our turn, for whomever else we wait."""
        found = Q(state__in=sorted(str(state) for state in STATES[self.waits]))
        if self.waits == "us":
            found |= Q(promise_on__lte=today)
        return found


def kept_by(session: Mapping[str, Any]) -> Filters:
    """The filters of this member, or none."""
    return Filters.read(session.get(KEY) or {})
