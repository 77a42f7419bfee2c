"""Who is away, and who stands in."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from helpdesk.lib import clock
from helpdesk.teams.absence_form import AbsenceForm
from helpdesk.teams.access import member_of, require
from helpdesk.teams.actions import absence
from helpdesk.teams.models import Absence, Member
from helpdesk.teams.roles import Scope, scope_of


@require_http_methods(["GET", "POST"])
@require("edit-absence")
def absences(request: HttpRequest) -> HttpResponse:
    """My own days, and for a lead those of the own teams."""
    me = member_of(request)
    whose, colleagues = _whose(me), list(Member.objects.all().at_work())
    data = request.POST if request.method == "POST" else None
    form = AbsenceForm(data, whose=whose, colleagues=colleagues)
    if data is not None and form.is_valid():
        absence.enter_absence(by=me, **form.entered())
        messages.success(request, _("Bewaard. Termijnen op die dagen komen boven in de werklijst van het team."))
        return HttpResponseRedirect(reverse("teams:absences"))
    away = Absence.objects.all().from_day(clock.today()).filter(member__in=whose)
    context = {"form": form, "away": away, "leads": len(whose) > 1}
    return render(request, "teams/absences.html", context, status=422 if form.is_bound else 200)


@require_POST
@require("edit-absence")
def end_absence(request: HttpRequest) -> HttpResponse:
    """Back again, or a mistake."""
    me = member_of(request)
    try:
        wanted = UUID(request.POST.get("absence", ""))
    except ValueError:
        raise Http404 from None
    if not Absence.objects.filter(pk=wanted, member__in=_whose(me)).exists():
        raise Http404
    absence.end_absence(by=me, absence_id=wanted)
    messages.success(request, _("Weggehaald."))
    return HttpResponseRedirect(reverse("teams:absences"))


def _whose(me: Member) -> list[Member]:
    """Whom I may enter: myself first, and for a lead her colleagues."""
    if scope_of(me.role, "edit-absence") == Scope.OWN:
        return [me]
    mates = Member.objects.all().at_work().filter(memberships__team__in=list(me.team_ids())).exclude(pk=me.pk)
    return [me, *mates.distinct()]
