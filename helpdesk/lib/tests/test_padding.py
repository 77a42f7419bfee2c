"""Padding gives back what went in, and hides the length within a step."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.lib.ids import new_id
from helpdesk.lib.padding import pad, unpad


@given(st.binary(max_size=3000), st.sampled_from([256, 1024]))
def test_what_is_padded_comes_back(plain: bytes, step: int) -> None:
    padded = pad(plain, step)
    assert unpad(padded) == plain
    assert len(padded) % step == 0
    assert len(padded) - len(plain) <= step + 3


@pytest.mark.parametrize("padded", [b"", b"\0\0\0", b"\0\0\0\x05abc", b"\xff" * 256])
def test_what_was_never_padded_is_refused(padded: bytes) -> None:
    with pytest.raises(ValueError, match="padding"):
        unpad(padded)


def test_ids_use_every_bit() -> None:
    ids = [new_id().int for _ in range(400)]
    assert all(0 < sum(number >> bit & 1 for number in ids) < len(ids) for bit in range(128))
