"""From a decision to what can be done against it: who may, where, until which day, with what, and what is not possible.

The facts stand in `data/decisions.toml`, each with its article and mark; the days come from the list of terms. Where
two sets of rules may hold both are given, and a jurist chooses.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from helpdesk.lib.dates import CalendarUnknown
from helpdesk.remedies.decisions import Decision, Line, Reading, Remedy
from helpdesk.remedies.reckoning import NotReckoned, Reckoned, reckon
from helpdesk.remedies.terms import Term, term


class Who(StrEnum):
    """Whom the decision concerns, or who wants to do something."""

    CHILD_12 = "child-12"
    CHILD = "child"
    PARENT = "parent"
    PARENT_WITHOUT = "parent-without"
    OTHER = "other"


class Way(StrEnum):
    """How the decision became known, which says what its day is the day of."""

    SENT = "sent"
    HANDED = "handed"
    RULED = "ruled"
    PUBLISHED = "published"


@dataclass(frozen=True)
class Facts:
    """What somebody holds in her hand: whom it concerns, how and when it came, and when the claim was lodged."""

    who: Who
    way: Way
    day: date
    claim_on: date | None = None


@dataclass(frozen=True)
class Read:
    """One reading of the law: its term, under which condition, and the day or why there is none."""

    term: Term
    when: str
    found: Reckoned | None
    why_not: str = ""


@dataclass(frozen=True)
class Found:
    """One remedy as it stands open for this person. With more than one reading, `choose` says on what it hangs."""

    remedy: Remedy
    reads: tuple[Read, ...]
    lines: tuple[Line, ...]

    @property
    def earliest(self) -> Reckoned | None:
        """The first last day of all readings: whoever keeps that one is in time under each of them."""
        days = [read.found for read in self.reads if read.found is not None]
        return min(days, key=lambda found: found.last, default=None)


@dataclass(frozen=True)
class Finding:
    """All of it. `closed` are the remedies that others have and this person has not: their days run all the same."""

    decision: Decision
    facts: Facts
    open: tuple[Found, ...]
    closed: tuple[Found, ...]
    lines: tuple[Line, ...]


_WRONG_WAY: dict[tuple[str, ...], str] = {
    ("ruled",): "Hier telt de dag waarop de rechter besliste, niet die waarop de brief kwam. "
    "Die dag staat op de uitspraak.",
    ("handed",): "Hier telt de dag waarop iemand de beslissing kreeg of ervan hoorde.",
}
_NO_JUDGE = "Dit besluit komt niet van een rechter. Vul de dag in waarop het is verstuurd of gegeven."
_NOT_SO = "Zo wordt dit besluit niet bekend. Kijk nog eens op de brief."
_OTHER_DAY = "Hier telt een andere dag dan de dag die is ingevuld."
_NOT_THIS = "Een jurist zoekt na welk recht geldt. Tot dan rekenen wij deze dag niet uit."
_UNKNOWN = "Van zo lang geleden kennen wij niet alle feestdagen. Een jurist zoekt het uit."
_NOT_THEN = "Op die dag gold deze regel niet."


def wrong_way(decision: Decision, way: Way) -> str:
    """Why the law counts from another day than the one somebody has; empty when it is the right one."""
    if way in decision.ways:
        return ""
    return _WRONG_WAY.get(decision.ways) or (_NO_JUDGE if way == Way.RULED else _NOT_SO)


def find(decision: Decision, facts: Facts) -> Finding:
    """What can be done against this decision, and until when.

    Args:
        decision: one of `decisions()`.
        facts: whom it concerns and which day counts. Its way must be one that the law counts from (`wrong_way`).

    Raises:
        ValueError: the day is the day of something else than the law counts from.
    """
    if reason := wrong_way(decision, facts.way):
        raise ValueError(reason)
    found = [_found(decision, remedy, facts) for remedy in decision.remedies]
    return Finding(
        decision,
        facts,
        tuple(one for one in found if facts.who in one.remedy.who),
        tuple(one for one in found if facts.who not in one.remedy.who),
        _for(facts.who, decision.lines),
    )


def _found(decision: Decision, remedy: Remedy, facts: Facts) -> Found:
    reads = [_read(remedy, reading, facts) for reading in remedy.readings if _may_hold(decision, reading, facts)]
    if not reads:
        reads = [Read(term(one.term), one.when, None, _NOT_THEN) for one in remedy.readings]
    return Found(remedy, tuple(reads), _for(facts.who, remedy.lines))


def _may_hold(decision: Decision, reading: Reading, facts: Facts) -> bool:
    """Whether this row was the law on the day; where the day of the claim may decide, on that day too.

    Which text governs a claim of before a change nobody verified, so both are kept. A claim whose day is not known may
    have been made before it.
    """
    row = term(reading.term)
    claim = facts.claim_on or date.min
    return row.holds_on(facts.day) or (decision.by_claim and row.holds_on(min(claim, facts.day)))


def _read(remedy: Remedy, reading: Reading, facts: Facts) -> Read:
    row = term(reading.term)
    refused = {"other-day": _OTHER_DAY, "not-this": _NOT_THIS}.get(reading.counts, remedy.no_day)
    if refused:
        return Read(row, reading.when, None, refused)
    try:
        return Read(row, reading.when, reckon(row, facts.day))
    except NotReckoned as reason:
        return Read(row, reading.when, None, str(reason))
    except CalendarUnknown:
        return Read(row, reading.when, None, _UNKNOWN)


def _for(who: Who, lines: Sequence[Line]) -> tuple[Line, ...]:
    return tuple(line for line in lines if not line.who or who in line.who)
