"""Through the glass: ask, decide, and look back at it each week."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from helpdesk.cases import actions
from helpdesk.cases.access_glass import request_for, requests_for, tally_for
from helpdesk.cases.views.answer import attempt, gone_to, posted
from helpdesk.cases.wall_forms import GlassForm
from helpdesk.cases.workflow import NotNow
from helpdesk.lib import clock
from helpdesk.teams.access import member_of, require, step_up
from helpdesk.teams.roles import may


@require_http_methods(["GET", "POST"])
@step_up()
@require("ask-glass")
def glass(request: HttpRequest) -> HttpResponse:
    """A form, and the requests that one may see. What comes back never tells whether there is such a case."""
    member, form = member_of(request), GlassForm(posted(request))
    if request.method == "POST" and attempt(form, lambda: actions.ask_glass(member=member, **form.cleaned_data)):
        said = _("Gevraagd. De teamleider of de privacyfunctionaris beslist. Je ziet het antwoord hier.")
        return gone_to(request, reverse("desk:glass"), said)
    context = {
        "form": form,
        "listed": requests_for(member),
        "me": member.pk,
        "now": clock.now(),
        "may_decide": may(member, "decide-glass"),
    }
    return render(request, "desk/glass.html", context, status=422 if form.is_bound else 200)


@require_safe
@require("decide-glass")
def glass_told(request: HttpRequest) -> HttpResponse:
    """What the frame of an open page asks every half minute; without content when it shows that already."""
    told = tally_for(member_of(request))
    if request.GET.get("stand") == str(told):
        return HttpResponse(status=204)
    return render(request, "ui/desk_glass.html", {"glass": told})


@require_POST
@step_up()
@require("decide-glass")
def decide_glass(request: HttpRequest, wanted: UUID) -> HttpResponse:
    """Yes for an hour, or no."""
    member = member_of(request)
    row, yes = request_for(member, wanted, to="decide-glass"), "yes" in request.POST
    try:
        actions.decide_glass(member=member, request=row, yes=yes)
    except NotNow as refusal:
        return gone_to(request, reverse("desk:glass"), str(refusal))
    return gone_to(request, reverse("desk:glass"), _("Een uur open, om te lezen.") if yes else _("Geweigerd."))


@require_POST
@require("sign-glass")
def sign_glass(request: HttpRequest, wanted: UUID) -> HttpResponse:
    """Looked back at."""
    member = member_of(request)
    row = request_for(member, wanted, to="sign-glass")
    try:
        actions.sign_glass(member=member, request=row)
    except NotNow as refusal:
        return gone_to(request, reverse("desk:glass"), str(refusal))
    return gone_to(request, reverse("desk:glass"), _("Getekend."))
