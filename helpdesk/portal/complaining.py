"""A complaint about us, from the mailbox of the case that it is about. It becomes a case with a code of its own."""

from __future__ import annotations

from django.db import Error
from django.http import HttpRequest, HttpResponse

from helpdesk.cases.actions import AlreadyFiled, Question, file_complaint
from helpdesk.lib.argon import Busy
from helpdesk.portal import pages
from helpdesk.portal.access import OpenVisit
from helpdesk.portal.forms import ComplaintForm
from helpdesk.portal.tokens import Grievance, NotThisForm
from helpdesk.ui.texts import say


def complain(request: HttpRequest, opened: OpenVisit) -> HttpResponse:
    """The form."""
    return pages.complaint_page(request, opened, ComplaintForm(), Grievance.new())


def send_complaint(request: HttpRequest, opened: OpenVisit) -> HttpResponse:
    """Store it and show its code. When that cannot be, she keeps her text."""
    form = ComplaintForm(request.POST)
    try:
        grievance = Grievance.read(request.POST.get("grievance", ""))
    except NotThisForm:
        form.add_error(None, say("error.stale"))
        return pages.complaint_page(request, opened, form, Grievance.new())
    if not form.is_valid():
        return pages.complaint_page(request, opened, form, grievance)
    told = Question(
        form.cleaned_data["body"],
        channel="mailbox",
        facts={"asker": opened.status.get("asker") or "", "language": "nl"},
    )
    try:
        file_complaint(told, receipt=grievance.receipt, submission=grievance.submission, about=opened.visit)
    except AlreadyFiled:
        pass  # pressed twice: the same code
    except (Busy, Error):
        form.add_error(None, say("error.down_text"))
        return pages.complaint_page(request, opened, form, grievance, status=503)
    return pages.complained_page(request, opened, grievance.receipt)
