"""The door for a new colleague, and for one who lost a factor: names, a first lock, then on to the second."""

from __future__ import annotations

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import record_authentication
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from helpdesk.teams.access import anyone
from helpdesk.teams.actions.invitations import InvitationRefused, accept_invitation, invitation_for
from helpdesk.teams.forms import PASSKEY, AcceptInvitationForm


@anyone
def accept(request: HttpRequest, token: str) -> HttpResponse:
    """Unknown, used and stale links are one and the same page. Only who finishes the form is signed in."""
    invitation = invitation_for(token)
    if invitation is None or request.user.is_authenticated:
        return render(request, "teams/no_invitation.html", status=404 if invitation is None else 200)
    known = invitation.member
    first = {"full_name": known.full_name, "first_name": known.first_name} if known else {}
    form = AcceptInvitationForm(request.POST or None, initial=first, email=invitation.email)
    if request.method != "POST" or not form.is_valid():
        return render(request, "teams/accept_invitation.html", {"form": form, "email": invitation.email})
    data = form.cleaned_data
    try:
        member = accept_invitation(
            token=token, first_name=data["first_name"], full_name=data["full_name"], password=data["password"]
        )
    except InvitationRefused:
        return render(request, "teams/no_invitation.html", status=404)
    record_authentication(request, member, "invitation")
    get_adapter().login(request, member)
    return HttpResponseRedirect(reverse("mfa_add_webauthn" if data["lock"] == PASSKEY else "teams:enrol"))
