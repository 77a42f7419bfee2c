"""Referrals as they stand on the page: to whom, where each is, and what can follow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from helpdesk.cases.actions.referral import CHANNELS, answers_to
from helpdesk.cases.models import Consent, Message, Party, Referral
from helpdesk.cases.panels.people import Colleagues
from helpdesk.cases.release import GONE, may_leave
from helpdesk.people.referral import ENDED, FOLLOWS, HOW_LABELS, STATUS_LABELS, How, Status, Step, status_of, steps_of
from helpdesk.people.telling import SUBJECT_LABELS, Subject

ICONS = {
    Status.PLANNED: "calendar",
    Status.SENT: "arrow",
    Status.MORE: "question",
    Status.ACCEPTED: "check",
    Status.MISSED: "alert",
    Status.REFUSED: "cross",
    Status.WITHDRAWN: "lock",
    Status.DONE: "check",
}


_OPEN_LINK = {Status.SENT, Status.MORE, Status.ACCEPTED, Status.MISSED}


@dataclass(frozen=True)
class Taken:
    """One step that was taken."""

    icon: str
    what: str
    at: datetime
    who: str
    note: str
    on: date | None


@dataclass(frozen=True)
class Referred:
    """One referral. `why_not`: why it cannot be handed over now. `news`: an answer that nobody has seen.

    `lapsed`: it went by a link, and may not go any more.
    """

    id: UUID
    party: str
    name: str
    purpose: str
    text: str
    how: str
    what: str
    status: str
    label: str
    steps: list[Taken]
    ended: bool
    to_send: bool
    by_mail: bool
    why_not: str
    lapsed: bool
    results: bool
    news: bool


def referrals(
    rows: Iterable[Referral],
    messages: Iterable[Message],
    parties: Iterable[Party],
    consents: Iterable[Consent],
    asked: Mapping[str, Any],
    people: Colleagues,
) -> list[Referred]:
    """What still runs on top, the newest first.

    Args:
        rows: the referrals, opened.
        messages: those of the case, opened; an answer through a link is among them.
        parties: who stands around the child, opened.
        consents: what was agreed, opened.
        asked: from the summary: links whose answer nobody has seen.
        people: for names of colleagues.
    """
    said, around, agreed = list(messages), {str(row.pk): row for row in parties}, list(consents)
    waiting = {one["referral"] for one in asked.values()}
    found = [_referred(row, said, around, agreed, waiting, people) for row in rows]
    return sorted(found, key=lambda one: (not one.ended, one.steps[0].at), reverse=True)


def _referred(
    row: Referral,
    said: list[Message],
    around: Mapping[str, Party],
    agreed: list[Consent],
    waiting: set[str],
    people: Colleagues,
) -> Referred:
    content, answers = row.content, answers_to(row.pk, said)
    steps = steps_of(content["steps"], answers, (str(one.pk) for one in said))
    status, how = status_of(steps), How(content["how"])
    to_send = status == Status.PLANNED and how != How.HERSELF
    return Referred(
        id=row.pk,
        party=content["party"],
        name=content["name"],
        purpose=content["purpose"],
        text=content["text"],
        how=HOW_LABELS[how],
        what=", ".join(SUBJECT_LABELS[Subject(one)] for one in content["subjects"]),
        status=str(status),
        label=STATUS_LABELS[status].capitalize(),
        steps=[_taken(step, content["name"], people) for step in steps],
        ended=status in ENDED,
        to_send=to_send,
        by_mail=how == How.SEND,
        why_not=why_not(content, around, agreed) if to_send else "",
        lapsed=how == How.SEND and status in _OPEN_LINK and bool(why_not(content, around, agreed)),
        results=bool(FOLLOWS[status]) and not (to_send and how == How.SEND),
        news=bool(answers) and str(row.pk) in waiting,
    )


def why_not(content: Mapping[str, Any], around: Mapping[str, Party], agreed: Iterable[Consent]) -> str:
    """What the door out would say to this referral now; empty when it opens."""
    party = around.get(content["party"])
    if party is None:
        return GONE.reason
    subjects = [Subject.CONTACT, *map(Subject, content["subjects"])]
    answer = may_leave(party, agreed, subjects=subjects, channel=CHANNELS[How(content["how"])])
    return "" if answer.allowed else answer.reason


def _taken(step: Step, name: str, people: Colleagues) -> Taken:
    who = people.name(step.by) if step.by else name
    return Taken(ICONS[step.status], STATUS_LABELS[step.status].capitalize(), step.at, who, step.note, step.on)
