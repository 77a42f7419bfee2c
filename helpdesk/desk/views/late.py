"""Broken promises, for whoever leads."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from helpdesk.desk.late import late_list
from helpdesk.teams.access import member_of, require


@require_safe
@require("see-late")
def late(request: HttpRequest) -> HttpResponse:
    """Which promises passed, who has them, and one press to take, assign or promise anew."""
    return render(request, "desk/late.html", {"listed": late_list(member_of(request))})
