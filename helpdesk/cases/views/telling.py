"""Who may be told what: consents, exceptions, a call through the agreed hours."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from helpdesk.cases import actions
from helpdesk.cases.access import CaseFile
from helpdesk.cases.assent import read_aloud
from helpdesk.cases.panels.call_sheet import call_sheet
from helpdesk.cases.panels.page import CasePage
from helpdesk.cases.release import NotToBeTold
from helpdesk.cases.telling_forms import CallForm, ConsentForm, ExceptionForm
from helpdesk.cases.views.answer import attempt, done, form_page, on_case, posted
from helpdesk.cases.views.bare import press
from helpdesk.cases.workflow import NotNow
from helpdesk.people.consent import FACTS
from helpdesk.people.telling import Channel, Subject

PLACE = "toestemming"


@require_http_methods(["GET", "POST"])
@on_case("record-consent")
def record_consent(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """Somebody may be told, and somebody said so."""
    start = {"party": request.GET.get("persoon", ""), "band": file.case.summary.get("age_band")}
    form = ConsentForm(posted(request), people=CasePage(file).around, initial=start)
    if request.method == "POST" and attempt(form, lambda: actions.record_consent(file=file, agreed=form.consent())):
        return done(request, file, _("De toestemming staat erbij."))
    return form_page(request, file, form, "cases/record_consent.html", facts=FACTS, texts=read_aloud())


@require_POST
@on_case("withdraw-consent")
def withdraw_consent(request: HttpRequest, file: CaseFile, consent: UUID) -> HttpResponse:
    """Not any more."""
    said = _("Ingetrokken. Vanaf nu delen we dit niet meer.")
    return press(request, file, lambda: actions.withdraw_consent(file=file, consent_id=consent), PLACE, said=said)


@require_http_methods(["GET", "POST"])
@on_case("ask-exception")
def ask_exception(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """Ask a second colleague."""
    start = {
        "party": request.GET.get("persoon", ""),
        "channel": request.GET.get("hoe", ""),
        "subjects": request.GET.getlist("wat"),
    }
    form = ExceptionForm(posted(request), people=CasePage(file).around, initial=start)

    def ask() -> None:
        typed = form.cleaned_data
        actions.ask_exception(
            file=file,
            party_id=typed["party"],
            subjects=map(Subject, typed["subjects"]),
            channel=Channel(typed["channel"]),
            reason=typed["reason"],
        )

    if request.method == "POST" and attempt(form, ask):
        return done(request, file, _("Gevraagd. Een teamleider beslist."))
    return form_page(request, file, form, "cases/ask_exception.html")


@require_POST
@on_case("grant-exception")
def grant_exception(request: HttpRequest, file: CaseFile, exception: UUID) -> HttpResponse:
    """Yes, once, within a day."""
    said = _("Toegestaan: één keer, binnen een dag.")
    return press(request, file, lambda: actions.grant_exception(file=file, exception_id=exception), PLACE, said=said)


@require_http_methods(["GET", "POST"])
@on_case("call-party")
def call_party(request: HttpRequest, file: CaseFile, party: UUID) -> HttpResponse:
    """The call sheet of one person: whether calling is safe now, the number, and what was said."""
    form = CallForm(posted(request))
    try:
        sheet = call_sheet(file, actions.party_of(file=file, party_id=party))
    except NotNow as refusal:
        gone = forms.Form({})
        gone.add_error(None, str(refusal))
        return form_page(request, file, gone, "cases/again.html")
    refused: NotToBeTold | None = None
    if form.is_bound and form.is_valid():
        typed = form.cleaned_data
        try:
            actions.call_party(
                file=file,
                party_id=party,
                result=typed["result"],
                subjects=list(map(Subject, typed["subjects"])),
                text=typed["text"],
                word_asked=typed["word_asked"],
            )
        except (NotToBeTold, NotNow) as refusal:
            form.add_error(None, str(refusal))
            refused = refusal if isinstance(refusal, NotToBeTold) else None
        else:
            return done(request, file, _("Genoteerd."))
    return form_page(request, file, form, "cases/call_party.html", sheet=sheet, refused=refused)
