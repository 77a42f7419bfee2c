"""Seals a few bytes into a form field and opens them when the form comes back. The key comes from whoever calls."""

from __future__ import annotations

import base64
import binascii
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_NONCE = 12


class NotOurs(ValueError):
    """Not sealed by us, sealed for another place, or damaged. Says nothing about which."""


def key_for(key: bytes, purpose: str) -> bytes:
    """A key of its own for one purpose, so that a ticket of one form is nothing to another."""
    return HKDF(hashes.SHA256(), 32, None, f"form|{purpose}".encode()).derive(key)


def seal(key: bytes, purpose: str, plain: bytes) -> str:
    """`plain`, closed, as text for a hidden field or a cookie."""
    nonce = secrets.token_bytes(_NONCE)
    closed = AESGCM(key_for(key, purpose)).encrypt(nonce, plain, purpose.encode())
    return base64.urlsafe_b64encode(nonce + closed).decode().rstrip("=")


def unseal(key: bytes, purpose: str, text: str) -> bytes:
    """What `seal` was given for the same purpose; raises NotOurs."""
    try:
        data = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        return AESGCM(key_for(key, purpose)).decrypt(data[:_NONCE], data[_NONCE:], purpose.encode())
    except (binascii.Error, InvalidTag, ValueError):
        raise NotOurs from None
