"""How many complaints about ourselves are open and late: numbers for leads and the privacy officer, never a case."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from helpdesk.cases.models import OwnComplaint
from helpdesk.directory.reference import own_days
from helpdesk.lib import clock
from helpdesk.teams.access import require


@require_safe
@require("count-complaints")
def complaints(request: HttpRequest) -> HttpResponse:
    """Three numbers and our own rule."""
    waiting, unconfirmed, unanswered = OwnComplaint.objects.all().counted(clock.today())
    context = {
        "waiting": waiting,
        "unconfirmed": unconfirmed,
        "unanswered": unanswered,
        "confirm_days": own_days("complaint-confirm"),
        "answer_days": own_days("complaint-answer"),
    }
    return render(request, "desk/complaints.html", context)
