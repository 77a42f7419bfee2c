"""Six figures that an app makes of a secret and the time (RFC 6238, with SHA-1 and 30 seconds, as every app knows).

For whoever has no account with us; the sign-in of colleagues has its own, in `teams`.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import struct
from base64 import b32encode
from datetime import datetime
from urllib.parse import quote, urlencode

SECRET = 20  # bytes
SECONDS = 30
DIGITS = 6
DRIFT = 1  # steps that a clock may be off, either way


def new_secret() -> bytes:
    """A fresh secret."""
    return secrets.token_bytes(SECRET)


def in_letters(secret: bytes) -> str:
    """For whoever cannot point a camera: the secret in groups of four letters."""
    text = b32encode(secret).decode()
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))


def address(secret: bytes, label: str) -> str:
    """What the drawing holds. `label` is all that the app shows."""
    query = urlencode({"secret": b32encode(secret).decode(), "digits": DIGITS, "period": SECONDS})
    return f"otpauth://totp/{quote(label)}?{query}"


def step_at(moment: datetime) -> int:
    """Which step of thirty seconds this is."""
    return int(moment.timestamp()) // SECONDS


def figures(secret: bytes, step: int) -> str:
    """The six figures of this step (RFC 4226)."""
    digest = hmac.new(secret, struct.pack(">Q", step), hashlib.sha1).digest()
    at = digest[-1] & 0xF
    number = struct.unpack(">I", digest[at : at + 4])[0] & 0x7FFFFFFF
    return str(number % 10**DIGITS).zfill(DIGITS)


def step_of(secret: bytes, typed: str, moment: datetime) -> int | None:
    """The step that these figures belong to, when that is now or just beside it; None when they are wrong."""
    given = "".join(typed.split()).encode()
    now, found = step_at(moment), None
    for step in range(now - DRIFT, now + DRIFT + 1):
        if hmac.compare_digest(figures(secret, step).encode(), given):
            found = step
    return found
