"""A warning for colleagues about contact, with an end."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from helpdesk.cases import actions
from helpdesk.cases.access import CaseFile
from helpdesk.cases.flag_forms import FlagForm
from helpdesk.cases.flags import last_day
from helpdesk.cases.panels.page import CasePage
from helpdesk.cases.views.answer import attempt, case_url, done, form_page, gone_to, on_case, posted
from helpdesk.cases.workflow import NotNow


@require_http_methods(["GET", "POST"])
@on_case("flag-contact")
def flag_contact(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """What is the matter, why, and until when."""
    start = {"until": last_day(), "party": request.GET.get("persoon", "")}
    form = FlagForm(posted(request), people=CasePage(file).around, initial=start)
    if request.method == "POST" and attempt(form, lambda: actions.flag_contact(file=file, **form.cleaned_data)):
        return done(request, file, _("De waarschuwing staat erbij."))
    return form_page(request, file, form, "cases/flag_contact.html")


@require_POST
@on_case("unflag-contact")
def unflag_contact(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """Away."""
    try:
        actions.unflag_contact(file=file, party=request.POST.get("party", ""))
    except NotNow as refusal:
        return gone_to(request, case_url(file.case.code), str(refusal))
    return gone_to(request, case_url(file.case.code), _("De waarschuwing is weg."))
