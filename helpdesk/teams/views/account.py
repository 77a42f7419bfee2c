"""The own account: who I am here, my sessions, the page that says that signing in again worked."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from helpdesk.ledger.actions import Actor
from helpdesk.teams.access import member_of, require
from helpdesk.teams.actions.members import change_own_account
from helpdesk.teams.actions.sessions import end_sessions
from helpdesk.teams.forms import AccountForm
from helpdesk.teams.models import DeskSession, Ended
from helpdesk.teams.session_store import row_key
from helpdesk.teams.views.signin import pushed_out


@require("see-account")
def account(request: HttpRequest) -> HttpResponse:
    """Names and shortcuts; the ways to factors, sessions and out."""
    member = member_of(request)
    now = {name: getattr(member, name) for name in AccountForm.base_fields}
    form = AccountForm(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        change_own_account(member=member, **form.cleaned_data)
        return HttpResponseRedirect(f"{reverse('teams:my-account')}?bewaard")
    page = {"form": form, "saved": "bewaard" in request.GET, "pushed_out": pushed_out(request)}
    return render(request, "teams/account.html", page)


@require("see-sessions")
def sessions(request: HttpRequest) -> HttpResponse:
    """Where am I signed in? Only when; nothing about the device is kept."""
    mine = row_key(request.session.session_key or "")
    running = list(DeskSession.objects.running().filter(member=member_of(request)))
    rows = [(session, session.key_hash == mine) for session in running]
    return render(request, "teams/sessions.html", {"rows": rows, "others": len(rows) > 1})


@require("see-sessions")
@require_POST
def end_session(request: HttpRequest) -> HttpResponse:
    """End one of the own sessions."""
    member = member_of(request)
    session = DeskSession.objects.running().filter(member=member, pk=_uuid(request.POST.get("session"))).first()
    if session is None:
        raise Http404
    end_sessions(actor=Actor.member(member.pk), member=member, because=Ended.BY_MEMBER, only=session)
    return HttpResponseRedirect(reverse("teams:sessions"))


@require("see-sessions")
@require_POST
def end_other_sessions(request: HttpRequest) -> HttpResponse:
    """End all but this one."""
    member, mine = member_of(request), row_key(request.session.session_key or "")
    end_sessions(actor=Actor.member(member.pk), member=member, because=Ended.BY_MEMBER, but=mine)
    return HttpResponseRedirect(reverse("teams:sessions"))


@require("see-account")
def signed_in(request: HttpRequest) -> HttpResponse:
    """The end of a sign-in that was opened over a page; to that page's script: who is in now, and a fresh form token.

    Signing in makes the tokens of open pages stale. A page takes the new one only when the same member came back.
    """
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"member": str(member_of(request).pk), "token": get_token(request)})
    return render(request, "teams/signed_in.html")


def _uuid(text: str | None) -> UUID:
    try:
        return UUID(text or "")
    except ValueError:
        raise Http404 from None
