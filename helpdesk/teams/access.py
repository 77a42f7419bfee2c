"""The doors of the desk: who may come in at a page. Closed by default, also where a page names no verb.

`require(verb)` stands on every view of the desk, `anyone` on what is open, `enrolling` on the way to a second lock,
`step_up` on what is dangerous. Missing and forbidden are one 404; a refusal is in the ledger before it leaves.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.reauthentication import did_recently_reauthenticate
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from helpdesk.ledger.actions import Actor, record_now
from helpdesk.teams.models import DeskSession, Ended, Member
from helpdesk.teams.roles import ACCESS, scope_of
from helpdesk.teams.session_store import STRONG, row_key

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


def member_of(request: HttpRequest) -> Member:
    """The signed-in member; behind a door there always is one."""
    return cast(Member, request.user)


def is_strong(request: HttpRequest) -> bool:
    """Whether this session opened a second lock (or is a demonstration, which start_session said)."""
    return bool(request.session.get(STRONG))


def is_partial(request: HttpRequest) -> bool:
    """Whether a script asks, for a part of a page that somebody is looking at."""
    return "HX-Request" in request.headers or request.headers.get("X-Requested-With") == "fetch"


def require(verb: str) -> Callable[[View], View]:
    """Only for a member with two locks whose role has `verb` in some scope. The object is checked by its room."""
    ACCESS[verb]  # a verb that is not in the table fails at import

    def door(view: View) -> View:
        @wraps(view)
        def inside(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if (closed := closed_door(request)) is not None:
                return closed
            member = member_of(request)
            if not scope_of(member.role, verb):
                record_now("refuse", actor=Actor.member(member.pk), purpose=verb, result="refused")
                raise Http404
            return view(request, *args, **kwargs)

        inside.verb = verb  # type: ignore[attr-defined]
        return cast(View, inside)

    return door


def anyone(view: View) -> View:
    """A page that is open to the world: the sign-in itself, an invitation."""
    view.verb = None  # type: ignore[attr-defined]
    return login_not_required(view)


def enrolling(view: View) -> View:
    """A page on the way to a second lock: signed in is enough."""

    @wraps(view)
    def inside(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return to_sign_in(request)
        return view(request, *args, **kwargs)

    inside.verb = "see-account"  # type: ignore[attr-defined]
    inside.weak_is_enough = True  # type: ignore[attr-defined]
    return cast(View, inside)


def step_up(back: str = "") -> Callable[[View], View]:
    """For dangerous acts: the factor again, unless shown in the last 15 minutes; then back to the page `back`."""

    def door(view: View) -> View:
        @wraps(view)
        def inside(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not did_recently_reauthenticate(request):
                return to_step_up(request, back=reverse(back) if back else "")
            return view(request, *args, **kwargs)

        return cast(View, inside)

    return door


def closed_door(request: HttpRequest, *, weak_is_enough: bool = False) -> HttpResponse | None:
    """Where somebody is sent who is not signed in, or has one lock only; None when the door is open."""
    if not request.user.is_authenticated:
        return to_sign_in(request)
    if weak_is_enough or is_strong(request):
        return None
    return _ask_script_to("X-Sign-In") if is_partial(request) else HttpResponseRedirect(reverse("teams:enrol"))


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """A script gets 401 and opens the sign-in over the page, so no text is lost; a person goes there and comes back."""
    if is_partial(request):
        return _ask_script_to("X-Sign-In")
    query = {"reden": why_ended(request)} if why_ended(request) else {}
    if request.method == "GET" and request.path != "/":
        query["next"] = request.get_full_path()
    url = reverse("account_login")
    return HttpResponseRedirect(f"{url}?{urlencode(query)}" if query else url)


def to_step_up(request: HttpRequest, *, back: str = "") -> HttpResponse:
    """Ask for the factor again. What was posted is not kept: allauth would put it, and the address, in the session."""
    methods = get_adapter().get_reauthentication_methods(request.user)
    url = methods[0]["url"] if methods else reverse("account_login")
    if is_partial(request):
        return _ask_script_to("X-Step-Up", url)
    target = request.get_full_path() if request.method == "GET" else back or request.path
    return HttpResponseRedirect(f"{url}?{urlencode({'next': target})}")


def why_ended(request: HttpRequest) -> str:
    """Why the session that this browser remembers is over; empty when there was none."""
    said = getattr(request, "session_ended", "")
    key = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
    if said or not key:
        return str(said)
    row = DeskSession.objects.filter(key_hash=row_key(key)).values_list("ended_because", flat=True).first()
    return row if row and row != Ended.SIGNED_OUT else ""


def _ask_script_to(header: str, value: str = "1") -> HttpResponse:
    answer = HttpResponse(
        "Meld je opnieuw aan. Wat je typte staat er nog.", status=401, content_type="text/plain; charset=utf-8"
    )
    answer.headers[header] = value
    return answer
