"""Who looked at a case, and what was done: for the privacy officer, who sees no content, and for whoever may read."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from helpdesk.cases.access import closed_case_for, may_at
from helpdesk.cases.panels.journal import events
from helpdesk.cases.panels.journal import looks as looks_of
from helpdesk.cases.panels.people import Colleagues
from helpdesk.desk.complaints import late_complaints
from helpdesk.lib.case_codes import NotACaseCode, parse
from helpdesk.teams.access import member_of, require


@require_http_methods(["GET", "POST"])
@require("see-ledger")
def looks(request: HttpRequest) -> HttpResponse:
    """Which case? Its code leads on."""
    typed = request.POST.get("code", "")
    if request.method != "POST":
        return render(request, "desk/looks.html", {"late_complaints": late_complaints(member_of(request))})
    try:
        return HttpResponseRedirect(reverse("desk:looks-at-case", args=[parse(typed)]))
    except NotACaseCode:
        error = _("Dit is geen code van een zaak. Een code ziet eruit als KR-7H4MQ.")
        return render(request, "desk/looks.html", {"typed": typed, "error": error}, status=422)


@require_safe
@require("see-ledger")
def looks_at_case(request: HttpRequest, code: str) -> HttpResponse:
    """Looks and acts of one case. The case itself stays closed."""
    member = member_of(request)
    case, people = closed_case_for(member, code), Colleagues.load()
    context = {
        "case": case,
        "looks": looks_of(case.pk, people, limit=400),
        "events": events(case.pk, people),
        "may_forget": may_at(member, "forget-case", case),
    }
    return render(request, "desk/looks_at_case.html", context)
