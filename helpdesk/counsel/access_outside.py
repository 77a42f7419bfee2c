"""What a lawyer holds once both halves and her app opened a door. Runs in the public program, without a case key."""

from __future__ import annotations

from base64 import b64decode
from dataclasses import dataclass, field
from uuid import UUID

from helpdesk.cases.access import sealed_value
from helpdesk.cases.models import Message
from helpdesk.counsel.models import Door, Parcel
from helpdesk.lib import clock
from helpdesk.lib.receipts import NotAReceipt, Receipt
from helpdesk.vault import handout, parcel
from helpdesk.vault.opened import Inbox, OpenedMailbox, PerPart, attach


@dataclass(frozen=True)
class OpenDoor:
    """A door that was asked of the database in this request, with its key."""

    row: Door
    key: OpenedMailbox = field(repr=False)

    @property
    def lookup(self) -> bytes:
        return bytes(self.row.lookup)

    def labels(self) -> list[Parcel]:
        """What lies behind it; the labels open, the bytes do not."""
        rows: list[Parcel] = Parcel.objects.behind(self.lookup)
        attach(self.key, *rows)
        return rows

    def collect(self, parcel_id: UUID) -> Parcel | None:
        """One thing with its bytes; None when it was collected before, or is not behind this door."""
        for row in Parcel.objects.collect(self.lookup, parcel_id, clock.now()):
            if inside := parcel.open_with(self.key, row.key_id):
                attach(PerPart({"content": self.key, "data": inside}), row)
                found: Parcel = row
                return found
        return None

    def to_case(self, row: Message) -> None:
        """Let an answer seal itself to the case; it cannot be read back here."""
        attach(Inbox(b64decode(self.row.told["case_public"])), row)

    def sealed_secret(self, secret: bytes) -> bytes:
        """The secret of her app, sealed to this door."""
        self.row.totp = secret
        return sealed_value(self.row, "totp")


def open_door(token: str, code: str) -> OpenDoor | None:
    """With what stands in the link and the code of the telephone; None for everything else, without saying which."""
    lookup = handout.lookup_of(token)
    try:
        receipt = Receipt.from_text(code)
    except NotAReceipt:
        return None
    for row in Door.objects.at(lookup) if lookup else []:
        if key := handout.open_with(token, receipt, row.key_id, bytes(row.salt)):
            return _opened(row, key)
    return None


def door_again(token: str, private: bytes) -> OpenDoor | None:
    """The same door at the next click; None when it was shut meanwhile, or its key is gone."""
    lookup = handout.lookup_of(token)
    for row in Door.objects.at(lookup) if lookup else []:
        if handout.is_there(row.key_id):
            return _opened(row, OpenedMailbox(private))
    return None


def _opened(row: Door, key: OpenedMailbox) -> OpenDoor:
    attach(key, row)
    return OpenDoor(row, key)
