"""The calendar to subscribe to: its secret address, and the file that is served there without a session."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from helpdesk.cases.views.answer import gone_to
from helpdesk.deadlines.actions import make_calendar, revoke_calendar
from helpdesk.deadlines.calendar import as_file, entries_under
from helpdesk.deadlines.models import CalendarFeed
from helpdesk.lib import clock
from helpdesk.lib.buckets import Pressure, Rate
from helpdesk.teams.access import anyone, member_of, require

# Of addresses that nobody has. A calendar looks in some times an hour; whoever guesses is told to wait.
_WRONG = Pressure(one=Rate(20, 60), everybody=Rate(1000, 10_000))
_TOO_MANY = 8


@require_http_methods(["GET", "POST"])
@require("see-account")
def calendar_address(request: HttpRequest) -> HttpResponse:
    """Make an address, make it anew, take it away. It is shown on the answer to the press, and never again."""
    member = member_of(request)
    if request.method == "POST" and request.POST.get("act") == "revoke":
        revoke_calendar(member=member)
        return gone_to(request, reverse("deadlines:calendar-address"), _("Het adres werkt niet meer."))
    made = ""
    if request.method == "POST":
        token = make_calendar(member=member)
        made = request.build_absolute_uri(reverse("deadlines:calendar", args=[token]))
    known = CalendarFeed.objects.filter(member=member).first()
    return render(request, "deadlines/calendar_address.html", {"made": made, "known": known})


@require_safe
@anyone
def calendar(request: HttpRequest, token: str) -> HttpResponse:
    """The file. An address that nobody has is not there, and after many of those one waits."""
    address = request.META.get("REMOTE_ADDR", "")
    if _WRONG.difficulty(address) >= _TOO_MANY:
        return HttpResponse(status=429, headers={"Retry-After": "3600"})
    entries = entries_under(token)
    if entries is None:
        _WRONG.note(address)
        raise Http404
    url = request.build_absolute_uri(reverse("deadlines:deadlines"))
    file = as_file(entries, at=clock.now(), url=url)
    return HttpResponse(file, content_type="text/calendar; charset=utf-8", headers={"Cache-Control": "no-store"})
