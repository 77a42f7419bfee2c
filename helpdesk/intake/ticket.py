"""The ticket in every question form: which submission it is, which receipt it will get, and when it was given out.

It is sealed, so that one field does three things: it proves that the form is ours, it shows how old the form is, and a
form that is sent twice is one question with one receipt.
"""

from __future__ import annotations

import struct
import time
from dataclasses import dataclass, field
from uuid import UUID

from django.conf import settings

from helpdesk.lib.ids import new_id
from helpdesk.lib.receipts import Receipt
from helpdesk.lib.ticket_box import NotOurs, seal, unseal

LIVES = 2 * 60 * 60
_PURPOSE = "question"
_SHAPE = struct.Struct(">16s9sd")


class StaleTicket(ValueError):
    """Too old, damaged or not ours: the asker gets the form again with her text and a fresh ticket."""


@dataclass(frozen=True)
class Ticket:
    """One form that we gave out. The submission becomes the id of the case."""

    submission: UUID
    receipt: Receipt = field(repr=False)
    made_at: float

    @classmethod
    def new(cls) -> Ticket:
        return cls(new_id(), Receipt.new(), time.time())

    @classmethod
    def read(cls, text: str) -> Ticket:
        """Open what came back in the field; raises StaleTicket."""
        try:
            submission, receipt, made_at = _SHAPE.unpack(unseal(settings.KEYRING.ticket, _PURPOSE, text))
        except (NotOurs, struct.error):
            raise StaleTicket from None
        ticket = cls(UUID(bytes=submission), Receipt.from_bytes(receipt), made_at)
        if not 0 <= ticket.age <= LIVES:
            raise StaleTicket
        return ticket

    @property
    def age(self) -> float:
        """In seconds."""
        return time.time() - self.made_at

    def sealed(self) -> str:
        plain = _SHAPE.pack(self.submission.bytes, self.receipt.to_bytes(), self.made_at)
        return seal(settings.KEYRING.ticket, _PURPOSE, plain)
