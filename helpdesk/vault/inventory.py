"""The inventory: every field that holds something about a person, why we keep it and how long. Complete by test.

Rooms fill it in their `privacy.py`; the privacy page and the canary test read it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """One field of one model. `kind` is asker, child, third party, staff or technical."""

    model: str
    field: str
    purpose: str
    term: str
    kind: str


_entries: dict[tuple[str, str], Entry] = {}


def register(model: str, field: str, *, purpose: str, term: str, kind: str) -> None:
    """Enter `field` of `model` ("room.Model"). Purpose and term are Dutch sentences that the public reads.

    Raises ValueError for an empty purpose or term, and for a second entry of the same field.
    """
    if not purpose.strip() or not term.strip():
        raise ValueError(f"{model}.{field} has no purpose or no term: a field without either is not kept.")
    if (model, field) in _entries:
        raise ValueError(f"{model}.{field} stands in the inventory already.")
    _entries[model, field] = Entry(model, field, purpose, term, kind)


def entries() -> list[Entry]:
    """All entries, sorted by model and field."""
    return sorted(_entries.values(), key=lambda entry: (entry.model, entry.field))
