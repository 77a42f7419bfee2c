"""Signing in and out, showing a factor again. allauth's views, in our words and with our bookkeeping."""

# mypy: disallow-subclassing-any=False
# allauth carries no types.

from __future__ import annotations

from typing import Any

from allauth.account.views import LoginView, LogoutView, ReauthenticateView
from allauth.mfa.base.views import ReauthenticateView as CodeAgainView
from allauth.mfa.webauthn.views import LoginWebAuthnView, ReauthenticateWebAuthnView
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from helpdesk.teams.access import member_of
from helpdesk.teams.actions.sessions import record_refused_sign_in, under_a_new_key
from helpdesk.teams.demo import CAST
from helpdesk.teams.models import Ended
from helpdesk.teams.roles import Role
from helpdesk.teams.session_store import PUSHED_OUT

WHY = {
    str(Ended.IDLE): _("Je deed een kwartier niets. Meld je opnieuw aan; je gaat verder waar je was."),
    str(Ended.ABSOLUTE): _("Je was acht uur aangemeld. Meld je opnieuw aan; je gaat verder waar je was."),
    str(Ended.ELSEWHERE): _("Je meldde je op een ander apparaat aan. Daarom is deze sessie gestopt."),
    str(Ended.BY_MEMBER): _("Je hebt deze sessie zelf gestopt."),
    str(Ended.BY_ADMIN): _("Een beheerder heeft deze sessie gestopt. Vraag waarom."),
    "sleutel": _("Met deze passkey lukte het niet. Probeer het nog eens, of gebruik je wachtwoord."),
}

HOMES = {
    Role.INTAKE: "desk:triage",
    Role.JURIST: "desk:worklist",
    Role.LEAD: "desk:worklist",
    Role.ADMIN: "teams:members",
    Role.PRIVACY: "desk:looks",
}


class SignInView(LoginView):
    """Passkey first, password below it; in a demonstration the cast."""

    template_name = "teams/sign_in.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context["why"] = WHY.get(self.request.GET.get("reden", ""), "")
        context["cast"] = CAST if settings.DEMO else ()
        context["wide"] = "krh-signin--wide" if settings.DEMO else ""
        return context


class PasskeySignInView(LoginWebAuthnView):
    """One touch. A failure says so on the sign-in page, without a word about which account."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().get(request, *args, **kwargs)
        request.session.set_expiry(settings.ACCOUNT_LOGIN_TIMEOUT)  # who only looks in leaves no row for a day
        return response

    def form_invalid(self, form: Any) -> HttpResponse:
        record_refused_sign_in(email="")
        return HttpResponseRedirect(f"{reverse('account_login')}?reden=sleutel")


class SignOutView(LogoutView):
    """Ends the session here and empties what the browser kept of us."""

    template_name = "teams/sign_out.html"

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().post(*args, **kwargs)
        response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
        return response


class _NewKey:
    """Whoever showed a factor again goes on under a new session id."""

    request: HttpRequest

    def form_valid(self, form: Any) -> HttpResponse:
        with under_a_new_key(self.request):
            response: HttpResponse = super().form_valid(form)  # type: ignore[misc]
        return response


class StepUpByPasswordView(_NewKey, ReauthenticateView):
    """Only for who has no factor yet."""

    template_name = "teams/step_up_by_password.html"


class StepUpByCodeView(_NewKey, CodeAgainView):
    """A code from the app, or a recovery code."""

    template_name = "teams/step_up_by_code.html"


class StepUpByPasskeyView(_NewKey, ReauthenticateWebAuthnView):
    """The passkey again."""

    template_name = "teams/step_up_by_passkey.html"

    def form_invalid(self, form: Any) -> HttpResponse:
        response: HttpResponse = self.render_to_response(self.get_context_data(form=form))
        return response


def start(request: HttpRequest) -> HttpResponseBase:
    """After the sign-in: to the page where this role's day begins."""
    name = HOMES.get(Role(member_of(request).role), "teams:my-account")
    try:
        return HttpResponseRedirect(reverse(name))
    except NoReverseMatch:  # that room is not in this house yet
        return HttpResponseRedirect(reverse("teams:my-account"))


def pushed_out(request: HttpRequest) -> bool:
    """Whether this sign-in ended another session; said once."""
    return bool(request.session.pop(PUSHED_OUT, False))
