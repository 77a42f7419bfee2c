"""What is signed, as bytes with their digests, and how a digest lies in the ledger. Pure."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from helpdesk.reports.document import Node

FILES = ("manuscript", "pdf", "docx")
WHAT = {"manuscript": "De tekst met de bronnen zoals ze toen waren", "pdf": "De PDF", "docx": "Het Word-bestand"}


@dataclass(frozen=True)
class Compared:
    """One thing that lies there, held against what was written down. `found` is empty when it does not open."""

    what: str
    kept: str
    found: str

    @property
    def same(self) -> bool:
        return bool(self.kept) and self.kept == self.found


def sha256(data: bytes) -> str:
    """In hex, as it stands on paper."""
    return hashlib.sha256(data).hexdigest()


def whole(number: str, digests: Mapping[str, str]) -> str:
    """One digest over the number and all that was laid down with it."""
    return sha256("\n".join([number, *(f"{name} {digests[name]}" for name in FILES)]).encode())


def for_ledger(digest: str) -> str:
    """A digest in the forty signs that an entry of the ledger holds: Ascii85 of its 32 bytes."""
    return base64.a85encode(bytes.fromhex(digest)).decode()


def from_ledger(text: str) -> str:
    """The digest in hex; empty when this is none."""
    try:
        return base64.a85decode(text).hex()
    except ValueError:
        return ""


def unlike(docs: Mapping[str, Node]) -> dict[str, Node]:
    """The same texts with an id of its own for each block of the report: what was copied from one chapter into another
    has the id of its first place. Always the same ids for the same texts.
    """
    seen: set[str] = set()
    return {key: _unlike(doc, key, seen) for key, doc in docs.items()}


def _unlike(node: Node, key: str, seen: set[str]) -> dict[str, Any]:
    made = dict(node)
    if own := node.get("attrs", {}).get("id"):
        while own in seen:
            own = sha256(f"{key} {own}".encode())[:8]
        seen.add(own)
        made["attrs"] = {**node["attrs"], "id": own}
    if "content" in node:
        made["content"] = [_unlike(child, key, seen) for child in node["content"]]
    return made
