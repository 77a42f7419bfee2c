"""Until when papers may come in before a hearing: the terms of the list that count back from its day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from helpdesk.cases.panels.deadlines import Deadline
from helpdesk.deadlines.counted import Decision, from_term
from helpdesk.lib import clock
from helpdesk.lib.dates import CalendarUnknown
from helpdesk.remedies.chips import Chip, chip
from helpdesk.remedies.citing import cite
from helpdesk.remedies.reckoning import NotReckoned
from helpdesk.remedies.terms import Term, terms

# Before a court that judges a decision (Awb 8:58), and before whoever hears about an objection (Awb 7:4).
PAPERS = ("AWB-20", "AWB-19")


@dataclass(frozen=True)
class Offer:
    """A term that may be set with one press. Which of them counts the jurist knows: the proceeding does not say it."""

    term: str
    what: str
    on: date
    chip: Chip


def papers_before(hearing: date, set_already: Iterable[Deadline]) -> Sequence[Offer]:
    """The terms for papers before a hearing whose last day is still to come, without those that stand already."""
    stands = {(one.what, one.last) for one in set_already}
    rows = (row for row in terms() if row.id in PAPERS and row.holds_on(hearing))
    return [
        Offer(row.id, row.name, hearing, chip(cite(row), row.confidence, source=row.source))
        for row in rows
        if (last := _last(row, hearing)) and last >= clock.today() and (row.name, last) not in stands
    ]


def _last(row: Term, hearing: date) -> date | None:
    try:
        return from_term(row.id, Decision(hearing))[0].last
    except (NotReckoned, CalendarUnknown):
        return None
