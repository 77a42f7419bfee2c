"""Texts stay as they were typed, but for signs that no reader sees."""

from hypothesis import given
from hypothesis import strategies as st

from helpdesk.lib.plain_text import plain_text


def test_what_goes_and_what_stays() -> None:
    assert plain_text("a\x00b\x07c\x9fd\x7f") == "abcd"
    assert plain_text("goed\u202eneppo\u2066x\u2069") == "goedneppox"
    assert plain_text("een\r\ntwee\rdrie\n\tvier") == "een\ntwee\ndrie\n\tvier"
    kept = "  Łódź 👩‍👧 مرحبا שלום ትግርኛ <b>'\";-- \u200d\u200f "
    assert plain_text(kept) == kept


@given(st.text(max_size=300))
def test_twice_is_the_same_and_it_can_always_be_stored(text: str) -> None:
    once = plain_text(text)
    assert plain_text(once) == once
    assert once.encode() is not None
    assert "\x00" not in once
