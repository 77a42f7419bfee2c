"""The first page of the day."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from helpdesk.cases.words import NEUTRAL
from helpdesk.desk import filters
from helpdesk.desk.day import the_day
from helpdesk.desk.filters import Filters, kept_by
from helpdesk.desk.triage import new_count
from helpdesk.desk.worklist import worklist as list_for
from helpdesk.lib import clock
from helpdesk.teams.access import member_of, require
from helpdesk.teams.models import Member, Team
from helpdesk.teams.roles import sees_triage


@require_safe
@require("see-worklist")
def worklist(request: HttpRequest) -> HttpResponse:
    """What waits for me and my team."""
    return _show(request, kept_by(request.session))


@require_POST
@require("see-worklist")
def filter_worklist(request: HttpRequest) -> HttpResponse:
    """Choose filters, or wipe them; they stay for this session and never stand in the address."""
    chosen = Filters() if "wipe" in request.POST else Filters.read(request.POST)
    chosen.keep(request.session)
    if getattr(request, "htmx", False):
        return _show(request, chosen, template="desk/worklist_part.html")
    return HttpResponseRedirect(reverse("desk:worklist"))


def _show(request: HttpRequest, chosen: Filters, *, template: str = "desk/worklist.html") -> HttpResponse:
    member = member_of(request)
    listed = list_for(member, chosen, _page(request))
    context: dict[str, Any] = {
        "listed": listed,
        "today": clock.today(),
        "the_day": the_day(listed),
        "chosen": chosen,
        "pills": _pills(member, chosen),
        "triage": sees_triage(member.role),
        "new_count": new_count(member) if sees_triage(member.role) else 0,
    }
    return render(request, template, context)


def _page(request: HttpRequest) -> int:
    wanted = request.GET.get("bladzijde", "1")
    return min(int(wanted), 10_000) if wanted.isascii() and wanted.isdigit() and int(wanted) > 0 else 1


def _pills(member: Member, chosen: Filters) -> list[dict[str, Any]]:
    """The four filters as native selects: name, label, choices, whether something is chosen."""
    teams = (
        {team.slug: team.name for team in Team.objects.filter(pk__in=member.team_ids())}
        if len(member.team_ids()) > 1
        else {}
    )
    pills = [
        ("team", "Team", {"": "Alle teams", **teams}) if teams else None,
        ("whose", "Van wie", filters.WHOSE),
        ("waits", "Wacht op", filters.WAITS),
        ("theme", "Thema", {"": "Alle thema’s", **NEUTRAL}),
    ]
    plain = Filters()
    return [
        {"name": name, "label": label, "choices": choices, "value": value, "on": value != getattr(plain, name)}
        for name, label, choices in filter(None, pills)
        for value in [getattr(chosen, name)]
    ]
