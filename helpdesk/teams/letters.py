"""What we write to colleagues about their account. No address of a machine, no browser, nothing of a case."""

from __future__ import annotations

import logging
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.urls import reverse

from helpdesk.teams.models import Member

log = logging.getLogger(__name__)


def invitation_link(token: str) -> str:
    """The address of an invitation, for a letter or to hand over in person."""
    return str(settings.DESK_ORIGIN) + reverse("teams:accept-invitation", args=[token])


def invitation(*, email: str, token: str) -> bool:
    """The link to a new account. False when the letter did not go: the inviter then says it otherwise."""
    return _send(
        email,
        "Uitnodiging voor je werkplek",
        "Je bent uitgenodigd om bij ons te komen werken.\n\n"
        f"Open deze link binnen {settings.INVITATION_HOURS} uur. Hij werkt één keer:\n{invitation_link(token)}\n\n"
        "Verwachtte je dit niet? Doe dan niets. Na een dag werkt de link niet meer.\n",
    )


def factors_changed(member: Member) -> bool:
    """Something changed in how a colleague signs in; who did not do it must know at once (ASVS 6.3.7)."""
    return _send(
        member.email,
        "Je aanmelding is veranderd",
        "Er is iets veranderd in hoe je je aanmeldt: je wachtwoord, een passkey, je app of je herstelcodes.\n\n"
        "Deed je dit zelf? Dan hoef je niets te doen.\n"
        "Deed je dit niet? Bel dan meteen een beheerder.\n",
    )


def _send(email: str, subject: str, body: str) -> bool:
    try:
        return bool(send_mail(subject, body, settings.DEFAULT_FROM_EMAIL, [email]))
    except (OSError, SMTPException):  # the act stands; a mail server that is away must not undo it
        log.warning("letter not sent")
        return False
