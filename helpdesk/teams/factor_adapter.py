"""How allauth keeps second factors here: secrets sealed under the keyring, a plain QR drawing, our own words."""

# mypy: disallow-subclassing-any=False
# allauth carries no types.

from __future__ import annotations

from typing import Any

import qrcode  # type: ignore[import-untyped]
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.contrib.auth.base_user import AbstractBaseUser
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from helpdesk.teams.sealing import open_text, seal_text

NAME = "Kinderrechtenhelpdesk"
# Not bound to a row: allauth hands over the text alone. Purpose and place still keep seeds apart from sessions.
PLACE = "mfa_authenticator|data"


class FactorAdapter(DefaultMFAAdapter):
    """Settings name this class as MFA_ADAPTER."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("Deze code klopt niet, of is al gebruikt. Wacht op de volgende en probeer het opnieuw."),
        "cannot_delete_authenticator": _("Dit is je laatste tweede slot. Voeg eerst een ander toe."),
    }

    def encrypt(self, text: str) -> str:
        return seal_text(text, purpose="factor", place=PLACE)

    def decrypt(self, encrypted_text: str) -> str:
        return open_text(encrypted_text, purpose="factor", place=PLACE)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Never the last one: the account would have no second lock."""
        others = Authenticator.objects.filter(user=authenticator.user).exclude(pk=authenticator.pk)
        return bool(others.exclude(type=Authenticator.Type.RECOVERY_CODES).exists())

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Authenticator.Type) -> str:  # noqa: A002  allauth's name
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return gettext("Passkey %(number)s") % {"number": number}

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {**super().get_public_key_credential_rp_entity(), "name": NAME}

    def get_public_key_credential_user_entity(self, user: Any) -> dict[str, Any]:
        return {"id": user.pk.hex.encode(), "display_name": user.full_name, "name": user.email}

    def build_totp_svg(self, url: str) -> SafeString:
        """One path, drawn in the colour of the text: stands inline under a policy that allows no images from data."""
        code = qrcode.QRCode(border=4)
        code.add_data(url)
        squares = "".join(
            f"M{x} {y}h1v1h-1z" for y, row in enumerate(code.get_matrix()) for x, dark in enumerate(row) if dark
        )
        size = len(code.get_matrix())
        return mark_safe(  # noqa: S308  numbers of our own
            f'<svg class="krh-qr" viewBox="0 0 {size} {size}" aria-hidden="true"><path d="{squares}"/></svg>'
        )
