"""What one holds after a key was opened: rows attached to it read and write their sealed fields as plain ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from django.db import models

from helpdesk.vault import cipher


class StillSealed(RuntimeError):
    """A sealed field was read or written on a row that no gate has opened."""


class Opener(Protocol):
    """Opens and locks the fields of the rows attached to it. `part` is the group of fields a key is derived for."""

    @property
    def key_version(self) -> int: ...

    def lock(self, part: str, plain: bytes, place: bytes) -> bytes: ...

    def unlock(self, part: str, data: bytes, place: bytes) -> bytes: ...


def attach(opener: Opener, *rows: models.Model) -> None:
    """Give `rows` the key that `opener` holds."""
    for row in rows:
        row.__dict__["_opener"] = opener


@dataclass(frozen=True)
class CaseKey:
    """A case key in the clear, with the keys derived from it. Never stored, never shown."""

    key_id: UUID
    secret: bytes = field(repr=False)
    key_version: int = 1

    @cached_property
    def _parts(self) -> dict[str, bytes]:
        return {}

    def part(self, name: str) -> bytes:
        if name not in self._parts:
            self._parts[name] = cipher.derive(self.secret, f"part|{name}")
        return self._parts[name]

    @cached_property
    def inbox(self) -> X25519PrivateKey:
        """Opens what the asker seals to the case."""
        return X25519PrivateKey.from_private_bytes(cipher.derive(self.secret, "inbox"))

    def lock(self, part: str, plain: bytes, place: bytes) -> bytes:
        return cipher.lock(self.part(part), plain, place)

    def unlock(self, part: str, data: bytes, place: bytes) -> bytes:
        if data[:1] == bytes([cipher.TO_PUBLIC_KEY]):
            return cipher.unseal(self.inbox, data, place)
        return cipher.unlock(self.part(part), data, place)


@dataclass(frozen=True)
class Glance:
    """The key of one part alone. The summary is enough for a list, and not for a story."""

    key_id: UUID
    secret: bytes = field(repr=False)
    only: str = "summary"
    key_version: int = 1

    def lock(self, part: str, plain: bytes, place: bytes) -> bytes:
        raise StillSealed("A list writes nothing.")

    def unlock(self, part: str, data: bytes, place: bytes) -> bytes:
        if part != self.only:
            raise StillSealed(f"Here only the part {self.only} opens.")
        return cipher.unlock(self.secret, data, place)


@dataclass(frozen=True)
class Inbox:
    """One-way: seals to a case or a mailbox, and opens nothing."""

    to: bytes
    key_version: int = 1

    def lock(self, part: str, plain: bytes, place: bytes) -> bytes:
        return cipher.seal(X25519PublicKey.from_public_bytes(self.to), plain, place)

    def unlock(self, part: str, data: bytes, place: bytes) -> bytes:
        raise StillSealed("What was sealed away is not read back here.")


@dataclass(frozen=True)
class Pen:
    """Writes under a key and reads nothing: what is typed is kept every other second, and that is no look."""

    key: CaseKey = field(repr=False)

    @property
    def key_version(self) -> int:
        return self.key.key_version

    def lock(self, part: str, plain: bytes, place: bytes) -> bytes:
        return self.key.lock(part, plain, place)

    def unlock(self, part: str, data: bytes, place: bytes) -> bytes:
        raise StillSealed("A pen writes and does not read.")


@dataclass(frozen=True)
class OpenedMailbox:
    """The asker's own mailbox, opened by the receipt. `private` lives in RAM or in the visit cookie, nowhere else."""

    private: bytes = field(repr=False)
    key_version: int = 1

    @cached_property
    def _key(self) -> X25519PrivateKey:
        return X25519PrivateKey.from_private_bytes(self.private)

    def lock(self, part: str, plain: bytes, place: bytes) -> bytes:
        return cipher.seal(self._key.public_key(), plain, place)

    def unlock(self, part: str, data: bytes, place: bytes) -> bytes:
        return cipher.unseal(self._key, data, place)


@dataclass(frozen=True)
class PerPart:
    """A row of which each group of fields has an opener of its own, such as a label outside and the thing inside."""

    openers: Mapping[str, Opener] = field(repr=False)
    key_version: int = 1

    def lock(self, part: str, plain: bytes, place: bytes) -> bytes:
        return self._of(part).lock(part, plain, place)

    def unlock(self, part: str, data: bytes, place: bytes) -> bytes:
        return self._of(part).unlock(part, data, place)

    def _of(self, part: str) -> Opener:
        if part not in self.openers:
            raise StillSealed(f"The part {part} is not open here.")
        return self.openers[part]


def opener_of(row: models.Model) -> Opener:
    """The opener that `row` was attached to; raise `StillSealed`."""
    opener: Any = row.__dict__.get("_opener")
    if opener is None:
        raise StillSealed(f"{type(row).__name__} is sealed; open it through its access module.")
    return opener  # type: ignore[no-any-return]
