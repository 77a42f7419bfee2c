"""The link of an invitation: whoever only mailed takes her mailbox over, once, and gets six words.

A GET asks whether she is safe, for every link alike and without a database: a scanner of links uses nothing up. Only
the press of the button takes it over. Used, expired, cut off and unknown are one page.
"""

from __future__ import annotations

from datetime import timedelta

from django.db import Error
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from helpdesk.cases.access import Visit
from helpdesk.cases.access_invite import visit_just_made
from helpdesk.cases.actions import accept_invitation
from helpdesk.lib import clock
from helpdesk.lib.argon import Busy
from helpdesk.lib.receipts import Receipt
from helpdesk.portal.tokens import NotThisForm, Welcome
from helpdesk.ui.texts import say

SAME_RECEIPT = timedelta(minutes=10)  # a button pressed twice gives the same words


def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Ask first; then the six words, or that the link does not work (any more)."""
    if request.method != "POST":
        return _asked(request)
    try:
        welcome = Welcome.read(request.POST.get("token", ""))
    except NotThisForm:
        return _asked(request)  # the page was too old: the next press is good
    try:
        visit = _taken_over(token, welcome.receipt)
    except (Busy, Error):
        response = _asked(request, welcome, sentence=say("error.down_text"), status=503)
        response["Retry-After"] = "60"
        return response
    if visit is None:
        return render(request, "portal/invitation_gone.html")
    receipt, status = welcome.receipt, visit.box.status or {}
    words = {"words": receipt.words, "digits": receipt.digits.split(), "asker": status.get("asker") or ""}
    return render(request, "portal/invited.html", words)


def _taken_over(token: str, receipt: Receipt) -> Visit | None:
    """The mailbox under this receipt: taken over now, or a moment ago by the same page."""
    taken = accept_invitation(token, receipt)
    visit = visit_just_made(receipt)
    if visit is None or taken:
        return visit
    opened = visit.box.opened_at
    return visit if opened is not None and clock.now() - opened <= SAME_RECEIPT else None


def _asked(
    request: HttpRequest, welcome: Welcome | None = None, *, sentence: str = "", status: int = 200
) -> HttpResponse:
    words = {"token": (welcome or Welcome.new()).sealed(), "sentence": sentence}
    return render(request, "portal/invitation.html", words, status=status)
