"""One lawyer's place as a page shows it: until when, whether her app is set up, what was shared, what she fetched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from helpdesk.counsel.models import Door, Seat
from helpdesk.counsel.words import MANY_WRONG
from helpdesk.lib import clock


@dataclass(frozen=True)
class Share:
    """One file that was laid ready. `ready`: she can collect it now."""

    id: UUID
    title: str
    name: str
    size: int
    digest: str
    by: str
    at: datetime
    collected_at: datetime | None
    back_at: datetime | None
    ready: bool


@dataclass(frozen=True)
class Place:
    """One lawyer at this case."""

    id: UUID
    party: UUID
    name: str
    purpose: str
    bar: str
    bar_by: str
    by: str
    at: datetime
    message: str
    until: date
    enrol_until: datetime | None
    enrolled: bool
    shut: bool
    answered_on: date | None
    ended_at: datetime | None
    ended_by: str
    why: str
    remind_on: date | None
    not_reminded: Mapping[str, str] | None
    seen: int
    shares: tuple[Share, ...]

    @property
    def open(self) -> bool:
        """Whether she can come in, or still has time to come in first."""
        return self.ended_at is None and not self.over and not self.shut and not self.too_late

    @property
    def over(self) -> bool:
        """Whether its day has passed."""
        return self.until < clock.today()

    @property
    def too_late(self) -> bool:
        """Whether she did not come in time to set up her app."""
        return not self.enrolled and self.enrol_until is not None and self.enrol_until <= clock.now()


def laid(seat: Seat, door: Door | None, fetched: Mapping[UUID, datetime | None]) -> Place:
    """From the opened row, its door while there is one, and when each parcel was collected."""
    said = seat.content
    return Place(
        id=seat.pk,
        party=UUID(said["party"]),
        name=said["name"],
        purpose=said["purpose"],
        bar=said["bar"],
        bar_by=said["bar_by"],
        by=said["by"],
        at=datetime.fromisoformat(said["at"]),
        message=said["message"],
        until=date.fromisoformat(said["until"]),
        enrol_until=door.enrol_until if door else None,
        enrolled=door.last_step > 0 if door else bool(said.get("enrolled")),
        shut=door is not None and door.wrong >= MANY_WRONG,
        answered_on=door.answered_on if door else None,
        ended_at=_moment(said.get("ended_at")),
        ended_by=said.get("ended_by", ""),
        why=said.get("why", ""),
        remind_on=seat.remind_on,
        not_reminded=said.get("not_reminded"),
        seen=said.get("seen", 0),
        shares=tuple(_share(one, fetched) for one in reversed(said["shares"])),
    )


def _share(one: Mapping[str, Any], fetched: Mapping[UUID, datetime | None]) -> Share:
    key, back = UUID(one["id"]), _moment(one.get("back_at"))
    collected = fetched.get(key) or _moment(one.get("collected_at"))
    return Share(
        id=key,
        title=one["title"],
        name=one["name"],
        size=one["size"],
        digest=one["digest"],
        by=one["by"],
        at=datetime.fromisoformat(one["at"]),
        collected_at=collected,
        back_at=back,
        ready=key in fetched and collected is None,
    )


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
