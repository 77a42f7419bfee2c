"""Pages for what goes wrong outside a room: not found, refused, stale form, a fault of ours."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from helpdesk.config.environment import Program


def _page(request: HttpRequest, name: str, status: int) -> HttpResponse:
    public = settings.ROOT_URLCONF.endswith("urls_public") or settings.PROGRAM is Program.PUBLIC
    side = "public" if public else "desk"
    # The menu shows no place: what is missing and what is forbidden must look alike, whatever was asked for.
    return render(request, f"ui/errors/{side}_{name}.html", {"nowhere": True}, status=status)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A page that is not there and one that this member may not see are one and the same answer."""
    return _page(request, "not_found", 404)


def fault(request: HttpRequest) -> HttpResponse:
    """A fault of ours; the page needs no database."""
    return _page(request, "fault", 500)


def cross_site(request: HttpRequest) -> HttpResponse:
    """A post that came from another site."""
    return _page(request, "stale", 403)


def stale_form(request: HttpRequest, reason: str = "", **kwargs: Any) -> HttpResponse:
    """A desk form whose proof of origin is gone, for instance after signing in elsewhere. Back keeps the text."""
    return _page(request, "stale", 403)
