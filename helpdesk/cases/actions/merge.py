"""Two cases that are one question: the first goes up in the second, and comes back within a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from helpdesk.cases.access import CaseFile, rewrap_for_desk
from helpdesk.cases.actions.family import both_stepping, tie, tied, untie
from helpdesk.cases.actions.merge_rows import carry_all, carry_new, put_all_back
from helpdesk.cases.actions.mergeable import must_be_mergeable, nothing_runs, who_know
from helpdesk.cases.actions.move import people_apart
from helpdesk.cases.actions.party import KNOWING
from helpdesk.cases.actions.plan import show_first_task
from helpdesk.cases.actions.rooms_above import Both, carry_rooms, put_rooms_back
from helpdesk.cases.actions.source import keep_sources
from helpdesk.cases.actions.stepping import change_summary, now_text
from helpdesk.cases.models import Case, Conflict, FamilyLink
from helpdesk.cases.moves import undo_until
from helpdesk.cases.workflow import AskAgain, NotNow, State
from helpdesk.lib import clock
from helpdesk.people.family import Relation

APART = "In deze twee zaken staan mensen tegenover elkaar. Kijk of dit echt één vraag is."
GONE = "Deze zaken zijn niet (meer) samengevoegd."
OUTCOME = "samengevoegd"
_OF_THE_END = ("assignee", "helper", "outcome", "ended_at", "waits", "next")  # of the summary, as they were


def merge_cases(*, file: CaseFile, other: CaseFile, same: Mapping[UUID, UUID], knowing: bool = False) -> None:
    """Everything of `file` that came from outside or was written here goes to `other`; `file` ends as merged.

    Args:
        other: the case in which it goes up, opened for the same verb.
        same: participants of `file` who are, so the colleague says, these of `other`; the rest are copied.
        knowing: somebody said yes to the doubt.

    Raises:
        NotNow: it may not, see `must_be_mergeable`, or the steps do not follow.
        AskAgain: the people of the two cases stand against each other; it may, when `knowing` is set.
    """
    must_be_mergeable(file=file, other=other)
    apart = people_apart(file, other)
    if apart and not knowing:
        raise AskAgain(APART)
    rewrap_for_desk(file)
    purpose = KNOWING if apart else ""
    with both_stepping(file, other, "merge-cases", other_verb="take-in-case", purpose=purpose) as (case, there):
        must_be_mergeable(file=file, other=other)
        was = {**_state_of(case, there), "conflicts": _share_conflicts(case, there)}
        moved = {**carry_all(file, other, same), "rooms": carry_rooms(_both(file, case, other, there))}
        tie(file, other, Relation.MERGED_INTO, moved=moved, was=was)
        promised = _earliest(case.promise_on, there.promise_on)
        there.promise_on, there.urgency = promised, min(case.urgency, there.urgency)
        was_promised = case.promise_on.isoformat() if case.promise_on else None
        case.team_id, case.promise_on = there.team_id, None
        helps = {name: there.summary.get(name) for name in ("assignee", "helper")}
        ended = {"outcome": OUTCOME, "ended_at": now_text(), "waits": None, "next": None}
        change_summary(case, **helps, **ended, merged={"into": there.code, "promise_on": was_promised})
        if moved["tasks"]:
            show_first_task(file, case)
            show_first_task(other, there)
        if moved["sources"]:
            keep_sources(file, case)
            keep_sources(other, there)


def bring_over(*, file: CaseFile, other: CaseFile) -> None:
    """What came into the merged case since then goes to `other` too, and the merged one is closed again.

    Raises:
        NotNow: they are not merged, there is nothing new, or something was begun here that still runs.
    """
    nothing_runs(file=file)
    with both_stepping(file, other, "bring-over", other_verb="take-in-message") as (case, there):
        link = _link(file, other)
        moved = carry_new(file, other, link.content["moved"])
        link.content = {**link.content, "moved": moved}
        link.save(update_fields=["content"])
        there.promise_on = _earliest(case.promise_on, there.promise_on)
        promised = case.promise_on.isoformat() if case.promise_on else case.summary["merged"]["promise_on"]
        case.promise_on = None
        change_summary(case, merged={"into": there.code, "promise_on": promised}, waits=None, ended_at=now_text())


def undo_merge(*, file: CaseFile, other: CaseFile) -> None:
    """Everything back into `file`, which stands where it stood.

    Raises:
        NotNow: a day has passed, or something of it has gone on in `other` and would be lost.
    """
    with both_stepping(file, other, "undo-merge") as (case, there):
        link = _link(file, other)
        if clock.now() >= undo_until(link.content):
            raise NotNow("Ongedaan maken kan een dag lang. Zet terug wat niet klopt, of verplaats het.")
        put_all_back(file, other, link.content["moved"])
        put_rooms_back(_both(file, case, other, there), link.content["moved"].get("rooms", {}))
        was = link.content["was"]
        _stand_as_before(case, was)
        _promise_as_before(there, was["other"])
        for name, one in (("here", case), ("there", there)):
            Conflict.objects.filter(case=one, member_id__in=was["conflicts"][name]).delete()
        if link.content["moved"]["tasks"]:
            show_first_task(file, case)
            show_first_task(other, there)
        if link.content["moved"].get("sources"):
            keep_sources(file, case)
            keep_sources(other, there)
        untie(file, other, Relation.MERGED_INTO)


def merged_into(*, file: CaseFile) -> str:
    """The code of the case in which this one went up; raises NotNow when there is none."""
    rows = file.open(FamilyLink.objects.filter(case=file.case))
    for row in rows:
        if row.content["relation"] == Relation.MERGED_INTO:
            return str(row.content["code"])
    raise NotNow(GONE)


def _both(file: CaseFile, case: Case, other: CaseFile, there: Case) -> Both:
    return {"here": (file, case), "there": (other, there)}


def _link(file: CaseFile, other: CaseFile) -> FamilyLink:
    link = tied(file, other.case.code, Relation.MERGED_INTO)
    if link is None:
        raise NotNow(GONE)
    return link


def _share_conflicts(case: Case, there: Case) -> dict[str, list[str]]:
    """Who knows one of the families sees neither; who came to stand at which, for the way back."""
    here, over = who_know(case), who_know(there)
    added = {"here": over - here, "there": here - over}
    for name, one in (("here", case), ("there", there)):
        Conflict.objects.bulk_create(Conflict(case=one, member_id=member) for member in added[name])
    return {name: [str(member) for member in members] for name, members in added.items()}


def _earliest(*days: date | None) -> date | None:
    return min((day for day in days if day), default=None)


def _state_of(case: Case, there: Case) -> dict[str, Any]:
    """Where both stood before this act, and what `there` is going to promise."""
    summary, promised = case.summary, _earliest(case.promise_on, there.promise_on)
    return {
        "state": Case.objects.values_list("state", flat=True).get(pk=case.pk),
        "team": str(case.team_id) if case.team_id else None,
        "promise_on": _text(case.promise_on),
        "summary": {name: summary[name] for name in _OF_THE_END if name in summary},
        "other": {
            "promise_on": [_text(there.promise_on), _text(promised)],
            "urgency": [there.urgency, min(case.urgency, there.urgency)],
        },
    }


def _stand_as_before(case: Case, was: dict[str, Any]) -> None:
    """As it was; but when its asker wrote since, it is with its team and the day that she was told stays."""
    untouched = State(case.state) == State.CLOSED
    kept = {name: value for name, value in case.summary.items() if name not in {*_OF_THE_END, "merged"}}
    case.summary = {**kept, **was["summary"]}
    case.state = was["state"] if untouched or was["team"] is None else str(State.TEAM)
    case.team_id = UUID(was["team"]) if was["team"] else None
    if untouched or case.promise_on is None:
        case.promise_on = _day(was["promise_on"])


def _promise_as_before(there: Case, was: dict[str, Any]) -> None:
    """Unless somebody set it anew meanwhile."""
    before, since = was["promise_on"]
    if _text(there.promise_on) == since:
        there.promise_on = _day(before)
    before, since = was["urgency"]
    if there.urgency == since:
        there.urgency = before


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
