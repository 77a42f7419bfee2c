"""A puzzle that a browser solves while somebody types: cheap for one person, dear for ten thousand. The altcha format.

A puzzle belongs to one ticket (`bound_to`). A ticket is used once, so its proof is too; it opens no other form.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import time

from altcha import Payload, create_challenge, verify_solution

from helpdesk.lib.ticket_box import key_for

# On two cores 800 tries of 1,000 rounds take half a second, on a telephone of 2019 some two; twice that at most.
ROUNDS = 1_000
TRIES = 800
LONGEST = 4_096


def challenge(key: bytes, *, bound_to: str, price: int, seconds: int) -> str:
    """A puzzle as JSON, `price` times the ordinary work, worth something for so many seconds."""
    made = create_challenge(
        "PBKDF2/SHA-256",
        ROUNDS,
        counter=secrets.randbelow(2 * TRIES * price),
        expires_at=int(time.time()) + seconds,
        data={"for": _mark(bound_to)},
        hmac_secret=key_for(key, "proof"),
        hmac_key_secret=key_for(key, "proof answer"),
    )
    return json.dumps(made.to_dict(), separators=(",", ":"))


def solves(key: bytes, payload: str, *, bound_to: str) -> bool:
    """Whether `payload` is the solution of a puzzle of ours that was made for this ticket."""
    if not payload or len(payload) > LONGEST:
        return False
    try:
        proof = Payload.from_base64(payload)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return False
    meant = proof.challenge.parameters.data
    if not isinstance(meant, dict) or meant.get("for") != _mark(bound_to):
        return False
    keys = key_for(key, "proof"), key_for(key, "proof answer")
    return bool(verify_solution(proof, keys[0], hmac_key_secret=keys[1]).verified)


def _mark(ticket: str) -> str:
    return hashlib.sha256(ticket.encode()).hexdigest()[:32]
