"""The worklist: what waits for me and my team. Costs the same at fifty open cases and at a hundred thousand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice

from django.db.models import QuerySet
from django.urls import reverse

from helpdesk.cases import waiting, words
from helpdesk.cases.access import glance_at
from helpdesk.cases.models import Case, Reading
from helpdesk.cases.panels.people import Colleagues
from helpdesk.cases.workflow import Urgency
from helpdesk.counsel.listing import lawyer_answered, with_lawyers
from helpdesk.deadlines import listing as deadlines
from helpdesk.deadlines.listing import Row as OnTop
from helpdesk.deadlines.owners import Owners
from helpdesk.desk.changed import laws_changed
from helpdesk.desk.filters import Filters
from helpdesk.lib import clock
from helpdesk.teams.models import Member

PAGE = 50
READ_THIS = "Een collega vraagt je om mee te lezen."
CHUNK = 500  # summaries opened at a time when a filter has to look inside
GROUPS = (
    ("read", "Meelezen", "een collega wacht op je"),
    ("now", "Nu", "kan niet wachten"),
    ("today", "Vandaag", "antwoord beloofd"),
    ("week", "Deze week", ""),
    ("later", "Later", ""),
)


@dataclass(frozen=True)
class Row:
    """One line of the list. Nothing in it names anybody outside the desk."""

    code: str
    mark: str
    title: str
    url: str
    kind: str
    waits: str
    due_on: date | None
    due_words: str
    late: bool
    who: str
    group: str
    law: str = ""
    lawyer: bool = False


@dataclass(frozen=True)
class Group:
    """A handful of rows under one heading."""

    key: str
    name: str
    more: str
    rows: list[Row]


@dataclass(frozen=True)
class Worklist:
    """One page of the list."""

    groups: list[Group]
    page: int
    has_next: bool
    pressing: Sequence[OnTop] = ()

    @property
    def law_changed(self) -> bool:
        """Whether a source of one of these cases changed."""
        return any(row.law for group in self.groups for row in group.rows)

    @property
    def count(self) -> int:
        return sum(len(group.rows) for group in self.groups)


def worklist(member: Member, filters: Filters, page: int = 1) -> Worklist:
    """Fifty rows in the order of the work: danger on top, then the oldest promise. One more is asked, none counted."""
    start = (page - 1) * PAGE
    asked = _asked(member, filters)
    if filters.look_inside:
        found = list(islice(_matching(asked, member, filters), start, start + PAGE + 1))
    else:
        found = list(asked[start : start + PAGE + 1])
    to_read = _to_read(member) if page == 1 else []
    near = deadlines.near(member) if page == 1 else []
    seen = {id(case) for case in glance_at([*found, *to_read, *(one.case for one in near)])}  # all in one statement
    found, to_read = ([case for case in cases if id(case) in seen] for cases in (found, to_read))
    lines = deadlines.lines_of(near, {one.case_id: one.case for one in near if id(one.case) in seen})
    assignees = filter(None, (case.summary.get("assignee") for case in [*found, *to_read]))
    owners = Owners.of([*assignees, *(line.owner for line, _case in lines)])
    people = owners.people
    laws = laws_changed([*found[:PAGE], *to_read])
    rows = [row_of(case, member, people) for case in found[:PAGE]]
    rows = [replace(row_of(case, member, people), group="read", waits=READ_THIS) for case in to_read] + rows
    rows = [replace(row, law=laws.get(row.code, "")) for row in rows]
    groups = [Group(*group, [row for row in rows if row.group == group[0]]) for group in GROUPS]
    pressing = deadlines.on_top(lines, owners, member)
    return Worklist([group for group in groups if group.rows], page, len(found) > PAGE, pressing)


def _to_read(member: Member) -> list[Case]:
    """Cases in which a text waits for this member to read it, the oldest promise first."""
    mine = Reading.objects.filter(reader=member, state="asked").values("case")
    cases = Case.objects.visible_to(member).open().filter(pk__in=mine).select_related("offer")
    return list(cases.worklist_order()[:PAGE])


def _asked(member: Member, filters: Filters) -> QuerySet[Case]:
    cases: QuerySet[Case] = Case.objects.visible_to(member).open().filter(filters.wanted(clock.today()))
    if filters.team:
        cases = cases.filter(team__slug=filters.team)
    cases = with_lawyers(cases.with_answers().with_stops())  # type: ignore[attr-defined]
    return cases.select_related("offer", "mailbox").worklist_order()  # type: ignore[attr-defined, no-any-return]


def _matching(asked: QuerySet[Case], member: Member, filters: Filters) -> Iterator[Case]:
    """Open summaries in order, some hundreds at a time, and give those that match; whoever asks stops when served."""
    at = 0
    while chunk := list(asked[at : at + CHUNK]):
        for case in glance_at(chunk):
            summary = case.summary
            if filters.theme and summary.get("theme") != filters.theme:
                continue
            if filters.whose == "me" and summary.get("assignee") != str(member.pk):
                continue
            if filters.whose == "nobody" and summary.get("assignee"):
                continue
            yield case
        at += CHUNK


def row_of(case: Case, me: Member, people: Colleagues) -> Row:
    """A case as a line."""
    summary = case.summary
    due, about = waiting.due_of(case)
    today = clock.today()
    kind = (words.asker_of(summary), words.age_of(summary), words.CHANNELS.get(str(summary.get("channel")), ""))
    return Row(
        code=case.code,
        mark=words.mark_of(case),
        title=words.title_of(case),
        kind=" · ".join(filter(None, kind)),
        url=reverse("desk:case-page", args=[case.code]),
        waits=waiting.what_waits(case, me.team_ids()),
        due_on=due,
        due_words=about,
        late=due is not None and (due < today or case.urgency <= Urgency.URGENT),
        who=people.name(summary.get("assignee")),
        lawyer=bool(lawyer_answered(case)),
        group="now" if _mine_to_answer(case, me, today) else _group(case, due, today),
    )


def _mine_to_answer(case: Case, me: Member, today: date) -> bool:
    """Whoever has the case is told first: on the day itself, before anybody else hears of it."""
    due, about = waiting.due_of(case)
    return due is not None and due <= today and about == waiting.PROMISED and case.summary.get("assignee") == str(me.pk)


def _group(case: Case, due: date | None, today: date) -> str:
    if case.urgency == Urgency.DANGER or (due is not None and due < today):
        return "now"
    if case.urgency == Urgency.URGENT and (due is None or due <= today + timedelta(days=2)):
        return "now"
    if due is None:
        return "later"
    if due == today:
        return "today"
    return "week" if due <= today + timedelta(days=6 - today.weekday()) else "later"
