"""What differs between two states of a work, article by article.

An article is the same when the digests over its heading, its text and everything under it are the same. A number that
moved is an article that went and another that came: nobody here guesses that two articles are one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from helpdesk.library.models import Form, Version

What = Literal["added", "removed", "changed"]


@dataclass(frozen=True)
class Change:
    """One article that is not what it was. `address` is that of the article, never of a part of it."""

    address: str
    what: What


def differences(old: Mapping[str, str], new: Mapping[str, str]) -> list[Change]:
    """Compare two mappings of address to digest: in the order of the new one, what went away at the end."""
    came = [
        Change(address, "changed" if address in old else "added")
        for address, digest in new.items()
        if old.get(address) != digest
    ]
    return came + [Change(address, "removed") for address in old if address not in new]


def changes(old: Version, new: Version) -> list[Change]:
    """The articles in which two versions differ, and in works without articles their own smallest whole pieces.

    Raises `ValueError` when they are versions of two works, or in two languages: then nothing can be compared.
    """
    if (old.work_id, old.language) != (new.work_id, new.language):
        raise ValueError("Only two versions of one work in one language can be compared.")
    return differences(digests(old), digests(new))


def digests(version: Version) -> dict[str, str]:
    """The digest of each article, annex or other piece that stands directly under a heading or under nothing."""
    rows = list(version.passages.order_by("position").values_list("address", "under", "form", "digest"))
    headings = {address for address, _, form, _ in rows if form == Form.HEADING} | {""}
    return {address: digest for address, under, form, digest in rows if form != Form.HEADING and under in headings}
