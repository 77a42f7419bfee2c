"""E-mail at the desk: what did not arrive, how the mailboxes do, what lies outside every case, originals as files."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from helpdesk.cases import actions
from helpdesk.cases.access import refuse
from helpdesk.cases.access_mail import mail_for
from helpdesk.cases.models import Handout, Mail, MailboxState, Outgoing
from helpdesk.cases.panels.mail import mail_view
from helpdesk.cases.views.answer import gone_to
from helpdesk.cases.workflow import NotNow
from helpdesk.intake.arriving import read_again
from helpdesk.lib import clock
from helpdesk.teams.access import member_of, require
from helpdesk.teams.models import Member

SHOWN = 100
LATE = timedelta(minutes=10)  # a mailbox that was not emptied for so long is told of


@require_safe
@require("see-worklist")
def mail(request: HttpRequest) -> HttpResponse:
    """Nothing is opened for these lists: they say when and where, and not from whom or to whom."""
    member = member_of(request)
    around = Exists(Handout.objects.filter(outgoing=OuterRef("pk")))  # else it went to the asker
    failed = Outgoing.objects.undelivered_to(member).select_related("case", "member").defer("content")
    failed = failed.annotate(around=around)
    sorts = member.reaches("see-mail")
    context = {"failed": list(failed[:SHOWN]), "sorts": sorts, **(_outside(member) if sorts else {})}
    return render(request, "desk/mail.html", context)


def _outside(member: Member) -> dict[str, Any]:
    """For whoever sorts what comes in."""
    rows = Mail.objects.visible_to(member).outside().defer("raw")
    late = clock.now() - LATE
    boxes = [(box, box.emptied_at is None or box.emptied_at < late) for box in MailboxState.objects.order_by("name")]
    return {"listed": list(rows[:SHOWN]), "boxes": boxes}


@require_safe
@require("see-mail")
def one_mail(request: HttpRequest, mail: UUID) -> HttpResponse:
    """One message outside every case, read in the sandbox. Opening it is on record."""
    row = mail_for(member_of(request), mail, to="see-mail")
    if row.case_id is not None:
        raise refuse(member_of(request), "see-mail")
    said = read_again(row.raw).said
    context = {"row": row, "text": said["text"], "mail": mail_view({"mail": {**said["mail"], "id": str(row.pk)}})}
    return render(request, "desk/one_mail.html", context)


@require_safe
@require("read-case")
def original_mail(request: HttpRequest, mail: UUID) -> HttpResponse:
    """The message as it came, as a file to keep: plain text, never shown by a browser on our address."""
    try:
        row = mail_for(member_of(request), mail, to="read-case")
    except NotNow as refusal:
        return gone_to(request, reverse("desk:mail"), str(refusal))
    name = row.case.code if row.case is not None else "bericht"
    return HttpResponse(
        row.raw,
        content_type="application/octet-stream",
        headers={
            "Content-Disposition": f'attachment; filename="{name}.eml"',
            "Content-Security-Policy": "sandbox; default-src 'none'",
        },
    )


@require_POST
@require("make-case-of-mail")
def make_case_of_mail(request: HttpRequest, mail: UUID) -> HttpResponse:
    """A person wrote it after all: a new question in triage."""
    member = member_of(request)
    row = mail_for(member, mail, to="make-case-of-mail")
    try:
        case = actions.make_case_of_mail(member=member, mail=row, arrived=read_again(row.raw))
    except NotNow as refusal:
        return gone_to(request, reverse("desk:mail"), str(refusal))
    return gone_to(
        request, reverse("desk:triage-question", args=[case.code]), _("Het is nu een nieuwe vraag in triage.")
    )
