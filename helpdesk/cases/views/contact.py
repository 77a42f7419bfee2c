"""A contact moment: kept while one talks, done, made a case of, joined to a case, taken off again."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from helpdesk.cases import actions
from helpdesk.cases.access import CaseFile, case_for, refuse
from helpdesk.cases.access_contacts import ContactFile, contact_for, contact_to_write
from helpdesk.cases.contact_form import ContactForm, TeamForm
from helpdesk.cases.panels.contact import safe_contact_of
from helpdesk.cases.release import NotToBeTold
from helpdesk.cases.views.answer import case_url, gone_to, on_case
from helpdesk.cases.views.bare import press
from helpdesk.cases.views.call_out import call_of, is_call_out
from helpdesk.cases.views.contact_page import contact_page
from helpdesk.cases.workflow import NotNow
from helpdesk.lib.case_codes import NotACaseCode, parse
from helpdesk.teams.access import is_partial, member_of, require
from helpdesk.teams.models import Member
from helpdesk.teams.roles import may


@require_POST
@require("log-contact")
def log_contact(request: HttpRequest, contact: UUID) -> HttpResponse:
    """Keep the sheet. A script saves every other second and gets nothing back; a person goes on to the list."""
    form = ContactForm(request.POST)
    if is_partial(request):
        whole = form.is_valid() or form.texts_are_whole
        if whole and not form.is_blank:
            _keep(member_of(request), contact, form)
        return HttpResponse(status=204 if whole else 422)
    return _do(request, contact, form, "log-contact", lambda file: _kept(request, file))


@require_POST
@require("log-contact")
def finish_contact(request: HttpRequest, contact: UUID) -> HttpResponse:
    """Nothing more to do with it."""

    def finish(file: ContactFile) -> HttpResponse:
        _called(request, file)
        actions.finish_contact(file=file)
        return _said(request, _("Klaar. Het gesprek is bewaard."))

    return _do(request, contact, ContactForm(request.POST), "log-contact", finish)


@require_POST
@require("make-case")
def make_case(request: HttpRequest, contact: UUID) -> HttpResponse:
    """A case of it, with a team at once."""
    form, teams = ContactForm(request.POST), TeamForm(request.POST, member=member_of(request))

    def make(file: ContactFile) -> HttpResponse:
        if not teams.is_valid():
            raise NotNow(_("Kies een team."))
        if not file.contact.words["asked"]:
            raise NotNow(_("Schrijf eerst wat er gevraagd is."))
        team = teams.cleaned_data["team"]
        case = actions.make_case_of_contact(file=file, team=team, safe_contact=safe_contact_of(file.contact))
        said = _("Zaak %(code)s staat bij team %(team)s.") % {"code": case.code, "team": team.name}
        if may(file.member, "read-case", team.pk, case.state):
            return gone_to(request, case_url(case.code), said)
        return _said(request, said)

    return _do(request, contact, form, "make-case", make)


@require_POST
@require("join-contact")
def join_contact(request: HttpRequest, contact: UUID) -> HttpResponse:
    """Put it into a case that she may open."""

    def join(file: ContactFile) -> HttpResponse:
        case_file = _case_to_join(file.member, request.POST.get("code", ""))
        call = call_of(request, case_file) if is_call_out(file.contact) else None
        actions.join_contact(file=case_file, contact=file, call=call)
        said = _("Gekoppeld. Klopt het niet, haal het gesprek dan weer los.")
        return gone_to(request, case_url(case_file.case.code) + "#contact", said)

    return _do(request, contact, ContactForm(request.POST), "join-contact", join)


@require_POST
@on_case("join-contact")
def take_off_contact(request: HttpRequest, file: CaseFile, contact: UUID) -> HttpResponse:
    """Back to the moments without a case."""
    said = _("Losgemaakt. Het gesprek staat weer bij Telefoon.")
    return press(request, file, lambda: actions.take_off_contact(file=file, contact_id=contact), "contact", said=said)


def _kept(request: HttpRequest, file: ContactFile) -> HttpResponse:
    """Kept, and when we called: through the door."""
    _called(request, file)
    actions.must_be_promised(file)
    if (case := file.contact.case) is not None:
        return gone_to(request, case_url(case.code) + "#contact", _("Bewaard."))
    return _said(request, _("Bewaard. Koppel het later."))


def _called(request: HttpRequest, file: ContactFile) -> None:
    """In a case a call that we made asks the door, before it counts as made."""
    if file.contact.case is not None and is_call_out(file.contact):
        case_file = case_for(file.member, file.contact.case.code, to="call-party")
        actions.log_call_out(file=case_file, contact=file, call=call_of(request, case_file))


def _case_to_join(member: Member, typed: str) -> CaseFile:
    """The case of the typed code. Missing and not hers are one sentence, and the refusal is in the ledger."""
    try:
        return case_for(member, parse(typed), to="join-contact")
    except NotACaseCode:
        raise NotNow(_("Dit is geen code van een zaak. Een code ziet eruit als KR-7H4MQ.")) from None
    except Http404:
        raise NotNow(_("Deze zaak is er niet, of je kunt er niet bij.")) from None


def _do(
    request: HttpRequest,
    contact_id: UUID,
    form: ContactForm,
    verb: str,
    act: Callable[[ContactFile], HttpResponse],
) -> HttpResponse:
    """Keep the sheet first, then act on the opened moment; what cannot be done is said over the sheet."""
    member = member_of(request)
    good = form.is_valid()
    if not form.texts_are_whole:
        return contact_page(request, contact_id, form)
    if good and form.is_blank:
        form.add_error(None, _("Er staat nog niets."))
        return contact_page(request, contact_id, form)
    _keep(member, contact_id, form)
    file = contact_for(member, contact_id, to=verb)
    if good:
        try:
            return act(file)
        except (NotNow, NotToBeTold) as refusal:
            form.add_error(None, str(refusal))
    return contact_page(request, contact_id, form, contact=file.contact)


def _keep(member: Member, contact_id: UUID, form: ContactForm) -> None:
    """Write the sheet into its moment, or begin one. An id that somebody else has is refused as one that is not there.

    Raises:
        Http404: the moment is not hers.
    """
    for _try in range(2):
        if file := contact_to_write(member, contact_id, to="log-contact"):
            actions.save_contact(file=file, typed=form.typed())
            return
        try:
            actions.log_contact(member=member, contact_id=contact_id, typed=form.typed())
        except actions.AlreadyFiled:
            continue  # two saves at once: the other was first
        return
    raise refuse(member, "log-contact")


def _said(request: HttpRequest, said: str) -> HttpResponse:
    return gone_to(request, reverse("desk:telephone"), said)
