"""The hidden field of forms around a code: a knock (before it), a page or an opened link (after it).

Sealed, and two hours at most. A welcome is the page of an invitation, a grievance that of a complaint about us. A knock
is used once. A page belongs to one visit, and its number makes that a button pressed twice counts once.
"""

from __future__ import annotations

import hashlib
import secrets
import struct
import time
from dataclasses import dataclass, field
from uuid import UUID

from django.conf import settings

from helpdesk.lib.ids import new_id
from helpdesk.lib.receipts import Receipt
from helpdesk.lib.ticket_box import NotOurs, seal, unseal

LIVES = 2 * 60 * 60
_NOBODY = bytes(16)
_KNOCK = struct.Struct(">16sd16s")
_OPENED = struct.Struct(">32sd")
_WELCOME = struct.Struct(">9sd")
_GRIEVANCE = struct.Struct(">9s16sd")
_PAGE = struct.Struct(">8s8s16sd")


class NotThisForm(ValueError):
    """Not ours, of another visit, or too old."""


@dataclass(frozen=True)
class Knock:
    """A form for a code. It may carry a reply that was being written when the visit ended, for that mailbox only."""

    number: bytes
    made_at: float
    box_id: UUID | None = None
    draft: str = field(default="", repr=False)

    @classmethod
    def new(cls, box_id: UUID | None = None, draft: str = "") -> Knock:
        return cls(secrets.token_bytes(16), time.time(), box_id, draft)

    @classmethod
    def read(cls, text: str) -> Knock:
        """Raises NotThisForm."""
        plain = _open("knock", text)
        if len(plain) < _KNOCK.size:
            raise NotThisForm
        number, made_at, box = _KNOCK.unpack(plain[: _KNOCK.size])
        _check_age(made_at)
        box_id = UUID(bytes=box) if box != _NOBODY else None
        return cls(number, made_at, box_id, plain[_KNOCK.size :].decode())

    @property
    def age(self) -> float:
        return time.time() - self.made_at

    def again(self) -> Knock:
        """A fresh one that carries the same."""
        return Knock.new(self.box_id, self.draft)

    def sealed(self) -> str:
        box = self.box_id.bytes if self.box_id else _NOBODY
        plain = _KNOCK.pack(self.number, self.made_at, box) + self.draft.encode()
        return seal(settings.KEYRING.ticket, "knock", plain)


@dataclass(frozen=True)
class Welcome:
    """The page of an invitation. It carries the receipt that taking over will give, so that two presses give one."""

    receipt: Receipt
    made_at: float

    @classmethod
    def new(cls) -> Welcome:
        return cls(Receipt.new(), time.time())

    @classmethod
    def read(cls, text: str) -> Welcome:
        """Raises NotThisForm."""
        try:
            receipt, made_at = _WELCOME.unpack(_open("welcome", text))
        except struct.error:
            raise NotThisForm from None
        _check_age(made_at)
        return cls(Receipt.from_bytes(receipt), made_at)

    def sealed(self) -> str:
        plain = _WELCOME.pack(self.receipt.to_bytes(), self.made_at)
        return seal(settings.KEYRING.ticket, "welcome", plain)


@dataclass(frozen=True)
class Grievance:
    """The form of a complaint: the receipt that it will get, and the case that it becomes; twice sent is one."""

    receipt: Receipt
    submission: UUID
    made_at: float

    @classmethod
    def new(cls) -> Grievance:
        return cls(Receipt.new(), new_id(), time.time())

    @classmethod
    def read(cls, text: str) -> Grievance:
        """Raises NotThisForm."""
        try:
            receipt, submission, made_at = _GRIEVANCE.unpack(_open("grievance", text))
        except struct.error:
            raise NotThisForm from None
        _check_age(made_at)
        return cls(Receipt.from_bytes(receipt), UUID(bytes=submission), made_at)

    def sealed(self) -> str:
        plain = _GRIEVANCE.pack(self.receipt.to_bytes(), self.submission.bytes, self.made_at)
        return seal(settings.KEYRING.ticket, "grievance", plain)


@dataclass(frozen=True)
class Page:
    """One page of one visit."""

    visit: bytes
    number: bytes
    box_id: UUID
    made_at: float

    @classmethod
    def new(cls, visit: bytes, box_id: UUID) -> Page:
        return cls(visit, secrets.token_bytes(8), box_id, time.time())

    @classmethod
    def read(cls, text: str) -> Page:
        """Raises NotThisForm."""
        try:
            visit, number, box, made_at = _PAGE.unpack(_open("page", text))
        except struct.error:
            raise NotThisForm from None
        _check_age(made_at)
        return cls(visit, number, UUID(bytes=box), made_at)

    def sealed(self) -> str:
        plain = _PAGE.pack(self.visit, self.number, self.box_id.bytes, self.made_at)
        return seal(settings.KEYRING.ticket, "page", plain)


@dataclass(frozen=True)
class Opened:
    """A link that was opened with its code: the answer comes back with this, so that nobody types the code again."""

    link: bytes  # a digest of what stands in the link, so that it fits no other
    code: str = field(repr=False)
    made_at: float

    @classmethod
    def new(cls, token: str, code: str) -> Opened:
        return cls(_link(token), code, time.time())

    @classmethod
    def read(cls, text: str, token: str) -> Opened:
        """Raises NotThisForm."""
        plain = _open("opened", text)
        if len(plain) < _OPENED.size:
            raise NotThisForm
        link, made_at = _OPENED.unpack(plain[: _OPENED.size])
        _check_age(made_at)
        if link != _link(token):
            raise NotThisForm
        return cls(link, plain[_OPENED.size :].decode(), made_at)

    def sealed(self) -> str:
        return seal(settings.KEYRING.ticket, "opened", _OPENED.pack(self.link, self.made_at) + self.code.encode())


def _link(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


def _open(purpose: str, text: str) -> bytes:
    try:
        return unseal(settings.KEYRING.ticket, purpose, text)
    except NotOurs:
        raise NotThisForm from None


def _check_age(made_at: float) -> None:
    if not 0 <= time.time() - made_at <= LIVES:
        raise NotThisForm
