"""What stands elsewhere in the file: the words of a footnote, and where moved words came from."""

from __future__ import annotations

from collections.abc import Iterable

from helpdesk.lib.papers.returned.reading import Paragraph, Reading, Trace
from helpdesk.lib.papers.returned.record import NOTE
from helpdesk.lib.papers.returned.units import Unit
from helpdesk.lib.papers.returned.weaving import WENT, Woven


class Lookup:
    """Over what came back, with the words that we sent woven into it."""

    def __init__(self, back: Reading, rows: Iterable[tuple[str, list[Woven]]]) -> None:
        self._notes = back.notes
        self._left: dict[str, list[tuple[str, Woven]]] = {}
        for block, row in rows:
            for one in row:
                if block and one.how == WENT and one.trace.move:
                    self._left.setdefault(one.trace.move, []).append((block, one))

    def note(self, number: str) -> str:
        """What the footnote says now."""
        return note_in(self._notes, number, "ins")

    def hand(self, number: str) -> Trace:
        """Who changed the footnote, when Word kept a trace."""
        pieces = (piece for para in self._notes.get(number, []) for piece in para.pieces)
        return next((piece.trace for piece in pieces if piece.trace.how), Trace())

    def origin(self, move: str, text: str) -> tuple[str, int]:
        """The block of ours and the place in it that these moved words left; no block and -1 when nobody knows."""
        for block, one in self._left.get(move, []) if move else []:
            if text and (at := one.text.find(text)) >= 0:
                return block, one.start + at
        return "", -1


def note_in(notes: dict[str, list[Paragraph]], number: str, how: str) -> str:
    """The words of a footnote: as they are with every trace taken over ("ins") or refused ("del")."""
    paragraphs = notes.get(number, [])
    texts = ("".join(one.text for one in para.pieces if one.trace.how in ("", how)) for para in paragraphs)
    return "\n".join(text.strip() for text in texts).strip()


def notes_of(unit: Unit, sent: Reading) -> dict[int, str]:
    """The footnotes of a text that we sent, by the place of their sign in it."""
    found, at = {}, 0
    for one in unit.pieces:
        if one.text == NOTE:
            found[at] = note_in(sent.notes, one.note, "del")
        at += len(one.text)
    return found
