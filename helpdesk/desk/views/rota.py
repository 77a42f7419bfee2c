"""Who answers the telephone, by week."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from helpdesk.cases.views.answer import WRONG, gone_to, posted
from helpdesk.directory.opening import opening_hours
from helpdesk.lib import clock
from helpdesk.teams.access import member_of, require
from helpdesk.teams.actions import rota
from helpdesk.teams.models import RotaTurn
from helpdesk.teams.rota_form import RotaForm, week_from, week_name


@require_http_methods(["GET", "POST"])
@require("edit-rota")
def edit_rota(request: HttpRequest) -> HttpResponse:
    """One week, day by day; the next one is a link away."""
    today = clock.today()
    monday = week_from(request.POST.get("week") or request.GET.get("week", ""), today)
    days = opening_hours().week_of(monday)
    form = RotaForm(posted(request), days=days, turns=list(RotaTurn.objects.all().on(*days)))
    if request.method == "POST" and form.is_valid():
        rota.edit_rota(actor=member_of(request), turns=form.turns())
        return gone_to(request, f"{reverse('desk:edit-rota')}?week={week_name(monday)}", _("Het rooster is bewaard."))
    beside = {
        name: week_name(other)
        for name, other in (("before", monday - timedelta(weeks=1)), ("after", monday + timedelta(weeks=1)))
        if week_from(week_name(other), today) == other
    }
    context = {"form": form, "monday": monday, "week": week_name(monday), "opening": opening_hours(), **beside}
    return render(request, "desk/edit_rota.html", context, status=WRONG if form.is_bound else 200)
