"""Triage: the queue at the left, the opened question at the right."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from helpdesk.cases.access import case_for
from helpdesk.cases.panels.page import CasePage
from helpdesk.cases.routing import first_fit, sentence
from helpdesk.cases.standing_rules import live_rules, names
from helpdesk.cases.workflow import IN_TRIAGE, State
from helpdesk.desk.triage import queue
from helpdesk.teams.access import member_of, require
from helpdesk.teams.models import Team


@require_safe
@require("see-triage")
def triage(request: HttpRequest) -> HttpResponse:
    """What nobody has taken in yet. Nothing is opened until somebody chooses."""
    return _show(request, {})


@require_safe
@require("see-triage")
def triage_question(request: HttpRequest, code: str) -> HttpResponse:
    """One question, opened beside the queue; only while it lies in triage."""
    file = case_for(member_of(request), code, to="read-case")
    if State(file.case.state) not in IN_TRIAGE:
        raise Http404
    rule = first_fit(live_rules(), file.case.summary)
    proposed = {"proposed": rule.team, "because": sentence(rule, names())}
    return _show(request, {"page": CasePage(file), "teams": Team.objects.all(), **proposed})


def _show(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    waiting = queue(member_of(request))
    return render(
        request, "desk/triage.html", {"queue": waiting, "new_count": sum(one.new for one in waiting), **context}
    )
