"""What a room above keeps about standard texts: it is told when one is saved, and asked when they are listed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol
from uuid import UUID

from helpdesk.directory.models import StandardText
from helpdesk.teams.models import Member


class Keeper(Protocol):
    """One room above."""

    def saved(self, text: StandardText, actor: Member) -> None:
        """A version of a text is being added, inside the transaction that adds it."""

    def doubts(self, text_ids: Collection[UUID]) -> Mapping[UUID, Sequence[str]]:
        """In a few words each, why somebody should look at these texts again; those without a doubt are absent."""


_keepers: list[Keeper] = []


def register(keeper: Keeper) -> None:
    """A room above enters itself once, when the program starts."""
    if keeper not in _keepers:
        _keepers.append(keeper)


def tell_saved(text: StandardText, actor: Member) -> None:
    """Tell all of them."""
    for keeper in _keepers:
        keeper.saved(text, actor)


def doubts(text_ids: Collection[UUID]) -> dict[UUID, list[str]]:
    """What all of them doubt."""
    found: dict[UUID, list[str]] = {}
    for keeper in _keepers:
        for text_id, words in keeper.doubts(text_ids).items():
            found.setdefault(text_id, []).extend(words)
    return found
