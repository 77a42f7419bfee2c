"""A proceeding is written down, and brought up to date."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from helpdesk.cases.access import CaseFile
from helpdesk.cases.views.answer import attempt, done, form_page, on_case, posted
from helpdesk.deadlines import actions
from helpdesk.deadlines.access import proceedings_of
from helpdesk.deadlines.proceeding_form import ProceedingForm, begun


@require_http_methods(["GET", "POST"])
@on_case("record-proceeding")
def record_proceeding(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """Before which court or body it is now."""
    return _written(request, file, ProceedingForm(posted(request)), None)


@require_http_methods(["GET", "POST"])
@on_case("record-proceeding")
def change_proceeding(request: HttpRequest, file: CaseFile, proceeding: UUID) -> HttpResponse:
    """The same questions again, filled in. How it stood before stays under them."""
    steps = proceedings_of(file).get(proceeding)
    if steps is None:
        gone = forms.Form({})
        gone.add_error(None, _("Deze procedure is er niet meer."))
        return form_page(request, file, gone, "cases/again.html")
    form = ProceedingForm(posted(request), initial=begun(steps[0]))
    return _written(request, file, form, proceeding)


def _written(request: HttpRequest, file: CaseFile, form: ProceedingForm, proceeding: UUID | None) -> HttpResponse:
    def keep() -> None:
        actions.record_proceeding(file=file, said=form.said(), proceeding_id=proceeding)

    if request.method == "POST" and attempt(form, keep):
        return done(request, file, _("Opgeschreven."))
    return form_page(request, file, form, "deadlines/record_proceeding.html", begins=proceeding is None)
