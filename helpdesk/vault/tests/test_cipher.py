"""Locking and sealing: what belongs together opens, what was moved, cut or changed does not."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.vault import cipher

KEY, OTHER = bytes(range(32)), bytes(32)


@given(st.binary(max_size=5_000), st.binary(max_size=60))
def test_what_is_locked_opens_at_its_place_only(plain: bytes, place: bytes) -> None:
    data = cipher.lock(KEY, plain, place)
    assert cipher.unlock(KEY, data, place) == plain
    for key, where in ((OTHER, place), (KEY, place + b"x")):
        with pytest.raises(cipher.DoesNotOpen):
            cipher.unlock(key, data, where)


@given(st.binary(max_size=200), st.data())
def test_a_changed_byte_does_not_open(plain: bytes, data: st.DataObject) -> None:
    locked = bytearray(cipher.lock(KEY, plain, b"here"))
    at = data.draw(st.integers(0, len(locked) - 1))
    locked[at] ^= 1
    with pytest.raises(cipher.DoesNotOpen):
        cipher.unlock(KEY, bytes(locked), b"here")


@given(st.binary(max_size=2_000))
def test_what_is_sealed_opens_for_the_holder_only(plain: bytes) -> None:
    holder, stranger = X25519PrivateKey.generate(), X25519PrivateKey.generate()
    data = cipher.seal(holder.public_key(), plain, b"place")
    assert cipher.unseal(holder, data, b"place") == plain
    with pytest.raises(cipher.DoesNotOpen):
        cipher.unseal(stranger, data, b"place")
    with pytest.raises(cipher.DoesNotOpen):
        cipher.unseal(holder, data, b"elsewhere")


@given(st.binary(max_size=64))
def test_rubbish_does_not_open_and_does_not_crash(data: bytes) -> None:
    with pytest.raises(cipher.DoesNotOpen):
        cipher.unlock(KEY, data, b"")
    with pytest.raises(cipher.DoesNotOpen):
        cipher.unseal(X25519PrivateKey.generate(), data, b"")
