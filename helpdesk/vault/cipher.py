"""The two ways in which bytes are locked: under a key (AES-256-GCM) and to a public key (X25519 + HKDF + AES-256-GCM).

Format: one header byte, then the parts. The associated data binds a ciphertext to its place: moved, it does not open.
"""

from __future__ import annotations

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

UNDER_KEY = 1
TO_PUBLIC_KEY = 2
NONCE = 12


class DoesNotOpen(ValueError):
    """Wrong key, moved or damaged. Says nothing about which."""


def derive(key: bytes, purpose: str) -> bytes:
    """A key for one purpose from `key` (32 bytes)."""
    return HKDF(hashes.SHA256(), 32, None, f"kinderrechtenhelpdesk|1|{purpose}".encode()).derive(key)


def lock(key: bytes, plain: bytes, place: bytes) -> bytes:
    """Lock `plain` under `key` for `place` (the associated data)."""
    nonce = secrets.token_bytes(NONCE)
    return bytes([UNDER_KEY]) + nonce + AESGCM(key).encrypt(nonce, plain, place)


def unlock(key: bytes, data: bytes, place: bytes) -> bytes:
    """Open what `lock` made; raise `DoesNotOpen`."""
    if len(data) < 1 + NONCE + 16 or data[0] != UNDER_KEY:
        raise DoesNotOpen
    try:
        return AESGCM(key).decrypt(data[1 : 1 + NONCE], memoryview(data)[1 + NONCE :], place)  # megabytes, not copied
    except InvalidTag:
        raise DoesNotOpen from None


def raw(public: X25519PublicKey) -> bytes:
    """The 32 bytes of a public key."""
    return public.public_bytes(Encoding.Raw, PublicFormat.Raw)


def seal(to: X25519PublicKey, plain: bytes, place: bytes) -> bytes:
    """Lock `plain` so that only the holder of the private key opens it; the sender cannot."""
    once = X25519PrivateKey.generate()
    mine = raw(once.public_key())
    key = derive(once.exchange(to) + mine + raw(to), "seal")
    return bytes([TO_PUBLIC_KEY]) + mine + lock(key, plain, place)


def unseal(private: X25519PrivateKey, data: bytes, place: bytes) -> bytes:
    """Open what `seal` made; raise `DoesNotOpen`."""
    if len(data) < 33 or data[0] != TO_PUBLIC_KEY:
        raise DoesNotOpen
    theirs = data[1:33]
    shared = private.exchange(X25519PublicKey.from_public_bytes(theirs))
    return unlock(derive(shared + theirs + raw(private.public_key()), "seal"), data[33:], place)
