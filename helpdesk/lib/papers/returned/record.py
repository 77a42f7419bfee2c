"""What came back, as data: changes that stand in a block of ours, comments, and what belongs to no block."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

# Signs that stand for something in the text of a block. The private ones are taken out of what others write.
NOTE, PICTURE, LINE, BREAK = "\ue001", "\ue002", "\u2028", "\n"
_SHOWN = str.maketrans({NOTE: "[noot]", PICTURE: "[afbeelding]", LINE: "\n"})


class NotReturned(ValueError):
    """This file cannot be read as one of ours. The sentence says why."""


class Kind(StrEnum):
    """What happened."""

    TEXT = "text"  # words came, went, or both, at one place
    NEW = "new"  # words of a paragraph that we did not send
    DELETED = "deleted"  # a whole block went
    MOVED = "moved"  # words went here and came elsewhere
    NOTE = "note"  # the text of a footnote
    JOINED = "joined"  # the break between this block and the following went
    LOOK = "look"  # other looks, same words


class What(StrEnum):
    """Why something belongs to no block. `SENTENCES` says it to the author."""

    OUTSIDE = "outside"
    EDGE = "edge"
    BOX = "box"
    LEFT_OUT = "left_out"


SENTENCES = {
    What.OUTSIDE: "Dit staat buiten de tekst van de rapportage: op het voorblad, in een titel of in een lijst.",
    What.EDGE: "Dit staat in de kop of de voet van de bladzijden.",
    What.BOX: "Dit staat in een tekstvak.",
    What.LEFT_OUT: "Het bestand heeft meer wijzigingen dan wij laten zien. Bekijk het bestand zelf.",
}


@dataclass(frozen=True)
class Change:
    """One change against what we sent.

    Args:
        block_id: the block, or for a new paragraph the block before it ("" at the very beginning).
        before: what went: these words stand from `start` on in the text of the block as we sent it.
        after: what came in their place; a line end in it is the end of a paragraph that was parted there.
        author: as Word knew her; empty for a change that was not tracked.
        at: when, ISO 8601 as Word wrote it, or empty.
        strong, em: how `after` looks.
        notes: the footnotes whose signs stand in `after`.
        paragraph: above 0 for words of a new paragraph; the same number is the same paragraph.
        following: the block after a new paragraph, or the one that was joined.
        origin, copied: the block of ours and the place in it where the words of a new paragraph come from; -1 for none.
        role: "list" or "heading" for a new paragraph in Word's own list or heading; "cell" in a table.
    """

    block_id: str
    kind: Kind
    before: str
    after: str
    author: str = ""
    at: str = ""
    tracked: bool = True
    start: int = 0
    strong: bool = False
    em: bool = False
    notes: tuple[str, ...] = ()
    paragraph: int = 0
    following: str = ""
    origin: str = ""
    copied: int = -1
    role: str = ""


@dataclass(frozen=True)
class Comment:
    """What somebody wrote beside the text.

    Args:
        number: Word's own, unique in the file. `answer_to` is the number of the comment that it answers.
        words: what it stands on, as it reads now.
        block_id: where those words begin, with their places in the text that we sent; empty outside of all blocks.
    """

    number: str
    author: str
    at: str
    text: str
    words: str
    block_id: str = ""
    start: int = 0
    end: int = 0
    answer_to: str = ""
    done: bool = False


@dataclass(frozen=True)
class Unknown:
    """A change that stands in no block of ours. `near` is the block before it."""

    what: What
    before: str
    after: str
    author: str = ""
    at: str = ""
    near: str = ""


@dataclass(frozen=True)
class Returned:
    """All that differs, in the order of the file. `blocks` is what we sent, for who places changes."""

    changes: tuple[Change, ...] = ()
    comments: tuple[Comment, ...] = ()
    unknown: tuple[Unknown, ...] = ()
    blocks: tuple[tuple[str, str], ...] = ()


def shown(text: str) -> str:
    """The text with our signs written out, for people."""
    return text.translate(_SHOWN)
