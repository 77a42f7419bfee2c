"""Codes are drawn, read back however they are typed, and refused when they cannot be one."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.lib.case_codes import ALPHABET, NotACaseCode, draw_unused, new_code, parse, without_codes


def test_codes_are_random_and_never_three_letters_in_a_row() -> None:
    codes = {new_code() for _ in range(2000)}
    assert len(codes) > 1990
    assert not set("AEIOUY01LBSZ") & set(ALPHABET)
    assert all(parse(code) == code for code in codes)


@pytest.mark.parametrize("typed", ["KR-7H2MQ", "kr7h2mq", " 7h2mq ", "KR 7H 2MQ", "7HZMQ", "kr–7h2mq"])
def test_what_somebody_types_is_read(typed: str) -> None:
    assert parse(typed) == "KR-7H2MQ"


@pytest.mark.parametrize("typed", ["", "KR-", "7H2M", "KR-7H2MQ7", "KR-7H2MA", "KR-7H1MQ", "KR-7H2M\0"])
def test_what_is_no_code_is_refused(typed: str) -> None:
    with pytest.raises(NotACaseCode):
        parse(typed)


@pytest.mark.parametrize(
    ("kept", "outside"),
    [
        ("klacht-kr-7h2mq.pdf", "klacht.pdf"),
        ("KR-7H2MQ-bijlagen.pdf", "bijlagen.pdf"),
        ("kr7h2mq.docx", "stuk.docx"),
        ("brief_KR-7H2MQ", "brief"),
        ("krr-2026-0007.pdf", "krr-2026-0007.pdf"),
        ("klachtbrief-2026-11-28.docx", "klachtbrief-2026-11-28.docx"),
    ],
)
def test_the_name_of_a_file_for_outside_holds_no_code(kept: str, outside: str) -> None:
    assert without_codes(kept) == outside


@given(st.text(max_size=40))
def test_no_text_breaks_the_reader(text: str) -> None:
    with suppress(NotACaseCode):
        assert parse(parse(text)) == parse(text)


def test_taken_codes_are_drawn_again_until_there_are_none() -> None:
    answers = iter([True, True, False])
    assert parse(draw_unused(lambda code: next(answers)))
    assert next(answers, None) is None
    with pytest.raises(RuntimeError):
        draw_unused(lambda code: True)
