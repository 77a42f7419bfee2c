"""How allauth's sign-in behaves here: closed, quiet about who exists, keeping no address, recording each try."""

# mypy: disallow-subclassing-any=False
# allauth carries no types.

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.internal.httpkit import get_client_ip
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from helpdesk.teams import letters
from helpdesk.teams.actions.sessions import end_this_session, record_refused_sign_in, start_session
from helpdesk.teams.buckets import bucket_of
from helpdesk.teams.models import Ended, Member

WRONG = _("Dit adres en dit wachtwoord horen niet bij elkaar. Kijk ze na, of gebruik je passkey.")


class AccountAdapter(DefaultAccountAdapter):
    """Settings name this class as ACCOUNT_ADAPTER."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": WRONG,
        "account_inactive": WRONG,
        "incorrect_password": _("Dit wachtwoord klopt niet."),
        "enter_current_password": _("Dit is niet je wachtwoord van nu."),
        "incorrect_code": _("Deze code klopt niet, of is al gebruikt. Wacht op de volgende en probeer het opnieuw."),
        "too_many_login_attempts": _(
            "Te vaak geprobeerd. Wacht vijf minuten. Met je passkey kun je wel meteen verder."
        ),
        "rate_limited": _("Te vaak geprobeerd. Wacht even en probeer het opnieuw."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False  # people come by invitation

    def get_client_ip(self, request: HttpRequest) -> str:
        return bucket_of(get_client_ip(request))

    def get_http_user_agent(self, request: HttpRequest) -> str:
        return ""  # would stand in letters and sessions

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Nothing flashes: the pages say what happened."""

    def is_safe_url(self, url: str | None) -> bool:
        """Only a path of this host. Other hosts of ours are other sites."""
        return bool(url) and str(url).startswith("/") and url_has_allowed_host_and_scheme(str(url), allowed_hosts=None)

    def get_login_stages(self) -> list[str]:
        return ["allauth.mfa.stages.AuthenticateStage"]

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        # Per network, so that failures from elsewhere never keep the owner out.
        return f"{self.get_client_ip(request)}:{credentials.get('email', '').lower()}"

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Member | None:
        """Nobody for a wrong password, an unknown address and a closed account: same text, same work."""
        found = super().authenticate(request, **credentials)
        return found if isinstance(found, Member) and found.is_active else None

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        record_refused_sign_in(email=credentials.get("email", ""))

    def respond_user_inactive(self, request: HttpRequest, user: Any) -> HttpResponse:
        return HttpResponseRedirect(f"{reverse('account_login')}?reden=sleutel")

    def login(self, request: HttpRequest, user: Any) -> None:
        """Everything has been shown that must be shown; the session begins, under a new key."""
        super().login(request, user)
        start_session(request, member=user)

    def logout(self, request: HttpRequest) -> None:
        end_this_session(request, because=Ended.SIGNED_OUT)

    def reauthenticate(self, user: Any, password: str) -> bool:
        return bool(user.check_password(password))

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """The strongest first; a password alone is enough only while there is no factor yet."""
        order = ["mfa_reauthenticate:webauthn", "mfa_reauthenticate", "reauthenticate"]
        found = {method["id"]: method for method in super().get_reauthentication_methods(user)}
        methods = [found[name] for name in order if name in found]
        return [method for method in methods if method["id"] != "reauthenticate"] or methods

    def send_notification_mail(
        self, template_prefix: str, user: Any, context: dict[str, Any] | None = None, email: str | None = None
    ) -> None:
        letters.factors_changed(user)
