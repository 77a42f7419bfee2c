"""Where the child is: behind a click with a reason; and what she needs to talk with us."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from helpdesk.cases import actions
from helpdesk.cases.access import CaseFile
from helpdesk.cases.panels.page import CasePage
from helpdesk.cases.telling_forms import NeedsForm, ReasonForm, WhereaboutsForm
from helpdesk.cases.views.answer import attempt, done, form_page, on_case, posted


@require_http_methods(["GET", "POST"])
@on_case("show-whereabouts")
def show_whereabouts(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """Asks why, then shows; the ledger knows first. On no other page does this stand."""
    form = ReasonForm(posted(request))
    if not form.is_valid():
        return form_page(request, file, form, "cases/show_whereabouts.html")
    found = actions.show_whereabouts(file=file, reason=form.cleaned_data["reason"])
    known = [(field.label, found[name]) for name, field in WhereaboutsForm.base_fields.items() if found.get(name)]
    return render(request, "cases/whereabouts.html", {"page": CasePage(file), "known": known})


@require_http_methods(["GET", "POST"])
@on_case("set-whereabouts")
def set_whereabouts(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """Write it down. The form starts empty: it shows nothing to who may not look, and what is saved takes its place."""
    form = WhereaboutsForm(posted(request))

    def keep() -> None:
        actions.set_whereabouts(file=file, typed=form.cleaned_data)

    if request.method == "POST" and attempt(form, keep):
        return done(request, file, _("Bewaard, apart van de zaak."))
    return form_page(request, file, form, "cases/set_whereabouts.html")


@require_http_methods(["GET", "POST"])
@on_case("set-needs")
def set_needs(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """An interpreter, short sentences, rather a call."""
    summary = file.case.summary
    start = {"needs": summary.get("needs") or [], "note": summary.get("needs_note") or ""}
    form = NeedsForm(posted(request), initial=start)
    if request.method == "POST" and attempt(form, lambda: actions.set_needs(file=file, **form.cleaned_data)):
        return done(request, file, _("Bewaard."))
    return form_page(request, file, form, "cases/set_needs.html")
