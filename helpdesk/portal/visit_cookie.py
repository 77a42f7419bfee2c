"""Between two clicks the mailbox key lives in this cookie only, sealed under a key in the memory of the program.

Made at import: one worker process serves the public site, and a restart ends every visit.
"""

from __future__ import annotations

import secrets
import struct
import time
from dataclasses import dataclass, field, replace
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from helpdesk.lib.ticket_box import NotOurs, seal, unseal

IDLE = 5 * 60
LONGEST = 20 * 60
_KEY = secrets.token_bytes(32)
_PURPOSE = "visit"
_ID = 8
_SHAPE = struct.Struct(">32s16s32s8sdd")


@dataclass(frozen=True)
class Sitting:
    """One visit to one mailbox."""

    lookup: bytes = field(repr=False)
    box_id: UUID
    private: bytes = field(repr=False)
    number: bytes
    began: float
    seen: float
    read: tuple[bytes, ...] = ()  # beginnings of the ids of letters that were new and shown in this visit

    @classmethod
    def begin(cls, lookup: bytes, box_id: UUID, private: bytes) -> Sitting:
        now = time.time()
        return cls(lookup, box_id, private, secrets.token_bytes(8), now, now)

    def with_read(self, letter: UUID) -> Sitting:
        """This visit, after one more letter."""
        return replace(self, read=(*self.read, letter.bytes[:_ID]))

    def has_read(self, letter: UUID) -> bool:
        return letter.bytes[:_ID] in self.read

    @property
    def is_over(self) -> bool:
        """Idle for five minutes, or twenty in all."""
        now = time.time()
        return not (now - self.seen <= IDLE and now - self.began <= LONGEST)


def read(request: HttpRequest) -> Sitting | None:
    """The visit in the cookie of this request; None when there is none, when it is over, or after a restart."""
    try:
        plain = unseal(_KEY, _PURPOSE, request.COOKIES.get(settings.MAILBOX_COOKIE, ""))
        parts = _SHAPE.unpack_from(plain)
    except (NotOurs, struct.error):
        return None
    lookup, box_id, private, number, began, seen = parts
    shown = tuple(plain[at : at + _ID] for at in range(_SHAPE.size, len(plain), _ID))
    sitting = Sitting(lookup, UUID(bytes=box_id), private, number, began, seen, shown)
    return None if sitting.is_over else sitting


def keep(response: HttpResponse, sitting: Sitting) -> None:
    """Let the visit go on for five more minutes. Without an age, so that no browser writes it down for later."""
    now = replace(sitting, seen=time.time())
    plain = _SHAPE.pack(now.lookup, now.box_id.bytes, now.private, now.number, now.began, now.seen)
    plain += b"".join(now.read)
    response.set_cookie(
        settings.MAILBOX_COOKIE,
        seal(_KEY, _PURPOSE, plain),
        path="/",
        secure=settings.HTTPS,
        httponly=True,
        samesite="Strict",
    )


def drop(response: HttpResponse) -> None:
    """End the visit on this device."""
    response.set_cookie(
        settings.MAILBOX_COOKIE, "", max_age=0, path="/", secure=settings.HTTPS, httponly=True, samesite="Strict"
    )
