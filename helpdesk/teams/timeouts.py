"""The clock of a session, and the door in front of every page. Settings name this middleware after allauth's own."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from allauth.core.exceptions import ReauthenticationRequired
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from helpdesk.teams.access import closed_door, to_step_up
from helpdesk.teams.actions.sessions import end_this_session, touch_session
from helpdesk.teams.models import Ended
from helpdesk.teams.session_store import SEEN, STARTED

# Often enough to be exact within half a minute, seldom enough to write little.
NOTE_EVERY = 30


class TimeoutMiddleware:
    """Idle 15 minutes, absolute 8 hours; a session without times is over. Then: nothing opens without two locks."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            watch(request)
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Closed by default, also for a page that forgot to name its verb."""
        if not getattr(view, "login_required", True):
            return None
        return closed_door(request, weak_is_enough=getattr(view, "weak_is_enough", False))

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Before allauth's answer, which would keep the posted form and the address in the session."""
        return to_step_up(request) if isinstance(exception, ReauthenticationRequired) else None


def watch(request: HttpRequest) -> None:
    """End a session whose time is up; note one that is used. What a page fetches by itself does not count."""
    now = time.time()
    started, seen = request.session.get(STARTED, 0), request.session.get(SEEN, 0)
    over = Ended.ABSOLUTE if now - started > settings.DESK_ABSOLUTE_SECONDS else None
    if now - seen > settings.DESK_IDLE_SECONDS:
        over = over or Ended.IDLE
    if over is not None:
        end_this_session(request, because=over)
        request.session_ended = str(over)  # type: ignore[attr-defined]
    elif now - seen >= NOTE_EVERY and "X-Background" not in request.headers:
        touch_session(request)
