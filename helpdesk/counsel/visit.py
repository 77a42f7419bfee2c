"""Between two clicks the key of a door lives in the hidden field of her page, sealed under a key in RAM.

There is no cookie: whoever closes the page has ended the visit, and nothing that another site posts counts. The key is
made at import: one worker process serves the public site, and a restart ends every visit.
"""

from __future__ import annotations

import hashlib
import secrets
import struct
import time
from dataclasses import dataclass, field, replace
from enum import IntEnum

from helpdesk.lib.ticket_box import NotOurs, seal, unseal

IDLE = 15 * 60
LONGEST = 60 * 60
_KEY = secrets.token_bytes(32)
_PURPOSE = "pick-up"
_SHAPE = struct.Struct(">32s32s8sBdd")


class Lock(IntEnum):
    """How far she is."""

    FIRST = 1  # link and code are right, and the app is being set up; its secret travels along
    HALF = 2  # link and code are right, and the figures are asked
    INSIDE = 3


class VisitOver(ValueError):
    """Not ours, of another link, too old, or of before a restart."""


@dataclass(frozen=True)
class Visit:
    """One visit to one door."""

    link: bytes
    private: bytes = field(repr=False)
    number: bytes
    lock: Lock
    began: float
    seen: float
    secret: bytes = field(default=b"", repr=False)

    @classmethod
    def begin(cls, token: str, private: bytes, *, secret: bytes = b"") -> Visit:
        """After link and code; with the secret of an app that is new."""
        now = time.time()
        lock = Lock.FIRST if secret else Lock.HALF
        return cls(_link(token), private, secrets.token_bytes(8), lock, now, now, secret)

    @classmethod
    def read(cls, text: str, token: str) -> Visit:
        """The visit of a page behind this link; raises VisitOver."""
        try:
            plain = unseal(_KEY, _PURPOSE, text)
            link, private, number, lock, began, seen = _SHAPE.unpack_from(plain)
            found = cls(link, private, number, Lock(lock), began, seen, plain[_SHAPE.size :])
        except (NotOurs, struct.error, ValueError):
            raise VisitOver from None
        now = time.time()
        if found.link != _link(token) or not (0 <= now - seen <= IDLE and now - began <= LONGEST):
            raise VisitOver
        return found

    def inside(self) -> Visit:
        """After the figures."""
        return replace(self, lock=Lock.INSIDE, secret=b"")

    def sealed(self) -> str:
        """For the next page, which may wait a quarter of an hour."""
        plain = _SHAPE.pack(self.link, self.private, self.number, self.lock, self.began, time.time())
        return seal(_KEY, _PURPOSE, plain + self.secret)


def _link(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
