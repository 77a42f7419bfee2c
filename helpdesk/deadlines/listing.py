"""Lists of deadlines: everything I may see by its day, and what must be on top of the worklist today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse

from helpdesk.cases import words
from helpdesk.cases.access import glance_at, may_at
from helpdesk.cases.models import Case
from helpdesk.cases.panels.deadlines import Deadline, line_of
from helpdesk.deadlines import models
from helpdesk.deadlines.owners import Owned, Owners, first_rung, horizon, last_rung
from helpdesk.lib import clock
from helpdesk.teams.models import Member

PAGE = 50
Of = tuple[Deadline, Case]
CHUNK = 500
MOST = 200  # on top of the worklist; more is a day on which one opens the list itself
SHOWS = {"team": "Van mij en mijn team", "me": "Van mij", "unread": "Nog niet nagelezen", "nobody": "Zonder eigenaar"}


@dataclass(frozen=True)
class Row:
    """One line of a list. Nothing in it names anybody outside the desk."""

    line: Deadline
    owned: Owned
    code: str
    title: str
    mark: str
    mine: bool
    can_take: bool

    @property
    def url(self) -> str:
        return reverse("deadlines:deadline-page", args=[self.code, self.line.id])

    @property
    def unread(self) -> bool:
        return not self.line.confirmed

    @property
    def for_all(self) -> bool:
        """It surfaces for the whole team: nobody looks at it, or the safe day is there."""
        return bool(self.owned.why) or last_rung(self.line.safe) <= clock.today()


@dataclass(frozen=True)
class Page:
    """One page of the list."""

    rows: list[Row]
    page: int
    has_next: bool


def listed(member: Member, show: str, page: int = 1) -> Page:
    """Fifty by their safe day. One more is asked, none counted."""
    start = (page - 1) * PAGE
    asked = models.Deadline.objects.visible_to(member).running()
    if show == "team":
        rows = _rows(list(asked[start : start + PAGE + 1]), member)
    else:
        rows = list(islice(_matching(asked, member, show), start, start + PAGE + 1))
    return Page(rows[:PAGE], page, len(rows) > PAGE)


def near(member: Member) -> list[models.Deadline]:
    """Those of which a rung can have been reached, not opened yet."""
    return list(models.Deadline.objects.visible_to(member).running().filter(safe_on__lte=horizon())[:MOST])


def on_top(lines: Sequence[Of], owners: Owners, member: Member) -> list[Row]:
    """What must be seen today: mine from the first rung on; of the team what nobody looks at, or is nearly over."""
    rows = [_row(line, case, owners, member) for line, case in lines]
    return [row for row in rows if row.for_all or (row.mine and first_rung(row.line.safe) <= clock.today())]


def pressing(member: Member) -> list[Row]:
    """The same for a page that has nothing else to open."""
    lines = _opened(near(member))
    return on_top(lines, Owners.of(line.owner for line, _case in lines), member)


def between(member: Member, first: date, last: date) -> list[Row]:
    """Those with a safe day or a last day in these days. A last day lies at most some weeks behind its safe day."""
    asked = models.Deadline.objects.visible_to(member).running()
    rows = _rows(list(asked.filter(safe_on__lte=last)[: 4 * CHUNK]), member)
    return [row for row in rows if row.line.safe >= first or row.line.last >= first]


def _matching(asked: QuerySet[models.Deadline], member: Member, show: str) -> Iterator[Row]:
    """Open summaries in order, some hundreds at a time; whoever asks stops when served."""
    at = 0
    while True:
        chunk = list(asked[at : at + CHUNK])
        yield from (row for row in _rows(chunk, member) if _fits(row, show))
        if len(chunk) < CHUNK:
            return
        at += CHUNK


def _fits(row: Row, show: str) -> bool:
    return {"me": row.mine, "unread": row.unread, "nobody": bool(row.owned.why)}[show]


def lines_of(found: Sequence[models.Deadline], seen: Mapping[UUID, Case]) -> list[Of]:
    """Each with its case, of the cases that are opened."""
    pairs = ((_line(seen[one.case_id], one), seen[one.case_id]) for one in found if one.case_id in seen)
    return [(line, case) for line, case in pairs if line]


def _opened(found: Sequence[models.Deadline]) -> list[Of]:
    cases = {one.case_id: one.case for one in found}
    return lines_of(found, {case.pk: case for case in glance_at(list(cases.values()))})


def _rows(found: Sequence[models.Deadline], member: Member) -> list[Row]:
    lines = _opened(found)
    owners = Owners.of(line.owner for line, _case in lines)
    return [_row(line, case, owners, member) for line, case in lines]


def _line(case: Case, one: models.Deadline) -> Deadline | None:
    kept = case.summary.get("deadlines") or ()
    return next((line_of(line) for line in kept if line["id"] == str(one.pk)), None)


def _row(line: Deadline, case: Case, owners: Owners, member: Member) -> Row:
    owned, me = owners.owned(line, case), str(member.pk)
    return Row(
        line=line,
        owned=owned,
        code=case.code,
        title=words.title_of(case),
        mark=words.mark_of(case),
        mine=me in {line.owner, owned.stand_in},
        can_take=line.owner != me and may_at(member, "take-over-deadline", case),
    )
