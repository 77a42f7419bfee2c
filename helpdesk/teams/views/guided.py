"""Who is new here or accompanied, so that a colleague reads along what leaves."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from helpdesk.teams.access import member_of, require
from helpdesk.teams.actions.members import guide_member
from helpdesk.teams.models import Member


@require_http_methods(["GET", "POST"])
@require("guide-member")
def guided(request: HttpRequest) -> HttpResponse:
    """The colleagues of the own teams; one press says that somebody is accompanied, or no longer."""
    lead = member_of(request)
    colleagues = _colleagues(lead)
    if request.method == "POST":
        one = colleagues.filter(pk=_chosen(request)).first()
        if one is None:
            raise Http404
        on = request.POST.get("guided") == "1"
        guide_member(by=lead, member=one, guided=on)
        said = _("Wat %(name)s verstuurt, leest nu een collega mee.") if on else _("%(name)s verstuurt weer zelf.")
        messages.success(request, said % {"name": one.first_name})
        return HttpResponseRedirect(reverse("teams:guided"))
    return render(request, "teams/guided.html", {"colleagues": colleagues})


def _colleagues(lead: Member) -> QuerySet[Member]:
    found: QuerySet[Member] = (
        Member.objects.all()
        .at_work()
        .filter(memberships__team__in=list(lead.team_ids()))
        .exclude(pk=lead.pk)
        .distinct()
    )
    return found


def _chosen(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get("member", ""))
    except ValueError:
        raise Http404 from None
