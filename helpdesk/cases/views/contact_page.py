"""The screen of one contact moment, new or kept: shown empty, shown again, and shown with what is not yet good."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from helpdesk.cases.contact_form import ContactForm, TeamForm
from helpdesk.cases.models import Contact
from helpdesk.cases.panels.contact import Listed, listed, to_join
from helpdesk.cases.panels.opening import at_the_phone
from helpdesk.cases.panels.people import Colleagues
from helpdesk.cases.views.answer import WRONG
from helpdesk.cases.views.call_out import call_out_form
from helpdesk.teams.access import member_of


def contact_page(
    request: HttpRequest, contact_id: UUID, form: ContactForm, *, contact: Contact | None = None, code: str = ""
) -> HttpResponse:
    """One screen. `contact` is the opened row of a kept moment; a new one has none and shows what still lies here."""
    member = member_of(request)
    shown: Listed | None = listed(contact, Colleagues.load()) if contact else None
    teams = TeamForm(member=member, initial={"team": _own_slug(request)})
    code = request.POST.get("code", code)
    context = {
        "call_out": call_out_form(request, member, form, contact, code),
        "contact_id": contact_id,
        "form": form,
        "phone": None if shown or form.is_bound else at_the_phone(member),
        "shown": shown,
        "team_form": teams,
        "code": code,
        "waiting": [] if shown or form.is_bound else to_join(member),
    }
    return render(request, "cases/contact.html", context, status=WRONG if form.is_bound else 200)


def _own_slug(request: HttpRequest) -> str:
    """The team that was chosen before; else the form's first."""
    return request.POST.get("team", "")
