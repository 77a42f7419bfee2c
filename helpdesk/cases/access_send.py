"""Mail that leaves: the case in the hands of its worker, and the words behind a link for whoever has both halves."""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import dataclass, field
from typing import Generic, TypeVar
from uuid import UUID

from django.db.models import Model

from helpdesk.cases.access import CaseFile, case_to_go_on
from helpdesk.cases.models import Handout, Message
from helpdesk.ledger.actions import Actor
from helpdesk.lib.receipts import Receipt
from helpdesk.teams.models import Member
from helpdesk.vault import handout, keys
from helpdesk.vault.cipher import raw
from helpdesk.vault.opened import Inbox, attach

R = TypeVar("R", bound=Model)
SENDER = Actor.worker("mail-sender")


def case_to_send(member: Member, case_id: UUID) -> CaseFile:
    """The case of a mail that is due, no further than whoever wrote it may see it now. The look is the worker's.

    Raises:
        Http404: that member may not write from this case (any more), or it was forgotten.
    """
    return case_to_go_on(member, case_id, to="write-to-party", actor=SENDER)


@dataclass(frozen=True)
class Sealed(Generic[R]):
    """A row behind a link whose key is stored already: the row to fill in, and the two halves that open it."""

    row: R
    token: str = field(repr=False)
    code: Receipt = field(repr=False)


def behind_link(row: R) -> Sealed[R]:
    """Seal an empty row to whoever gets both halves; its key is committed when this returns, and opens nothing else.

    Args:
        row: new, of a model with `lookup`, `salt`, `key_id` and `public_key`; of a room above, too.
    """
    code = Receipt.new()
    made = handout.new_handout(code)
    kept = {"lookup": made.lookup, "salt": made.salt, "key_id": made.key_id, "public_key": made.public}
    for name, value in kept.items():
        setattr(row, name, value)
    attach(Inbox(made.public), row)
    return Sealed(row, made.token, code)


def new_handout(file: CaseFile) -> Sealed[Handout]:
    """An empty handout of this case."""
    return behind_link(Handout(case=file.case))


def case_seal(file: CaseFile) -> str:
    """What an answer through the link is sealed to, so that it opens with the case and nowhere else."""
    return b64encode(raw(file.key.inbox.public_key())).decode()


def to_its_case(found: Handout, row: Message) -> None:
    """Let an answer to this handout seal itself to the case. It cannot be read back here."""
    attach(Inbox(b64decode(found.content["case_public"])), row)


def close_link(file: CaseFile, message_id: UUID) -> None:
    """The link of this message opens nothing any more: its key is destroyed before the row goes."""
    rows = Handout.objects.filter(case=file.case, outgoing__message=message_id)
    keys.destroy(rows.values_list("key_id", flat=True))


def handout_with(token: str, code: Receipt) -> Handout | None:
    """What lies behind this link for whoever has the code; None for everything else, without saying which."""
    lookup = handout.lookup_of(token)
    for row in Handout.objects.at(lookup) if lookup else []:
        if key := handout.open_with(token, code, row.key_id, bytes(row.salt)):
            attach(key, row)
            found: Handout = row
            return found
    return None
