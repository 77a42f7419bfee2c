"""What search knows of a case: its items, each a text as words in their order. This is what a term blob holds."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from helpdesk.search.words import words_of

# The weight of a word by where it stands: a title says more than a page of a file.
WEIGHTS = {"title": 3, "name": 3, "words": 2, "file": 1}
NAME = "@"  # before a word that is written as a name: it is also found by its sound
_NAME_INSIDE = re.compile(r"(?<=[^\W\d_]|[,;])[^\S\n]+([^\W\d_][\w'’-]*)")


class Field(StrEnum):
    """Where a text stands."""

    TITLE = "title"
    NAME = "name"
    WORDS = "words"
    FILE = "file"


@dataclass(frozen=True)
class Item:
    """One message, note, name or file: which row it was, and its words. A name carries `NAME` in front."""

    kind: str
    id: str
    field: Field
    words: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Document:
    """One case: its id and its items."""

    id: UUID
    items: tuple[Item, ...]


def item(kind: str, row_id: object, field: Field, text: str) -> Item:
    """A text as an item."""
    return Item(kind, str(row_id), field, tuple(entries_of(text, field)))


def entries_of(text: str, field: Field) -> list[str]:
    """The words of a text; those of a name, and those with a capital in the middle of a sentence, as names."""
    if field is Field.NAME:
        return [NAME + word for word in words_of(text)]
    names = {
        word for found in _NAME_INSIDE.findall(text) if found[0].isupper() and not found.isupper()
        for word in words_of(found)
    }  # fmt: skip
    return [NAME + word if word in names else word for word in words_of(text)]


def bare(entry: str) -> str:
    """The word without the sign of a name."""
    return entry.removeprefix(NAME)


def pack(items: Iterable[Item]) -> bytes:
    """The items as bytes, to be sealed."""
    lines = ("\t".join((one.kind, one.id, one.field, " ".join(one.words))) for one in items)
    return zlib.compress("\n".join(lines).encode(), 1)


def unpack(data: bytes) -> tuple[Item, ...]:
    """What `pack` made."""
    text = zlib.decompress(data).decode()
    return tuple(_item(line) for line in text.split("\n")) if text else ()


def _item(line: str) -> Item:
    kind, row_id, field, words = line.split("\t")
    return Item(kind, row_id, Field(field), tuple(words.split(" ")) if words else ())
