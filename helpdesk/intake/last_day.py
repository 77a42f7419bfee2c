"""The answer to "which day is my last day?" in plain words. The law's own words and marks stand beside each step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from helpdesk.intake.last_day_form import OTHER_KIND, LastDayForm
from helpdesk.remedies.answer import safe_day
from helpdesk.remedies.citing import cite, is_old
from helpdesk.remedies.decisions import decision
from helpdesk.remedies.finding import Found
from helpdesk.remedies.reckoning import Reckoned
from helpdesk.remedies.steps import Note
from helpdesk.ui.templatetags.days import whole_day
from helpdesk.ui.texts import say

_BY_JUDGES = frozenset({"R2", "R2-end", "R3"})  # no article says it


@dataclass(frozen=True)
class How:
    """One step: the sentence, the law that says so and how sure we are."""

    says: str
    law: str
    sure: str


@dataclass(frozen=True)
class Told:
    """What she gets to read. Without a day, `why` says why; `kind` names the words for what to do, if any."""

    kind: str
    why: str = ""
    last: date | None = None
    safe: date | None = None
    gone: bool = False
    shortest: bool = False
    steps: tuple[How, ...] = ()

    @property
    def words(self) -> dict[str, str]:
        """What to do, who may, where and with what, in her language."""
        parts = ("what", "who", "where", "send")
        return {part: say(f"lastday.do.{self.kind}.{part}") for part in parts} if self.kind else {}

    @property
    def presses(self) -> bool:
        """Whether it must be today: there is no day, it has passed, or its safe day is here."""
        return self.last is None or self.gone or self.safe is None


def told(form: LastDayForm, today: date) -> Told:
    """What can be said about this letter. A day is only given where the law has one and one set of rules."""
    kind = form.cleaned_data["kind"]
    if kind == OTHER_KIND:
        return Told("", why=say("lastday.unknown_kind"))
    if decision(kind).public != "day":
        return Told("", why=say("lastday.choose" if decision(kind).by_claim else "lastday.no_number"))
    if form.finding is None:
        return Told(kind, why=say("lastday.unknown_day"))
    first = form.finding.decision.remedies[0]  # whoever may do it, its day runs
    main = next(one for one in (*form.finding.open, *form.finding.closed) if one.remedy == first)
    found = main.earliest
    if found is None:
        return Told(kind, why=say("lastday.old_day"))
    return _reckoned(kind, main, found, today)


def _reckoned(kind: str, main: Found, found: Reckoned, today: date) -> Told:
    safe = safe_day(found.last, found.first)
    return Told(
        kind,
        last=found.last,
        safe=safe if safe > today else None,
        gone=found.last < today,
        shortest=len(main.reads) > 1,
        steps=tuple(_steps(found)),
    )


def _steps(found: Reckoned) -> Iterator[How]:
    law = say("lastday.law", law=cite(found.term))
    for at, note in enumerate((*found.noted, *found.doubted)):
        step = note.step()
        mark = step.confidence
        if at == 0:  # the length is the term's own: its article and its mark
            mark = "old" if is_old(found.term) else found.term.confidence
        says = say(f"lastday.how.{note.rule}", **_values(found, note))
        own = say("lastday.case_law") if note.rule in _BY_JUDGES else say("lastday.law", law=step.law)
        yield How(says, law if at == 0 else own, say(f"lastday.sure.{mark}"))


def _values(found: Reckoned, note: Note) -> dict[str, str]:
    values = {name: whole_day(value) if isinstance(value, date) else str(value) for name, value in note.values}
    return {**values, "length": _length(found)}


def _length(found: Reckoned) -> str:
    plural = "" if found.term.length == 1 else "s"
    return f"{found.term.length} {say(f'lastday.unit.{found.term.unit}{plural}')}"
