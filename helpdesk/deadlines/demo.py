"""Days in the cases of the demonstration, each set by the real actions. Counted from the day on which it is loaded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from helpdesk.cases.demo.play import Play
from helpdesk.deadlines import actions
from helpdesk.deadlines.access import deadlines_of
from helpdesk.deadlines.counted import Counted, Decision, by_hand, from_term
from helpdesk.deadlines.proceedings import Said
from helpdesk.lib import clock


@dataclass(frozen=True)
class FromTerm:
    """A letter of some days ago in a story. `reader` came to the same day; nobody did when it is empty."""

    story: str
    term: str
    days_ago: int
    whom: str
    reader: str = ""

    def counted(self) -> Counted:
        on = clock.today() - timedelta(days=self.days_ago)
        return from_term(self.term, Decision(on, way="sent", whom=self.whom))[0]


@dataclass(frozen=True)
class ByHand:
    """A day that somebody found in a letter."""

    story: str
    what: str
    in_days: int
    source: str
    reason: str
    reader: str = ""

    def counted(self) -> Counted:
        last = clock.today() + timedelta(days=self.in_days)
        return by_hand(self.what, last, reason=self.reason, source=self.source)


DAYS: tuple[FromTerm | ByHand, ...] = (
    FromTerm("broertje", "FAM-01", 8, "het kind", reader="sanne"),
    FromTerm("wachtlijst", "JW-03", 14, "de ouders"),
    FromTerm("geworteld", "VW-01", 10, "het gezin"),
    ByHand(
        "thuiszitter",
        "reactie aan de school",
        12,
        "Brief van de school",
        "De school vraagt in haar brief om een reactie voor deze dag.",
    ),
)
HEARING = ("wachtlijst", "Bezwaarcommissie van de gemeente", "hoorzitting", 35)


def load_deadlines(plays: Iterable[Play]) -> int:
    """Set them in the cases that were made just now; how many. What was there at an earlier load stays as it is."""
    made = {play.story.id: play for play in plays}
    todo = [day for day in DAYS if day.story in made]
    for day in todo:
        _set(made[day.story], day)
    if HEARING[0] in made:
        _hear(made[HEARING[0]])
    return len(todo)


def _set(play: Play, day: FromTerm | ByHand) -> None:
    who = play.story.assignee
    with play.file(who, "set-deadline") as file:
        deadline = actions.set_deadline(file=file, counted=day.counted(), owner=play.people[who])
    if day.reader:
        with play.file(day.reader, "confirm-deadline") as file:
            seen = next(one.seen for one in deadlines_of(file) if one.id == deadline.pk)
            actions.confirm_deadline(file=file, deadline_id=deadline.pk, seen=seen)


def _hear(play: Play) -> None:
    _, body, what, in_days = HEARING
    on = clock.today() + timedelta(days=in_days)
    with play.file(play.story.assignee, "record-proceeding") as file:
        actions.record_proceeding(file=file, said=Said(body, about="Hulp voor hun dochter", hearings=((on, what),)))
