"""Whoever only mailed is invited to a mailbox of her own: one neutral mail, one link that opens once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.conf import settings

from helpdesk.cases.access import CaseFile
from helpdesk.cases.access_invite import Invited, is_for, new_invited_mailbox
from helpdesk.cases.actions.mailbox import INVITED, drop_mailbox
from helpdesk.cases.actions.notice import leave_to_mail_asker
from helpdesk.cases.actions.queue import mark, put_in_queue
from helpdesk.cases.actions.stepping import now_text, stepping
from helpdesk.cases.actions.write import post
from helpdesk.cases.models import INVITATION, Case, Mailbox, Message, Outgoing
from helpdesk.cases.release import NotToBeTold, Release, asker_contact, release_to_asker
from helpdesk.cases.words import has_code
from helpdesk.cases.workflow import AskAgain, NotNow
from helpdesk.lib import clock
from helpdesk.people.hours import HERE
from helpdesk.teams.models import Member

OPEN_DAYS = 7  # from the day on which the mail leaves
LETTERS = frozenset({"reply", "ask-more", "reject", "refer"})
OTHER_LINK = "Er is een nieuwere uitnodiging, of het postvak is afgesloten."


def invite_asker(*, file: CaseFile, knowing: bool = False) -> Message:
    """Make a mailbox for whoever only mailed, and mail her a link by which she takes it over. An older link is dead.

    What was written to her before goes along, sealed to the new mailbox.

    Raises:
        NotNow: she has a code, or did not say that mail is safe.
        AskAgain: she wiped her messages; somebody says that she asked for this.
    """
    old: Mailbox | None = Mailbox.objects.filter(case=file.case).first()
    if has_code(file.case.summary):
        raise NotNow("Deze vraag kwam via de website. De vrager kreeg toen haar code.")
    _must_be_unopened(old)
    try:
        mail, letters = leave_to_mail_asker(file), release_to_asker(file)
    except NotToBeTold as refusal:
        raise NotNow(str(refusal)) from None
    said = _said(file)
    if not knowing and any(row.content["kind"] == "burn" for row in said):
        raise AskAgain("De vrager heeft haar berichten gewist. Nodig haar alleen uit als zij daar zelf om vroeg.")
    invited = new_invited_mailbox(file)
    return _invite(file, invited, mail, letters, said)


def _invite(file: CaseFile, invited: Invited, mail: Release, letters: Release, said: list[Message]) -> Message:
    contact = asker_contact(file)
    with stepping(file, "invite-asker") as case:
        old: Mailbox | None = Mailbox.objects.select_for_update().filter(case=case).first()
        _must_be_unopened(old)
        if old is not None:
            drop_mailbox(old)
        visible = clock.now() + timedelta(seconds=settings.UNDO_SECONDS)
        due = contact.next_safe(visible)
        until = due.astimezone(HERE).date() + timedelta(days=OPEN_DAYS)
        _save_box(case, invited.box, until=until)
        for row in _to_read(said):
            _post_again(letters, file, invited.box, row)
        _close_older(file)
        message = file.mine(Message(case=case, created_on=clock.today(), visible_at=visible))
        message.content = {
            "by": str(file.member.pk),
            "kind": INVITED,
            "channel": "email",
            "text": f"Uitgenodigd per e-mail. De link opent één keer, tot en met {until:%d-%m-%Y}.",
            "at": now_text(),
        }
        message.save(force_insert=True)
        put_in_queue(mail, file, message, due_at=due, kind=INVITATION, to=contact.email, token=invited.token)
    return message


def cut_off_mailbox(*, file: CaseFile) -> None:
    """Somebody else took the mailbox over, or can: nobody reads in it any more. Afterwards she can be invited anew.

    Raises:
        NotNow: there is none, or its code was given on the website and is hers alone.
    """
    with stepping(file, "cut-off-mailbox"):
        box: Mailbox | None = Mailbox.objects.select_for_update().filter(case=file.case).first()
        if box is None or box.invite_until is None:
            raise NotNow("Er is geen postvak dat je kunt afsluiten.")
        drop_mailbox(box)
        _close_older(file)


def must_still_open(file: CaseFile, content: Mapping[str, Any]) -> None:
    """For the worker: raises NotNow when the link that it is about to send opens nothing any more."""
    if not is_for(Mailbox.objects.filter(case=file.case).first(), str(content.get("token") or "")):
        raise NotNow(OTHER_LINK)


def _must_be_unopened(box: Mailbox | None) -> None:
    if box is not None and not box.is_waiting:
        raise NotNow("De vrager heeft al een code. Is die in verkeerde handen? Sluit dan eerst het postvak af.")


def _save_box(case: Case, box: Mailbox, *, until: Any) -> None:
    """`stepping` writes her status into it."""
    box.case, box.invite_until = case, until
    box.expires_on = until + timedelta(days=settings.MAILBOX_DAYS)
    box.save(force_insert=True)


def _said(file: CaseFile) -> list[Message]:
    """The talk, oldest first."""
    rows = file.open(Message.objects.filter(case=file.case))
    return sorted(rows, key=lambda row: (row.visible_at, row.pk))


def _to_read(said: list[Message]) -> list[Message]:
    """Our letters to her, without what she wiped."""
    wiped = [at for at, row in enumerate(said) if row.content["kind"] == "burn"]
    since = said[wiped[-1] + 1 :] if wiped else said
    return [row for row in since if row.content["kind"] in LETTERS and not row.content.get("party")]


def _post_again(leave: Release, file: CaseFile, box: Mailbox, row: Message) -> None:
    writer: Member | None = Member.objects.filter(pk=row.content["by"]).first()
    if writer is not None:
        post(leave, file, box, row, by=writer)


def _close_older(file: CaseFile) -> None:
    """Mail with a link that is dead by now waits for nobody."""
    rows = Outgoing.objects.select_for_update().filter(
        case=file.case, state__in=["waiting", "dead", "unsure", "refused"]
    )
    for row in file.open(rows):
        if row.content.get("kind") == INVITATION:
            mark(file, row, "settled", OTHER_LINK)
