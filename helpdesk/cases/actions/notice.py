"""A neutral mail to the asker that there is news: by her word, in her hours, once, and not when she read it already."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from django.conf import settings

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.queue import put_in_queue
from helpdesk.cases.models import NOTICE, Letter, Mailbox, Message, Outgoing
from helpdesk.cases.release import Release, asker_contact, release_to_asker
from helpdesk.lib import clock
from helpdesk.people.telling import Channel

_TOLD = ["sending", "sent", "unsure", "settled"]  # it has left, or perhaps has
_ASK: dict[str, Callable[[CaseFile, Outgoing], bool]] = {}


def ask_about(kind: str, needless: Callable[[CaseFile, Outgoing], bool]) -> None:
    """A room above knows whether its mail of this kind still tells something. Once, when the program starts."""
    _ASK[kind] = needless


def leave_to_mail_asker(file: CaseFile) -> Release:
    """Leave to mail the asker after the undo time, at the first moment that is safe. Outside a transaction.

    Raises:
        NotToBeTold: as `release_to_asker` does.
    """
    left = clock.now() + timedelta(seconds=settings.UNDO_SECONDS)
    return release_to_asker(file, channel=Channel.EMAIL, at=asker_contact(file).next_safe(left))


def queue_notice(leave: Release, file: CaseFile, message: Message) -> None:
    """Tell her of this letter when it has left and the hour is safe; it goes when the letter is taken back."""
    contact = asker_contact(file)
    put_in_queue(leave, file, message, due_at=contact.next_safe(message.visible_at), kind=NOTICE, to=contact.email)


def is_superfluous(file: CaseFile, row: Outgoing) -> bool:
    """Whether this notice tells nothing new: read, told of before, no code yet, or she wants no mail any more.

    Inside a transaction it holds the mailbox, so that two workers do not tell her of two letters at once.
    """
    kind = str(row.content.get("kind") or "")
    if kind in _ASK:
        return _ASK[kind](file, row)
    if kind != NOTICE:
        return False
    letter: Letter | None = Letter.objects.filter(message=row.message_id).first()
    if letter is None or letter.read_at is not None or not asker_contact(file).may_be_mailed:
        return True
    box = Mailbox.objects.select_for_update().get(pk=letter.mailbox_id)
    unread = Letter.objects.filter(mailbox=box, read_at=None).values("message")
    told = Outgoing.objects.filter(message__in=unread, state__in=_TOLD).exclude(pk=row.pk)
    return bool(box.is_waiting or told.exists())
