"""A mailbox for whoever only mailed: made at the desk for nobody yet, taken over once by whoever holds the link."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from uuid import UUID

from helpdesk.cases.access import CaseFile, Visit, visit_with
from helpdesk.cases.models import Mailbox
from helpdesk.lib import clock
from helpdesk.lib.receipts import Receipt
from helpdesk.vault import invitation, keys, mailbox
from helpdesk.vault.cipher import raw
from helpdesk.vault.mailbox import SALT, NewMailbox

# --- the desk ---


@dataclass(frozen=True)
class Invited:
    """A mailbox whose key is stored already: the row to fill in and save, and what goes into the mail."""

    box: Mailbox
    token: str = field(repr=False)


def new_invited_mailbox(file: CaseFile) -> Invited:
    """A mailbox of this case that nobody's receipt opens yet. Its key is committed when this returns."""
    made = invitation.new_invitation()
    box = Mailbox(
        case=file.case,
        lookup=secrets.token_bytes(32),  # nobody's, until she has a receipt
        salt=secrets.token_bytes(SALT),
        key_id=made.key_id,
        public_key=made.public,
        case_public=raw(file.key.inbox.public_key()),
        created_on=clock.today(),
        made_at=clock.now(),
        invite_lookup=made.lookup,
    )
    return Invited(box, made.token)


def is_for(box: Mailbox | None, token: str) -> bool:
    """Whether this link still leads to the mailbox."""
    return box is not None and box.invite_lookup is not None and bytes(box.invite_lookup) == invitation.lookup_of(token)


def destroy_mailbox_key(box: Mailbox) -> None:
    """Nobody reads in it any more, with whatever link or code. Before its rows go."""
    keys.destroy([box.key_id])


# --- the asker's side ---


@dataclass(frozen=True)
class Held:
    """An invitation in the hands of whoever has its link, with a second wrap that is stored already."""

    lookup: bytes = field(repr=False)
    box: Mailbox
    made: NewMailbox


def is_invitation(token: str) -> bool:
    """Whether a link is an invitation by its shape, known or not."""
    return invitation.lookup_of(token) is not None


def held_with(token: str, receipt: Receipt) -> Held | None:
    """The mailbox of this link, its key wrapped under `receipt` too. Unknown, used and expired give None."""
    lookup = invitation.lookup_of(token)
    for box in Mailbox.objects.invited(lookup) if lookup else []:
        if opened := invitation.open_with(token, box.key_id):
            return Held(lookup or b"", box, invitation.take_over(opened, receipt))
    return None


def let_go(key_id: UUID) -> None:
    """Destroy a wrap that has done its work, or that was made for nothing."""
    mailbox.burn(key_id)


def visit_just_made(receipt: Receipt) -> Visit | None:
    """The mailbox that this receipt opens, when there is one; costs nothing when there is none."""
    return visit_with(receipt) if Mailbox.objects.at(mailbox.lookup_of(receipt)) else None
