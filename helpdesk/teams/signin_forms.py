"""What may be typed when signing in. allauth checks; here are our words and the once-only rule for codes."""

# mypy: disallow-subclassing-any=False
# allauth carries no types.

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account import forms as account
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as codes
from allauth.mfa.models import Authenticator
from allauth.mfa.totp import forms as totp
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from allauth.mfa.utils import decrypt
from allauth.mfa.webauthn import forms as passkeys
from django import forms
from django.utils.translation import gettext_lazy as _

from helpdesk.teams.actions.factors import use_code_once

if TYPE_CHECKING:
    _Form = forms.Form
else:
    _Form = object


class OurFace(_Form):
    """Our labels on fields that another package made; no placeholders, they vanish while typing."""

    labels: dict[str, Any] = {}
    hints: dict[str, Any] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        for name, field in self.fields.items():
            field.label = self.labels.get(name, field.label)
            field.help_text = self.hints.get(name, "")
            dress(field)


def dress(field: forms.Field) -> None:
    """Says which field is empty; nothing that a browser could correct; figures where figures are asked."""
    attrs = field.widget.attrs
    field.error_messages["required"] = _("Vul nog in: %(field)s.") % {"field": str(field.label).lower()}
    attrs.pop("placeholder", None)
    attrs.setdefault("spellcheck", "false")
    if attrs.get("autocomplete") == "one-time-code":
        attrs["inputmode"] = "numeric"


class SignInForm(OurFace, account.LoginForm):
    """Address and password."""

    labels = {"login": _("E-mailadres van je werk"), "password": _("Wachtwoord")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs["autocomplete"] = "username"


class PasswordAgainForm(OurFace, account.ReauthenticateForm):
    """The password again, for who has no factor yet."""

    labels = {"password": _("Wachtwoord")}


class ChangePasswordForm(OurFace, account.ChangePasswordForm):
    """The one of now, and a new one."""

    labels = {
        "oldpassword": _("Je wachtwoord van nu"),
        "password1": _("Nieuw wachtwoord"),
        "password2": _("Nog een keer het nieuwe"),
    }
    hints = {"password1": _("15 tekens of meer. Vier gewone woorden achter elkaar is goed.")}


class SetPasswordForm(OurFace, account.SetPasswordForm):
    """A password beside a passkey."""

    labels = {"password1": _("Nieuw wachtwoord"), "password2": _("Nog een keer het nieuwe")}
    hints = ChangePasswordForm.hints


class _OnceOnly(OurFace):
    """A code works once, whichever process of the desk sees it: the last used time step lies with the factor."""

    labels = {"code": _("Code")}
    hints = {"code": _("Zes cijfers uit je app, of een herstelcode.")}
    authenticator: Authenticator

    def clean_code(self) -> str:
        code: str = super().clean_code()  # type: ignore[misc]
        held = self.authenticator
        if held.type == Authenticator.Type.TOTP:
            secret, typed = decrypt(held.data["secret"]), "".join(filter(str.isdigit, code))
            steps = [at for at in yield_hotp_counters_from_time() if format_hotp_value(hotp_value(secret, at)) == typed]
            if not use_code_once(authenticator=held, step=max(steps, default=0)):
                raise get_adapter().validation_error("incorrect_code")
        return code


class CodeForm(_OnceOnly, codes.AuthenticateForm):
    """The second lock at sign-in."""


class CodeAgainForm(_OnceOnly, codes.ReauthenticateForm):
    """The second lock again, before something dangerous."""


class AddAppForm(OurFace, totp.ActivateTOTPForm):
    """The first code of a new app proves that it was set up."""

    labels = {"code": _("Code uit de app")}
    hints = {"code": _("Zes cijfers. Ze veranderen elke halve minuut.")}


class AddPasskeyForm(OurFace, passkeys.AddWebAuthnForm):
    """A passkey here always signs in by itself, so it must ask for a finger, a face or a pin."""

    passwordless = forms.BooleanField(required=False, widget=forms.HiddenInput)
    labels = {"name": _("Naam")}
    hints = {"name": _("Waaraan herken je hem? Bijvoorbeeld: laptop van het werk.")}

    def clean_passwordless(self) -> bool:
        return True


class NamePasskeyForm(OurFace, passkeys.EditWebAuthnForm):
    """Another name for a passkey."""

    labels = {"name": _("Naam")}
