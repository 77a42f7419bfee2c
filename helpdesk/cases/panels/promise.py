"""What we promised the asker, as a line from the day of the question to the promised day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from helpdesk.cases.models import Case, Message
from helpdesk.cases.panels.people import Colleagues
from helpdesk.cases.panels.reached import reached
from helpdesk.cases.panels.thread import of_party
from helpdesk.cases.workflow import ENDED, State
from helpdesk.directory import agreements
from helpdesk.lib import clock
from helpdesk.ui.templatetags.days import clock as hour
from helpdesk.ui.templatetags.days import letter_day, moment

FIRST, NEW = "vraag", "nieuw bericht"
START, END = 4, 236  # where the drawn line begins and ends, in its own 240 units


@dataclass(frozen=True)
class Promise:
    """`left` in days, negative when the day has passed; no `on` means nothing is promised now."""

    on: date | None
    left: int
    sentence: str
    today_at: int
    how: str = ""

    @property
    def late(self) -> bool:
        return self.on is not None and self.left < 0

    @property
    def pressing(self) -> bool:
        return self.on is not None and self.left <= 1


def promise_of(case: Case, messages: Iterable[Message], people: Colleagues) -> Promise:
    """The promise in words, how its day was reached, and where today stands on its line."""
    if case.promise_on is None or State(case.state) in ENDED:
        return Promise(None, 0, _without(State(case.state)), START)
    today = clock.today()
    left = (case.promise_on - today).days
    whole = max(1, (case.promise_on - case.created_on).days)
    passed = min(whole, max(0, (today - case.created_on).days))
    return Promise(
        case.promise_on, left, _words(left), START + (END - START) * passed // whole, _how(case, messages, people)
    )


def _how(case: Case, messages: Iterable[Message], people: Colleagues) -> str:
    """From what started the clock; a day that somebody chose says who."""
    on = case.promise_on
    if on is None:
        return ""
    made, (what, asked) = case.summary.get("promise_made") or {}, _started(messages)
    if made.get("on") == on.isoformat():
        at = datetime.fromisoformat(made["at"])
        if made["why"] == "renewed":
            words = {"who": people.name(made["by"]), "at": moment(at)}
            return _("Nieuwe dag, gekozen door %(who)s (%(at)s).") % words
        what, asked = _("spoed bepaald"), at
    if asked is None:
        return ""
    rule = agreements.FIRST if what == FIRST else agreements.NEW
    due = agreements.due(rule, case.urgency, asked)
    how = reached(what, asked, on, due.at if due.on == on else None, due.amount)
    if due.on >= on:
        return how
    sooner = _("%(level)s: wij doen het eerder, uiterlijk %(day)s.")
    day = f"{letter_day(due.on)}, {hour(due.at)} uur" if due.at else letter_day(due.on)
    return f"{how} {sooner % {'level': case.urgency_label, 'day': day}}"


def _started(messages: Iterable[Message]) -> tuple[str, datetime | None]:
    """The asker's first message after our last: waiting for her stops the clock, her answer starts a new one."""
    what, asked, ours = FIRST, None, False
    for row in messages:
        content = row.content
        if of_party(row):
            continue
        if content["by"] == "asker" and asked is None:
            what, asked = (NEW if ours else FIRST), datetime.fromisoformat(content["at"])
        elif content["by"] not in {"asker", "party"}:
            asked, ours = None, True
    return what, asked


def _words(left: int) -> str:
    if left < -1:
        return f"{-left} dagen over tijd"
    return {-1: "Een dag over tijd", 0: "Vandaag antwoorden", 1: "Nog 1 dag"}.get(left, f"Nog {left} dagen")


def _without(state: State) -> str:
    return {
        State.WAITING_ASKER: "We hebben geantwoord. De vrager is aan zet.",
        State.WAITING_THIRD: "We wachten op een ander.",
    }.get(state, "Er is nu niets beloofd." if state not in ENDED else "De zaak is klaar.")
