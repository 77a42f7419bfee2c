"""A lawyer's place with the names and words of our page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from helpdesk.cases.models import Message
from helpdesk.cases.panels.mail import size_of
from helpdesk.cases.panels.people import Colleagues
from helpdesk.cases.panels.thread import Spoken
from helpdesk.counsel.following import Following
from helpdesk.counsel.laid import Place, Share
from helpdesk.counsel.words import as_said


@dataclass(frozen=True)
class Line:
    """One file: what, when laid ready and by whom, and whether she has it."""

    id: UUID
    title: str
    name: str
    size: str
    digest: str
    by: str
    at: datetime
    collected_at: datetime | None
    back_at: datetime | None
    ready: bool


@dataclass(frozen=True)
class Reminding:
    """How she is reminded of her answer: what left or is to, and the next day; or who said that she is not."""

    mails: tuple[Spoken, ...]
    next_on: date | None
    off_by: str
    off_at: datetime | None


@dataclass(frozen=True)
class Heard:
    """Something that she said. `by` is the colleague who wrote it down; empty when she did so herself."""

    text: str
    at: datetime
    by: str


@dataclass(frozen=True)
class Shown:
    """The place. `state` in a word; `code` to tell by telephone; `delivery` where the mail with the link stands.

    `taken_back`: the invitation was, before it left, and the code went with it.
    """

    place: Place
    state: str
    by: str
    bar_by: str
    ended_by: str
    code: str
    delivery: str
    failed: str
    taken_back: bool
    lines: tuple[Line, ...]


def shown(place: Place, people: Colleagues, invited: Spoken | None) -> Shown:
    """With the invitation as it stands in her thread, while it stands there."""
    return Shown(
        place,
        _state(place),
        people.name(place.by),
        people.name(place.bar_by),
        people.name(place.ended_by),
        invited.code if invited and place.open else "",
        invited.delivery if invited else "",
        invited.failed if invited else "",
        invited is None and place.open and not place.enrolled,
        tuple(_line(one, people) for one in place.shares),
    )


def reminding(place: Place, people: Colleagues, mails: Iterable[Spoken], *, owes: bool) -> Reminding:
    """`owes`: whether she still owes an answer, and can come in to give it."""
    off = place.not_reminded or {}
    at = datetime.fromisoformat(off["at"]) if off else None
    return Reminding(tuple(mails), place.remind_on if owes else None, people.name(off.get("by", "")), at)


def heard(said: Iterable[Message], place: Place, people: Colleagues) -> list[Heard]:
    """What she said, newest first; an answer that a later one took the place of is left out."""
    found, answered = [], False
    for content in (row.content for row in reversed(list(said))):
        is_answer = content["said"]["what"] == "answer"
        if content["counsel"] == str(place.id) and not (is_answer and answered):
            by = "" if content["by"] == "party" else people.name(content["by"])
            found.append(Heard(content["text"], datetime.fromisoformat(content["at"]), by))
            answered = answered or is_answer
    return found


def told(following: Following | None) -> list[str]:
    """What she answered, the newest first."""
    if following is None:
        return []
    last = [as_said(following.answer)] if following.answer else []
    return [*last, *map(as_said, reversed(following.filings))]


def _state(place: Place) -> str:
    if place.ended_at:
        return "ingetrokken"
    if place.over:
        return "voorbij"
    if place.shut:
        return "op slot"
    if place.too_late:
        return "niet op tijd binnengekomen"
    return "open" if place.enrolled else "uitgenodigd"


def _line(one: Share, people: Colleagues) -> Line:
    return Line(
        one.id,
        one.title,
        one.name,
        size_of(one.size),
        one.digest,
        people.name(one.by),
        one.at,
        one.collected_at,
        one.back_at,
        one.ready,
    )
