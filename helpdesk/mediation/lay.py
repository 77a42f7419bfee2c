"""Laying the steps of a mediation on top of each other: what was taken back or set right first, then kind by kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from helpdesk.mediation.talks import Agreement, Answered, Line, Promise, Proposal, Request, Talks, day_of
from helpdesk.mediation.words import Mark, Reply
from helpdesk.mediation.workflow import Kind


def talks_of(mediation_id: UUID, steps: Iterable[tuple[UUID, Mapping[str, Any]]]) -> Talks:
    """Lay the steps of one mediation on top of each other.

    Args:
        steps: id and content of each, in any order. The first one is a frame.
    """
    written = [Line(str(step_id), Kind(said["kind"]), said) for step_id, said in steps]
    lines = _set_right(sorted(written, key=lambda one: one.number))
    valid = [one for one in lines if not one.struck]
    by_kind = {kind: [one for one in valid if one.kind == kind] for kind in Kind}
    bounds = [one for one in valid if one.kind in {Kind.END, Kind.REOPEN}]
    return Talks(
        id=mediation_id,
        frame=by_kind[Kind.FRAME][-1],
        lines=lines,
        positions=_positions(by_kind[Kind.POSITION]),
        proposals=_proposals(by_kind),
        agreements=_agreements(by_kind),
        requests=_requests(by_kind),
        ended=bounds[-1] if bounds and bounds[-1].kind == Kind.END else None,
    )


def _set_right(lines: list[Line]) -> list[Line]:
    """What was taken back or corrected, laid over the lines. A taken-back correction corrects nothing."""
    taken = {one.said["of"] for one in lines if one.kind == Kind.TAKE_BACK}
    over = {one.said["of"]: one for one in lines if one.kind == Kind.CORRECTION and one.id not in taken}
    return [_laid_over(one, over.get(one.id), taken=one.id in taken) for one in lines]


def _laid_over(line: Line, correction: Line | None, *, taken: bool) -> Line:
    if taken:
        return Line(line.id, line.kind, line.said, struck=True)
    if correction is None:
        return line
    reason = str(correction.said["reason"])
    if not correction.text:
        return Line(line.id, line.kind, line.said, struck=True, reason=reason)
    return Line(line.id, line.kind, {**line.said, "text": correction.text}, reason=reason, was=line.text)


def _positions(lines: list[Line]) -> dict[str, list[Line]]:
    found: dict[str, list[Line]] = {}
    for one in sorted(lines, key=lambda one: (one.said["on"], one.number), reverse=True):
        found.setdefault(str(one.said["party"]), []).append(one)
    return found


def _proposals(by_kind: Mapping[Kind, list[Line]]) -> list[Proposal]:
    said = {(one.said["proposal"], one.said["party"]): one for one in by_kind[Kind.ANSWER]}
    agreed = {one.said["proposal"] for one in by_kind[Kind.AGREEMENT]}
    return [
        Proposal(
            line=one,
            author=str(one.said["author"]),
            until=day_of(one.said, "until"),
            answers=[_answered(party, said.get((one.id, party))) for party in one.said["to"]],
            agreed=one.id in agreed,
        )
        for one in by_kind[Kind.PROPOSAL]
    ]


def _answered(party: str, line: Line | None) -> Answered:
    if line is None:
        return Answered(party, None)
    return Answered(party, Reply(line.said["reply"]), line.text, line.on)


def _agreements(by_kind: Mapping[Kind, list[Line]]) -> list[Agreement]:
    marks: dict[str, list[Line]] = {}
    for one in by_kind[Kind.MARK]:
        marks.setdefault(str(one.said["promise"]), []).append(one)
    return [
        Agreement(
            one,
            str(one.said["proposal"]),
            [_promise(made, marks.get(made["id"], [])) for made in one.said["promises"]],
        )
        for one in by_kind[Kind.AGREEMENT]
    ]


def _promise(made: Mapping[str, Any], marks: list[Line]) -> Promise:
    """As it was promised, with every change that was agreed since, and the last word about it."""
    now = dict(made)
    for one in marks:
        if one.said["mark"] == Mark.CHANGED:
            now |= {name: one.said[name] for name in ("what", "by") if one.said.get(name)}
    promise = Promise(str(now["id"]), str(now["who"]), str(now["what"]), date.fromisoformat(now["by"]))
    if not marks:
        return promise
    last = marks[-1]
    return Promise(promise.id, promise.who, promise.what, promise.by, Mark(last.said["mark"]), last.on, last.text)


def _requests(by_kind: Mapping[Kind, list[Line]]) -> list[Request]:
    answers = {str(one.said["request"]): one for one in by_kind[Kind.INFORMATION]}
    return [
        Request(
            line=one,
            party=str(one.said["party"]),
            wanted_by=date.fromisoformat(one.said["wanted_by"]),
            remind_on=date.fromisoformat(one.said["remind_on"]),
            channel=str(one.said["channel"]),
            message=str(one.said.get("message") or ""),
            answer=answers.get(one.id),
        )
        for one in by_kind[Kind.REQUEST]
    ]
