"""A call that we make, on the sheet of a talk: what was agreed stands there before one dials."""

from __future__ import annotations

from django.http import Http404, HttpRequest

from helpdesk.cases.access import CaseFile, case_for
from helpdesk.cases.actions import CallOut
from helpdesk.cases.contact_form import CallOutForm, ContactForm
from helpdesk.cases.models import Contact
from helpdesk.cases.panels.call_sheet import sheets
from helpdesk.cases.workflow import NotNow
from helpdesk.lib.case_codes import NotACaseCode, parse
from helpdesk.teams.models import Member


def is_call_out(contact: Contact) -> bool:
    """Whether this sheet is of a call that we made."""
    return bool(contact.facts.get("kind") == "call-out")


def call_of(request: HttpRequest, file: CaseFile) -> CallOut:
    """What was chosen; raises NotNow with the sentences when something is missing."""
    form = CallOutForm(request.POST, sheets=sheets(file))
    if not form.is_valid():
        raise NotNow(" ".join(str(error) for errors in form.errors.values() for error in errors))
    return form.call()


def call_out_form(
    request: HttpRequest, member: Member, form: ContactForm, contact: Contact | None, code: str
) -> CallOutForm | None:
    """Whom one can call and what was agreed; None for a call that came in, or without a case that she may open."""
    kind = form["kind"].value() or (contact.facts.get("kind") if contact else "")
    if kind != "call-out":
        return None
    try:
        file = case_for(member, contact.case.code if contact and contact.case else parse(code), to="call-party")
    except (Http404, NotACaseCode):
        return None
    start = {"party": form["party"].value() or request.GET.get("wie", "")}
    return CallOutForm(request.POST if form.is_bound else None, sheets=sheets(file), initial=start)
