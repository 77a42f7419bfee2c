"""On which sources a case relies, read from its rows: the first row of a source, the looks at it, its taking back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from helpdesk.cases.models import Source
from helpdesk.library.standing import DIGITS, Key, Lit, Stand, lit


class Kind(StrEnum):
    """What a row says."""

    ADDED = "added"
    CHECKED = "checked"
    TAKEN_BACK = "taken-back"


@dataclass(frozen=True)
class Look:
    """Somebody looked at the source after it changed."""

    at: datetime
    by: str
    note: str
    adapted: bool


@dataclass(frozen=True)
class Held:
    """One source on which the case relies now. `seen` is what the last who looked saw; see `library.standing`."""

    id: UUID
    key: Key
    place: str
    name: str
    why: str
    valid_from: date | None
    digest: str
    seen: str | None
    by: str
    at: datetime
    looks: tuple[Look, ...] = field(default=())


def held(rows: Iterable[Source]) -> list[Held]:
    """Those that were not taken back, the oldest first."""
    found: dict[str, Held] = {}
    for row in sorted(rows, key=lambda row: (row.content["at"], row.content["kind"] != Kind.ADDED)):
        said = row.content
        match Kind(said["kind"]):
            case Kind.ADDED:
                found[str(row.pk)] = _added(row.pk, said)
            case Kind.CHECKED if said["of"] in found:
                found[said["of"]] = _looked_at(found[said["of"]], said)
            case Kind.TAKEN_BACK:
                found.pop(said["of"], None)
    return list(found.values())


def _added(pk: UUID, said: Mapping[str, Any]) -> Held:
    key = Key.of(said["code"], said["place"], said["language"])
    more = {name: said[name] for name in ("place", "name", "why", "digest", "seen", "by")}
    return Held(pk, key, valid_from=_day(said["valid_from"]), at=datetime.fromisoformat(said["at"]), **more)


def _looked_at(one: Held, said: Mapping[str, Any]) -> Held:
    look = Look(datetime.fromisoformat(said["at"]), said["by"], said["note"], said["adapted"])
    pin = {"valid_from": _day(said["valid_from"]), "digest": said["digest"], "seen": said["seen"]}
    return replace(one, looks=(*one.looks, look), **pin)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


# --- the list in the summary, by which a worklist knows without opening the case ---


@dataclass(frozen=True)
class Kept:
    """One line of `summary["sources"]`: which source, its article, what was seen of that, and its name."""

    id: UUID
    key: Key
    seen: str | None
    name: str


def to_summary(sources: Iterable[Held]) -> list[list[Any]]:
    """The lines, as they are kept; the same article cited twice is two lines, for each was looked at by itself."""
    return [
        [one.id.hex, *astuple(one.key), None if one.seen is None else one.seen[:DIGITS], one.name] for one in sources
    ]


def from_summary(summary: Mapping[str, Any]) -> list[Kept]:
    """What lists read."""
    return [Kept(UUID(row_id), Key(*key), seen, name) for row_id, *key, seen, name in summary.get("sources") or ()]


def changed(summary: Mapping[str, Any], now: Mapping[Key, Stand]) -> list[tuple[Kept, Lit]]:
    """The sources of this case that say something else now."""
    told = [(one, lit(one.seen, now.get(one.key))) for one in from_summary(summary)]
    return [(one, how) for one, how in told if how.lights]
