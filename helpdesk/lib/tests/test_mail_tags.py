"""Our tag is found again in an address, and cannot be made up."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from helpdesk.lib.mail import tags
from helpdesk.lib.mail.reading import read
from helpdesk.lib.tests.mail_samples import letter

KEY = b"k" * 32


def test_a_tag_is_found_in_an_address_whatever_its_case() -> None:
    tag = tags.make(KEY)
    address = tags.address_with(tag, "helpdesk@example.org")
    assert address == f"helpdesk+{tag}@example.org"
    assert len(tag) == tags.LETTERS
    assert tags.find(KEY, [address.upper(), address, "helpdesk@example.org"]) == (tag,)
    assert tags.find(b"x" * 32, [address]) == ()


def test_tags_are_all_different() -> None:
    assert len({tags.make(KEY) for _ in range(1000)}) == 1000


@given(st.integers(0, tags.LETTERS - 2), st.sampled_from("abcdefghijklmnopqrstuvwxyz234567"))
def test_one_other_letter_is_no_tag(place: int, letter_: str) -> None:
    tag = tags.make(KEY)
    other = tag[:place] + letter_ + tag[place + 1 :]
    assert tags.is_ours(KEY, other) == (other == tag)


def test_last_letter_has_one_spelling() -> None:
    """26 letters hold two bits more than 16 bytes: only one of four spellings counts."""
    tag = tags.make(KEY)
    assert sum(tags.is_ours(KEY, tag[:-1] + last) for last in "abcdefghijklmnopqrstuvwxyz234567") == 1


@given(st.text(max_size=40))
def test_no_text_makes_it_crash(text: str) -> None:
    assert not tags.is_ours(KEY, text)


def test_a_tag_is_read_from_to_cc_and_the_envelope() -> None:
    one, two = tags.make(KEY), tags.make(KEY)
    raw = letter("x", f"Cc: <helpdesk+{one}@example.org>", f"Delivered-To: helpdesk+{two}@example.org")
    assert set(tags.tags_of(KEY, read(raw))) == {one, two}
