"""On which sources the case relies: add one, look at one that changed, take one back."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from helpdesk.cases import actions
from helpdesk.cases.access import CaseFile, reread
from helpdesk.cases.panels.page import CasePage
from helpdesk.cases.panels.sources import Relies
from helpdesk.cases.source_forms import SourceForm
from helpdesk.cases.views.answer import (
    attempt,
    case_url,
    changed,
    done,
    form_page,
    gone_to,
    is_script,
    on_case,
    panels,
    posted,
)
from helpdesk.cases.workflow import NotNow
from helpdesk.library.source_form import LookForm, suggested

PANEL = "bronnen"


@require_http_methods(["GET", "POST"])
@on_case("add-source")
def add_source(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """A passage and why; one that the page offered comes with one press, one that is being written too."""
    form = SourceForm(posted(request))
    if is_script(request) and "here" in request.POST:  # from where one writes; the form has a page of its own
        return _cited(request, file, form)
    if request.method == "POST" and attempt(form, lambda: _add(file, form)):
        return done(request, file, _("De bron staat bij de zaak."), to=f"{case_url(file.case.code)}#{PANEL}")
    return form_page(request, file, form, "cases/add_source.html", works=suggested())


@require_http_methods(["GET", "POST"])
@on_case("check-source")
def check_source(request: HttpRequest, file: CaseFile, source: UUID) -> HttpResponse:
    """Somebody looked, and says what she saw."""
    one, form = _one(file, source), LookForm(posted(request))
    if one is None:
        return gone_to(request, f"{case_url(file.case.code)}#{PANEL}", _("Deze bron is er niet meer."))
    if request.method == "POST" and attempt(form, lambda: _check(file, source, form)):
        return done(request, file, _("Nagekeken."), to=f"{case_url(file.case.code)}#{PANEL}")
    return form_page(request, file, form, "cases/check_source.html", one=one)


@require_POST
@on_case("take-back-source")
def take_back_source(request: HttpRequest, file: CaseFile, source: UUID) -> HttpResponse:
    """Away; the journal keeps that it was there."""
    try:
        actions.take_back_source(file=file, source_id=source)
    except NotNow as refusal:
        return gone_to(request, case_url(file.case.code), str(refusal))
    return changed(request, file, PANEL, said=_("De bron is weg."), at=f"#{PANEL}")


def _cited(request: HttpRequest, file: CaseFile, form: SourceForm) -> HttpResponse:
    """The words stand in the text already, so one stays there; what the case could not take is said there too."""
    if attempt(form, lambda: _add(file, form)):
        file, said = reread(file) or file, _("De zaak steunt nu ook hierop.")
    else:
        said = " ".join(str(sentence) for sentences in form.errors.values() for sentence in sentences)
    names = ("kop", "journaal", PANEL) if request.POST.get("here") else ()
    return panels(request, CasePage(file), names, said=said)


def _add(file: CaseFile, form: SourceForm) -> None:
    said = form.cleaned_data
    actions.add_source(file=file, code=said["source"], place=said["place"], why=said["why"], on=said["on"])


def _check(file: CaseFile, source: UUID, form: LookForm) -> None:
    said = form.cleaned_data
    actions.check_source(file=file, source_id=source, note=said["note"], adapted=said["how"] == "adapted")


def _one(file: CaseFile, source: UUID) -> Relies | None:
    return next((one for one in CasePage(file).sources if one.id == source), None)
