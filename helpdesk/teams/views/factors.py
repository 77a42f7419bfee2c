"""The locks of the own account: passkeys, the app, recovery codes, the password."""

# mypy: disallow-subclassing-any=False
# allauth carries no types.

from __future__ import annotations

from typing import Any

from allauth.account.views import PasswordChangeView, PasswordSetView
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.internal import auth
from allauth.mfa.webauthn.views import AddWebAuthnView, EditWebAuthnView, RemoveWebAuthnView
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse, reverse_lazy
from django.views.generic.edit import FormView

from helpdesk.ledger.actions import Actor
from helpdesk.teams.access import is_strong, member_of
from helpdesk.teams.actions.factors import record_factor_change
from helpdesk.teams.actions.sessions import confirm_second_lock, end_sessions, under_a_new_key
from helpdesk.teams.models import Ended
from helpdesk.teams.session_store import row_key


def enrol(request: HttpRequest) -> HttpResponse:
    """Who has one lock chooses the second; nothing else opens."""
    if is_strong(request):
        return HttpResponseRedirect(reverse("teams:start"))
    return render(request, "teams/enrol.html")


class _Adds:
    """Adding a factor makes this session a strong one."""

    request: HttpRequest
    what = ""

    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)  # type: ignore[misc]
        confirm_second_lock(self.request)
        record_factor_change(member=member_of(self.request), what=f"{self.what} added")
        return response


class AddPasskeyView(_Adds, AddWebAuthnView):
    """Always a passkey that stands alone: kept by the device, opened by finger, face or pin."""

    what = "passkey"
    template_name = "teams/add_passkey.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = FormView.get_context_data(self, **kwargs)
        context["js_data"] = {"creation_options": auth.begin_registration(member_of(self.request), True)}
        return context


class AddAppView(_Adds, ActivateTOTPView):
    """The app with six figures."""

    what = "app"
    template_name = "teams/add_app.html"


class RemoveAppView(DeactivateTOTPView):
    """The app goes; the form refuses when it is the last factor."""

    template_name = "teams/remove_app.html"

    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        record_factor_change(member=member_of(self.request), what="app removed")
        return response


class RemovePasskeyView(RemoveWebAuthnView):
    """A passkey goes, unless it is the last factor."""

    template_name = "teams/remove_passkey.html"

    success_url = reverse_lazy("mfa_index")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        held: Authenticator = self.get_object()
        return {**super().get_context_data(**kwargs), "is_last": not get_adapter().can_delete_authenticator(held)}

    def form_valid(self, form: Any) -> HttpResponse:
        if not get_adapter().can_delete_authenticator(self.get_object()):
            response: HttpResponse = self.render_to_response(self.get_context_data())
            return response
        response = super().form_valid(form)
        record_factor_change(member=member_of(self.request), what="passkey removed")
        return response


class NamePasskeyView(EditWebAuthnView):
    """Another name for a passkey."""

    template_name = "teams/name_passkey.html"

    success_url = reverse_lazy("mfa_index")


class _EndsOthers:
    """Another password: this session goes on under a new key, all others end."""

    request: HttpRequest

    def form_valid(self, form: Any) -> HttpResponse:
        with under_a_new_key(self.request, renew=False):
            response: HttpResponse = super().form_valid(form)  # type: ignore[misc]
        member = member_of(self.request)
        mine = row_key(self.request.session.session_key or "")
        end_sessions(actor=Actor.member(member.pk), member=member, because=Ended.BY_MEMBER, but=mine)
        record_factor_change(member=member, what="password")
        return response

    def get_default_success_url(self) -> str:
        return reverse("mfa_index")


class ChangePasswordView(_EndsOthers, PasswordChangeView):
    """Asks for the one of now."""

    template_name = "teams/change_password.html"


class SetPasswordView(_EndsOthers, PasswordSetView):
    """A password beside a passkey."""

    template_name = "teams/set_password.html"
