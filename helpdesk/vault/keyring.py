"""The keyring of one program: a 0600 JSON file outside database and checkout, read once at the start.

The public program's ring holds the triage *public* key, the receipt pepper and the ticket key; the desk's holds what
opens cases. Neither ring holds the other's secrets.
"""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey


class KeyringError(SystemExit):
    """The keyring is missing or unfit; the sentence says what to do."""


class KeyNotHeld(LookupError):
    """This program does not hold the key that was asked for. For most programs and most keys that is the point."""


@dataclass(frozen=True)
class Keyring:
    """What this program may use. Secrets never show in `repr`."""

    purpose: str
    program: str
    secret_key: str = field(repr=False)
    rings: dict[str, Any] = field(repr=False)

    @classmethod
    def load(cls, path: str) -> Keyring:
        """Read the file at `path`; raise `KeyringError` when it is absent or not of our format."""
        try:
            data = json.loads(Path(path).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            raise KeyringError(
                "HELPDESK_KEYRING does not point to a readable keyring. "
                "Make one as docs/running.md says and set HELPDESK_KEYRING to its path."
            ) from None
        if data.get("format") != 1 or not data.get("secret_key"):
            raise KeyringError("The keyring is of another format. Make a new one as docs/running.md says.")
        return cls(data.get("purpose", "production"), data["program"], data["secret_key"], data)

    def _bytes(self, name: str, version: str | None = None) -> bytes:
        held = self.rings.get(name)
        value = held.get(version) if version and isinstance(held, dict) else held
        if not isinstance(value, str):
            raise KeyNotHeld(name)
        return base64.b64decode(value)

    def newest(self, name: str) -> str:
        """The highest version of a versioned key, as text; new wraps use it."""
        held = self.rings.get(name)
        if not isinstance(held, dict):
            raise KeyNotHeld(name)
        return str(max(held, key=int))

    def desk(self, version: str) -> bytes:
        """The desk's key-encryption key of this version (32 bytes)."""
        return self._bytes("desk", version)

    def triage_private(self, version: str) -> X25519PrivateKey:
        """Opens what the public program sealed; only the desk holds it."""
        if self.program != "desk":
            raise KeyNotHeld("triage")
        return X25519PrivateKey.from_private_bytes(self._bytes("triage", version))

    def triage_public(self, version: str) -> X25519PublicKey:
        """Seals new case keys."""
        if self.program == "desk":
            return self.triage_private(version).public_key()
        return X25519PublicKey.from_public_bytes(self._bytes("triage", version))

    @cached_property
    def pepper(self) -> bytes:
        """Outside every database; without it no receipt can be tried."""
        return self._bytes("pepper")

    @cached_property
    def ticket(self) -> bytes:
        """Encrypts the form tickets of the public site."""
        return self._bytes("ticket")

    @cached_property
    def tags(self) -> bytes:
        """Makes and knows the tags in our own mail addresses; the desk and the mail program hold the same."""
        return self._bytes("tags")

    @cached_property
    def marks(self) -> bytes:
        """Marks a stored message, so that it is known when the mail server gives it another number."""
        return self._bytes("marks")

    @cached_property
    def ledger(self) -> bytes:
        """Keys the chain of the ledger."""
        return self._bytes("ledger")

    @cached_property
    def accounts(self) -> bytes:
        """Encrypts the second factors of the staff."""
        return self._bytes("accounts")

    @cached_property
    def counting(self) -> X25519PublicKey:
        """Seals the counted facts of a closed case, so that figures need no case."""
        return X25519PrivateKey.from_private_bytes(self._bytes("counting")).public_key()

    def counting_private(self) -> bytes:
        """Opens what was counted: for whoever makes figures. The desk's role in the database reads no record."""
        return self._bytes("counting")


def keyring() -> Keyring:
    """The ring of the running program."""
    from django.conf import settings

    ring = settings.KEYRING
    if not isinstance(ring, Keyring):
        raise TypeError("settings.KEYRING is no keyring")
    return ring
