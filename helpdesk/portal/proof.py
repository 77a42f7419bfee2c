"""Who may try a code: whoever did the work, or, without script, whoever took some time. Wrong codes make it dearer.

Never a lock: an outsider could lock a child out. What grows is the work, per neighbourhood and hour.
"""

from __future__ import annotations

import hashlib

from django.conf import settings

from helpdesk.cases.actions import ProofSpent, spend_proof
from helpdesk.lib.buckets import Pressure, Rate
from helpdesk.lib.patience import Patience
from helpdesk.lib.proof_of_work import challenge, solves
from helpdesk.portal.tokens import LIVES, Knock

WAIT = 15  # seconds, without script
_pressure = Pressure(Rate(burst=5, hourly=5), Rate(burst=1000, hourly=1000))
_patience = Patience()


class NotYet(Exception):
    """No proof and too young a form, or a form that was used up. The next press is good."""

    def __init__(self, *, used: bool) -> None:
        self.used = used
        super().__init__()


def challenge_for(token: str, address: str) -> str:
    """The puzzle of this form."""
    return challenge(settings.KEYRING.ticket, bound_to=token, price=_pressure.difficulty(address), seconds=LIVES)


def admit(knock: Knock, token: str, proof: str, address: str) -> None:
    """Let one try through and use up its form; raises NotYet."""
    if not solves(settings.KEYRING.ticket, proof, bound_to=token):
        wait = getattr(settings, "WAIT_WITHOUT_SCRIPT", WAIT) * _pressure.difficulty(address)
        if knock.age < _patience.wait(wait):
            raise NotYet(used=False)
        _patience.note()
    try:
        # The proof is bound to this form, so that the form's number stands for both ways in.
        spend_proof(hashlib.sha256(b"knock|" + knock.number).digest())
    except ProofSpent:
        raise NotYet(used=True) from None


def note_wrong_code(address: str) -> None:
    """Five of them in an hour double the work in this neighbourhood."""
    _pressure.note(address)
