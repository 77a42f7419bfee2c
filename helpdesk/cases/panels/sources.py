"""The sources on which a case relies, as chips, and those that our own answers cite and nobody added."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from helpdesk.cases.models import Message, Source
from helpdesk.cases.panels.people import Colleagues
from helpdesk.cases.sources import Held, held
from helpdesk.library.cited import Cite, cited_in
from helpdesk.library.relied import Chip, chip
from helpdesk.library.standing import Key, Stand, newest

READ = 10  # of our own messages, the newest: reading them takes time on every look at the case


@dataclass(frozen=True)
class Looked:
    """One look, in words."""

    at: datetime
    who: str
    note: str
    adapted: bool


@dataclass(frozen=True)
class Relies:
    """One source. `said` is why."""

    id: UUID
    chip: Chip
    said: str
    who: str
    at: datetime
    looks: list[Looked]


@dataclass(frozen=True)
class Offered:
    """A citation in what we wrote that the case does not know yet."""

    cite: Cite
    at: datetime


def relies(rows: Iterable[Source], people: Colleagues) -> list[Relies]:
    """What changed on top; one statement when there is any source, none when there is not."""
    sources = held(rows)
    stands = newest({one.key for one in sources})
    found = [_shown(one, stands.get(one.key), people) for one in sources]
    return sorted(found, key=lambda one: not one.chip.to_look_at)


def offered(messages: Iterable[Message], rows: Iterable[Source]) -> list[Offered]:
    """What our own messages cite, once each, the newest first; what came from outside is not read for it."""
    known, found = {one.key for one in held(rows)}, dict[Key, Offered]()
    ours = [row.content for row in messages if row.content["by"] not in {"asker", "party"} and row.content.get("text")]
    for content in ours[-READ:]:
        for key, cite in cited_in(content["text"]).items():
            if key not in known:
                found[key] = Offered(cite, datetime.fromisoformat(content["at"]))
    return sorted(found.values(), key=lambda one: one.at, reverse=True)


def _shown(one: Held, now: Stand | None, people: Colleagues) -> Relies:
    shown = chip(one.key, one.place, one.name, one.seen, now, one.valid_from)
    looks = [Looked(look.at, people.name(look.by), look.note, look.adapted) for look in one.looks]
    return Relies(one.id, shown, one.why, people.name(one.by), one.at, looks)
