"""The colleagues: list, invitation, role, closing an account, a lost factor. For administrators, in part for leads."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from helpdesk.ledger.actions import Actor
from helpdesk.teams import letters
from helpdesk.teams.access import member_of, require, step_up
from helpdesk.teams.actions import factors, invitations
from helpdesk.teams.actions import members as acts
from helpdesk.teams.actions.sessions import end_sessions
from helpdesk.teams.forms import ChangeRoleForm, InviteForm
from helpdesk.teams.models import Ended, FactorReset, Invitation, Member
from helpdesk.teams.roles import Role, may

LIST = "teams:members"


def _posted(request: HttpRequest, field: str = "member") -> UUID:
    try:
        return UUID(request.POST.get(field) or request.GET.get(field) or "")
    except ValueError:
        raise Http404 from None


def _colleague(request: HttpRequest) -> Member:
    found: Member | None = Member.objects.filter(pk=_posted(request)).first()
    if found is None:
        raise Http404
    return found


def _list(request: HttpRequest, sorry: str = "", status: int = 200) -> HttpResponse:
    page = {
        "members": Member.objects.all().for_the_list(),
        "invitations": Invitation.objects.open().order_by("expires_at"),
        "resets": FactorReset.objects.open(),
        "sorry": sorry,
    }
    return render(request, "teams/members.html", page, status=status)


@require("manage-members")
def members(request: HttpRequest) -> HttpResponse:
    """Everybody, with role and teams; open invitations; requests that wait for a second person."""
    return _list(request)


@require("invite")
@step_up()
def invite(request: HttpRequest) -> HttpResponse:
    """Invite a colleague. The link goes by letter, and is shown here only when the letter did not go."""
    by = member_of(request)
    form = InviteForm(request.POST or None, by=by)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            token = invitations.invite(
                actor=Actor.member(by.pk),
                by=by,
                email=data["email"],
                role=Role(data["role"]),
                team_slugs=data["teams"],
                discipline=data["discipline"],
            )
        except invitations.InvitationRefused as refusal:
            form.add_error("email", ValidationError(str(refusal)))
        else:
            sent = letters.invitation(email=data["email"], token=token)
            page = {"email": data["email"], "link": "" if sent else letters.invitation_link(token)}
            return render(request, "teams/invited.html", page)
    return render(request, "teams/invite.html", {"form": form, "sees_members": may(by, "manage-members")})


@require("manage-members")
@step_up(back=LIST)
def change_role(request: HttpRequest) -> HttpResponse:
    """Role, teams and discipline of one colleague."""
    colleague, by = _colleague(request), member_of(request)
    now = {
        "role": colleague.role,
        "discipline": colleague.discipline,
        "teams": list(colleague.memberships.values_list("team__slug", flat=True)),
    }
    form = ChangeRoleForm(request.POST or None, initial=now, by=by)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            acts.change_role(
                by=by,
                member=colleague,
                role=Role(data["role"]),
                team_slugs=data["teams"],
                discipline=data["discipline"],
            )
            return HttpResponseRedirect(reverse(LIST))
        except acts.NotOneself as refusal:
            form.add_error(None, ValidationError(str(refusal)))
    return render(request, "teams/change_role.html", {"form": form, "colleague": colleague})


@require("manage-members")
@step_up(back=LIST)
@require_POST
def deactivate_member(request: HttpRequest) -> HttpResponse:
    """Close an account; its sessions end at once."""
    try:
        acts.deactivate_member(by=member_of(request), member=_colleague(request))
    except acts.NotOneself as refusal:
        return _list(request, str(refusal), 409)
    return HttpResponseRedirect(reverse(LIST))


@require("manage-members")
@step_up(back=LIST)
@require_POST
def reactivate_member(request: HttpRequest) -> HttpResponse:
    """Open a closed account again."""
    try:
        acts.reactivate_member(by=member_of(request), member=_colleague(request))
    except acts.NotOneself as refusal:
        return _list(request, str(refusal), 409)
    return HttpResponseRedirect(reverse(LIST))


@require("manage-members")
@require_POST
def end_sessions_of(request: HttpRequest) -> HttpResponse:
    """End all sessions of a colleague, for instance of a lost laptop. No step-up: this may not wait."""
    end_sessions(actor=Actor.member(member_of(request).pk), member=_colleague(request), because=Ended.BY_ADMIN)
    return HttpResponseRedirect(reverse(LIST))


@require("request-factor-reset")
@step_up(back=LIST)
@require_POST
def request_factor_reset(request: HttpRequest) -> HttpResponse:
    """The first of two people."""
    try:
        factors.request_factor_reset(by=member_of(request), member=_colleague(request))
    except factors.ResetRefused as refusal:
        return _list(request, str(refusal), 409)
    return HttpResponseRedirect(reverse(LIST))


@require("confirm-factor-reset")
def factor_resets(request: HttpRequest) -> HttpResponse:
    """Requests that wait for a second person."""
    return render(request, "teams/factor_resets.html", {"resets": FactorReset.objects.open()})


@require("confirm-factor-reset")
@step_up(back="teams:factor-resets")
@require_POST
def confirm_factor_reset(request: HttpRequest) -> HttpResponse:
    """The second of two people; the way back is shown once and handed over in person."""
    reset = FactorReset.objects.open().filter(pk=_posted(request, "reset")).first()
    if reset is None:
        raise Http404
    try:
        token = factors.confirm_factor_reset(by=member_of(request), reset=reset)
    except factors.ResetRefused as refusal:
        page = {"resets": FactorReset.objects.open(), "sorry": str(refusal)}
        return render(request, "teams/factor_resets.html", page, status=409)
    letters.factors_changed(reset.member)
    page = {"colleague": reset.member, "link": letters.invitation_link(token)}
    return render(request, "teams/factors_reset.html", page)
