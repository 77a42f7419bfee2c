"""A sealed form field opens for its own key and purpose, and for nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.lib.ticket_box import NotOurs, seal, unseal

KEY = bytes(32)


@given(st.binary(max_size=200))
def test_what_was_sealed_opens_again(plain: bytes) -> None:
    assert unseal(KEY, "question", seal(KEY, "question", plain)) == plain


@given(st.text(max_size=80))
def test_nonsense_does_not_open(text: str) -> None:
    with pytest.raises(NotOurs):
        unseal(KEY, "question", text)


def test_another_purpose_another_key_and_a_changed_letter_do_not_open() -> None:
    text = seal(KEY, "question", b"words")
    with pytest.raises(NotOurs):
        unseal(KEY, "knock", text)
    with pytest.raises(NotOurs):
        unseal(bytes([1]) * 32, "question", text)
    changed = text[:20] + ("A" if text[20] != "A" else "B") + text[21:]
    with pytest.raises(NotOurs):
        unseal(KEY, "question", changed)
