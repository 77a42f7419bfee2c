"""Calling back: how it went, and when to try again."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from helpdesk.cases import actions
from helpdesk.cases.access import CaseFile, case_for
from helpdesk.cases.access_contacts import ContactFile, contact_for
from helpdesk.cases.contact_form import AttemptForm, CallBackForm
from helpdesk.cases.views.answer import attempt, gone_to
from helpdesk.teams.access import member_of, require


@require_POST
@require("call-back")
def record_attempt(request: HttpRequest, contact: UUID) -> HttpResponse:
    """Reached, or not."""
    form = AttemptForm(request.POST)

    def act(file: ContactFile) -> None:
        actions.record_attempt(file=file, case=_case_of(file), **form.cleaned_data)

    return _answer(request, contact, form, act, said=_("Genoteerd."))


@require_POST
@require("call-back")
def plan_callback(request: HttpRequest, contact: UUID) -> HttpResponse:
    """Another day."""
    form = CallBackForm(request.POST)

    def act(file: ContactFile) -> None:
        actions.plan_callback(file=file, case=_case_of(file), on=form.cleaned_data["callback_on"])

    return _answer(request, contact, form, act, said=_("Verzet."))


def _case_of(file: ContactFile) -> CaseFile | None:
    """The case, opened, when it is somebody around the child who is called."""
    case = file.contact.case
    if case is None or actions.party_called(file.contact) is None:
        return None
    return case_for(file.member, case.code, to="call-party")


def _answer(
    request: HttpRequest, contact_id: UUID, form: forms.Form, act: Callable[[ContactFile], None], *, said: str
) -> HttpResponse:
    """Back to the list, with what was done or the reason why not."""
    file = contact_for(member_of(request), contact_id, to="call-back")
    if not attempt(form, lambda: act(file)):
        said = " ".join(str(error) for errors in form.errors.values() for error in errors)
    return gone_to(request, reverse("desk:callbacks"), said)
