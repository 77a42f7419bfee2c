"""The inventory as the public reads it: what we keep, why, how long. Made from the fields themselves."""

from __future__ import annotations

from dataclasses import dataclass

from helpdesk.vault.inventory import entries

KINDS = {
    "asker": "Van wie ons iets vraagt",
    "child": "Van het kind",
    "third party": "Van anderen in het verhaal",
    "staff": "Van wie hier werkt",
    "technical": "Voor de techniek",
}


@dataclass(frozen=True)
class Kept:
    """One row of the table."""

    what: str
    why: str
    how_long: str


def inventory_for_the_public() -> list[Kept]:
    """Every entry of the inventory, without the names of our tables; the asker first, the technique last."""
    order = list(KINDS)
    rows = {(entry.kind, entry.purpose, entry.term) for entry in entries()}
    ranked = sorted(rows, key=lambda row: (order.index(row[0]) if row[0] in order else len(order), row[1], row[2]))
    return [Kept(KINDS.get(kind, kind), purpose, term) for kind, purpose, term in ranked]
