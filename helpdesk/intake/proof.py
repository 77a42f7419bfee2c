"""Who may send: whoever did the work while typing, or, without script, whoever took some time. Load raises both."""

from __future__ import annotations

from django.conf import settings

from helpdesk.intake.ticket import LIVES, Ticket
from helpdesk.lib.buckets import Pressure, Rate
from helpdesk.lib.patience import Patience
from helpdesk.lib.proof_of_work import challenge, solves

WAIT = 15  # seconds, without script
_pressure = Pressure(Rate(burst=6, hourly=6), Rate(burst=120, hourly=120))
_patience = Patience()


class TooSoon(Exception):
    """No proof, and the form is too young. A moment later it is good."""


def challenge_for(ticket: str, address: str) -> str:
    """The puzzle of this ticket, harder for a neighbourhood that sends much."""
    price = _pressure.difficulty(address)
    return challenge(settings.KEYRING.ticket, bound_to=ticket, price=price, seconds=LIVES)


def admit(ticket: Ticket, sealed: str, proof: str, address: str) -> None:
    """Let one question through and count it; raises TooSoon.

    A proof counts for its own ticket only, and a ticket is one case: the case's primary key is what spends it.
    """
    if not solves(settings.KEYRING.ticket, proof, bound_to=sealed):
        if ticket.age < _patience.wait(getattr(settings, "WAIT_WITHOUT_SCRIPT", WAIT)):
            raise TooSoon
        _patience.note()
    _pressure.note(address)
