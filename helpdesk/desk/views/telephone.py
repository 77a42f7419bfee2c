"""The telephone: one screen to write on while one talks, and the list of whom to call back."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from helpdesk.cases.access_contacts import contact_for
from helpdesk.cases.contact_form import ContactForm, kept
from helpdesk.cases.panels.contact import to_call_back
from helpdesk.cases.panels.opening import at_the_phone
from helpdesk.cases.views.contact_page import contact_page
from helpdesk.lib import clock
from helpdesk.lib.case_codes import NotACaseCode, parse
from helpdesk.lib.ids import new_id
from helpdesk.teams.access import member_of, require


@require_safe
@require("log-contact")
def telephone(request: HttpRequest) -> HttpResponse:
    """An empty sheet with an id of its own; nothing is stored before somebody types. `?bellen` for a call of ours."""
    try:
        code = parse(request.GET.get("zaak", ""))
    except NotACaseCode:
        code = ""
    kind = "call-out" if code and "bellen" in request.GET else "call-in"
    return contact_page(request, new_id(), ContactForm(initial={"kind": kind}), code=code)


@require_safe
@require("log-contact")
def telephone_contact(request: HttpRequest, contact: UUID) -> HttpResponse:
    """A sheet that was kept. Opening it is a look, and on record."""
    row = contact_for(member_of(request), contact, to="log-contact").contact
    return contact_page(request, contact, ContactForm(initial=kept(row.facts, row.words, row.callback_on)), contact=row)


@require_safe
@require("call-back")
def callbacks(request: HttpRequest) -> HttpResponse:
    """Who waits for a call, the oldest day on top."""
    member = member_of(request)
    context = {"listed": to_call_back(member), "today": clock.today(), "phone": at_the_phone(member)}
    return render(request, "desk/callbacks.html", context)
