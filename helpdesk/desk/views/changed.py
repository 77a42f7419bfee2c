"""Gewijzigde bronnen: what changed, and who has to look."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from helpdesk.desk.changed import changed_sources as changed_for
from helpdesk.teams.access import member_of, require
from helpdesk.teams.roles import may


@require_safe
@require("see-knowledge")
def changed_sources(request: HttpRequest) -> HttpResponse:
    """Each changed article with the open cases of this member, the texts and the knowledge that rely on it."""
    member = member_of(request)
    context = {
        "listed": changed_for(member),
        "sees_cases": may(member, "see-worklist"),
        "may_check": may(member, "check-reliance"),
    }
    return render(request, "desk/changed_sources.html", context)
