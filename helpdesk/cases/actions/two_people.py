"""What takes two people at a file: the original, and the end of an image that may be illegal."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.db.models import Q

from helpdesk.cases.access import CaseFile
from helpdesk.cases.access_files import destroy_mail, destroy_original, open_original
from helpdesk.cases.actions.attach import digest_of
from helpdesk.cases.actions.reason import checked_reason
from helpdesk.cases.actions.stepping import now_text, stepping
from helpdesk.cases.models import Attachment, FileRequest, Mail, Message, Original
from helpdesk.cases.workflow import NotNow
from helpdesk.lib import clock

OPEN_FOR = timedelta(minutes=15)
OF_LOCKED = frozenset({"destroy", "hand-over"})
GONE = "Dit bestand is er niet meer."


def lock_file(*, file: CaseFile, attachment: Attachment) -> None:
    """Possibly an illegal image: from this moment nobody sees, copies or scans it; its time and digest stay.

    Raises:
        NotNow: it is locked or gone already.
    """
    if attachment.state in {"locked", "gone"}:
        raise NotNow("Dit bestand zit al op slot.")
    found = Original.objects.filter(attachment=attachment).first()
    original = open_original(file, found, to="lock-file") if found else None
    with stepping(file, "lock-file"):
        attachment.state, attachment.copy, attachment.text = "locked", None, None
        digest = digest_of(original) if original else ""
        bare = {**attachment.content, "name": "", "kind": "", "pages": 0}
        attachment.content = {**bare, "locked_at": now_text(), "digest": digest}
        attachment.save()
        asked = FileRequest.objects.filter(Q(attachment=attachment) | Q(kind="message"), case=file.case)
        asked.delete()  # nobody keeps a way in that was given before


def ask_file(*, file: CaseFile, attachment: Attachment, kind: str, reason: str) -> FileRequest:
    """The first of two: ask for the original, or say what shall become of a locked file.

    Raises:
        NotNow: too short a reason, asked already, or not for a file in this state.
    """
    why = checked_reason(reason)
    if attachment.state == "gone" or (attachment.state == "locked") != (kind in OF_LOCKED):
        raise NotNow("Dat kan bij dit bestand niet.")
    waiting = FileRequest.objects.filter(attachment=attachment, kind=kind, agreed_by=None)
    if waiting.exists():
        raise NotNow("Dit is al gevraagd. Een collega moet nog ja zeggen.")
    return _ask(file, FileRequest(case=file.case, attachment=attachment, kind=kind), why)


def ask_mail(*, file: CaseFile, mail: Mail, reason: str) -> FileRequest:
    """The first of two, for a whole message as it came: it contains its files as they were sent.

    Raises:
        NotNow: too short a reason, or asked already.
    """
    why = checked_reason(reason)
    if FileRequest.objects.filter(mail=mail, agreed_by=None).exists():
        raise NotNow("Dit is al gevraagd. Een collega moet nog ja zeggen.")
    return _ask(file, FileRequest(case=file.case, mail=mail, kind="message"), why)


def _ask(file: CaseFile, row: FileRequest, why: str) -> FileRequest:
    with stepping(file, "ask-file", purpose=row.kind):
        row.asked_by, row.created_on = file.member, clock.today()
        file.mine(row)
        row.content = {"reason": why, "at": now_text()}
        row.save(force_insert=True)
    return row


def agree_file(*, file: CaseFile, request_id: UUID) -> FileRequest:
    """The second of two says yes. Destroying happens at once; the others open for whoever asked, for a quarter.

    Raises:
        NotNow: one's own request, or one that is no longer there.
    """
    row: FileRequest | None = FileRequest.objects.filter(case=file.case, pk=request_id, agreed_by=None).first()
    if row is None:
        raise NotNow("Dit verzoek is er niet meer.")
    if row.asked_by_id == file.member.pk:
        raise NotNow("Je vroeg dit zelf. Een andere collega moet ja zeggen.")
    file.mine(row)
    with stepping(file, "agree-file", purpose=row.kind):
        row.agreed_by = file.member
        row.open_until = clock.now() + OPEN_FOR
        row.content = {**row.content, "agreed_at": now_text()}
        row.save()
        if row.kind == "destroy" and row.attachment_id:
            _destroy(file, row.attachment_id)
    return row


def _destroy(file: CaseFile, attachment_id: UUID) -> None:
    attachment = file.mine(Attachment.objects.get(pk=attachment_id))
    for original in Original.objects.filter(attachment=attachment):
        destroy_original(original)
        original.delete()
    if came_with := attachment.content.get("message"):
        message = file.mine(Message.objects.get(case=file.case, pk=str(came_with)))
        destroy_mail(file, message.content["mail"]["id"])  # the file is in there too; the words stand in the message
    attachment.state = "gone"
    attachment.content = {**attachment.content, "name": "", "gone_at": now_text()}
    attachment.save()


def original_of(*, file: CaseFile, attachment: Attachment) -> Original:
    """The file as it came, for whoever asked and got a yes, within the quarter. The look is on record.

    Raises:
        NotNow: nobody agreed, the time is over, or it is gone.
    """
    agreed = FileRequest.objects.filter(
        attachment=attachment,
        asked_by=file.member,
        agreed_by__isnull=False,
        open_until__gt=clock.now(),
        kind="hand-over" if attachment.state == "locked" else "original",
    )
    if not agreed.exists():
        raise NotNow("Hiervoor is het ja van een tweede collega nodig. Dat ja geldt een kwartier.")
    found = Original.objects.filter(attachment=attachment).first()
    original = open_original(file, found, to="see-original") if found else None
    if original is None:
        raise NotNow(GONE)
    return original


def may_have_whole(file: CaseFile, mail_id: UUID) -> bool:
    """Whether this colleague asked for the whole message and got a yes that still holds."""
    agreed = FileRequest.objects.filter(mail=mail_id, asked_by=file.member, agreed_by__isnull=False)
    return agreed.filter(open_until__gt=clock.now()).exists()
