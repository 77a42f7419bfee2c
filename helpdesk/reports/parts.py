"""How a chapter is written by several: who holds it, what a save says, when a version is put aside. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from helpdesk.reports.document import Node, NotADocument, checked, marks_of
from helpdesk.reports.models import ReportPart

HELD = timedelta(minutes=15)  # since the last save; then another may take it
ASIDE = timedelta(minutes=5)  # of writing, between two versions that are put aside
REMEMBERED = 20  # saves of which the answer can be given again
WRITE, SUGGEST = "write", "suggest"
_BESIDE = frozenset({"comment", "insertion", "deletion"})  # marks that are no part of the text itself


@dataclass(frozen=True)
class Sent:
    """A save: the text, the version on which it builds, and a random word by which a second posting is known."""

    doc: Mapping[str, Any] = field(repr=False)
    base: int
    key: str
    mode: str = WRITE


@dataclass(frozen=True)
class Saved:
    """It is kept, as this version."""

    version: int
    at: str


@dataclass(frozen=True)
class Refused:
    """It was not put in, and lies as a version of its own. `held` says that somebody else holds the chapter."""

    attempt: UUID
    held: bool


def sent(data: Any) -> Sent:
    """What the editor posted.

    Raises:
        NotADocument: the text is not one of ours, or the rest is missing.
    """
    if not isinstance(data, Mapping):
        raise NotADocument("Dit is geen tekst van een rapportage.")
    base, key, mode = data.get("base"), data.get("key"), data.get("mode", WRITE)
    if not isinstance(base, int) or isinstance(base, bool) or not 0 <= base < 2**31:
        raise NotADocument("Er staat niet bij op welke versie deze tekst verder gaat.")
    if not isinstance(key, str) or not 8 <= len(key) <= 80 or mode not in {WRITE, SUGGEST}:
        raise NotADocument("Deze tekst is niet goed aangekomen. Hij wordt opnieuw verstuurd.")
    return Sent(checked(data.get("doc")), base, key, mode)


def save_id(part_id: UUID, key: str) -> str:
    """How a save is remembered: the random word as an id that says nothing elsewhere."""
    return str(uuid5(part_id, f"save {key}"))


def answered(part: ReportPart, key: str) -> Saved | None:
    """What was answered to this save before; None when it is new."""
    known = save_id(part.pk, key)
    return next((Saved(version, at) for one, version, at in part.saves if one == known), None)


def remembered(part: ReportPart, key: str, saved: Saved) -> list[list[Any]]:
    """The last saves with this one."""
    return [*part.saves, [save_id(part.pk, key), saved.version, saved.at]][-REMEMBERED:]


def holder(part: ReportPart, now: datetime) -> UUID | None:
    """Who holds the chapter now. Who only proposes keeps nobody out: the author takes proposals over at once."""
    if part.held_by_id is None or part.held_at is None or part.held_at + HELD < now or part.held_to == SUGGEST:
        return None
    held: UUID = part.held_by_id
    return held


def bare(doc: Node) -> list[tuple[Any, ...]]:
    """The text as it stands without suggestions: what was put in is left out, what was struck out is there.

    Two documents with the same bare text differ by suggestions and comments alone.
    """
    return list(_bare(doc))


def _bare(node: Node) -> Iterator[tuple[Any, ...]]:
    marks = marks_of(node)
    if "insertion" in marks:
        return
    attrs = sorted((key, str(value)) for key, value in node.get("attrs", {}).items() if key != "id")
    own = sorted((name, str(sorted(said.items()))) for name, said in marks.items() if name not in _BESIDE)
    if node["type"] == "text":  # letter by letter: a suggestion cuts a text in pieces
        yield from ((letter, own) for letter in node["text"])
        return
    yield (node["type"], attrs, own)
    for child in node.get("content", ()):
        yield from _bare(child)
    yield (f"/{node['type']}",)
