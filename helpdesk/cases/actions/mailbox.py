"""The mailbox of an asker who only mailed, as the desk makes it and takes it away. What is in it, only she reads."""

from __future__ import annotations

from helpdesk.cases.access import CaseFile
from helpdesk.cases.access_invite import destroy_mailbox_key
from helpdesk.cases.models import Mailbox

INVITED = "invite"  # the kind of the message that stands for an invitation in the talk


def drop_mailbox(box: Mailbox) -> None:
    """The key first, then the letters with the box."""
    destroy_mailbox_key(box)
    box.delete()


def drop_waiting_mailbox(file: CaseFile) -> None:
    """The invitation is taken back: its link opens nothing. What she has opened meanwhile stays hers."""
    box: Mailbox | None = Mailbox.objects.select_for_update().filter(case=file.case).first()
    if box is not None and box.is_waiting:
        drop_mailbox(box)
