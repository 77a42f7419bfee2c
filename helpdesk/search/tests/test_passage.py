"""The passage that is shown: what answers is marked, and the text around it stands as it was written."""

from __future__ import annotations

import random

import pytest

from helpdesk.search.document import Field
from helpdesk.search.passage import LONGEST, passage, tells
from helpdesk.search.query import parse
from helpdesk.search.tests import made_up


def marked(asked: str, text: str) -> list[str]:
    found = passage(parse(asked), Field.WORDS, text)
    return [piece for piece, hit in found.pieces if hit] if found else []


def shown(asked: str, text: str) -> str:
    found = passage(parse(asked), Field.WORDS, text)
    return "".join(piece for piece, _ in found.pieces) if found else ""


@pytest.mark.parametrize(
    ("asked", "marks"),
    [
        ("uithuis plaatsen", ["uithuisplaatsing"]),
        ("foto", ["foto’s"]),
        ('"voor de"', ["voor", "de"]),
        ("Muhamed", ["Mohammed"]),
        ("ba*", ["bang"]),
        ("één", ["EEN"]),
        ("niets", []),
    ],
)
def test_what_answers_is_marked(asked: str, marks: list[str]) -> None:
    assert marked(asked, "Ik ben bang voor de uithuisplaatsing. Foto van Mohammed, EEN van de foto’s."[:]) or not marks
    assert set(marks) <= set(
        marked(asked, "Ik ben bang voor de uithuisplaatsing; kijk, Mohammed heeft EEN van de foto’s.")
    )


def test_the_text_stands_as_it_was_written() -> None:
    text = "Hoi!\n\nIk ben <b>bang</b> & boos."
    assert shown("bang", text) == text
    long = " ".join(f"woord{number}," for number in range(200))
    found = shown("woord100", long)
    assert found.startswith("… ")
    assert found.endswith(" …")
    assert len(found.split()) <= LONGEST + 2
    assert found.strip("… ").rstrip(",") in long


def test_the_passage_with_most_of_the_query_wins() -> None:
    text = "school " + "en " * 60 + "school moeder"
    assert marked("school moeder", text) == ["school", "moeder"]


def test_whatever_is_found_in_a_text_has_a_passage() -> None:
    dice = random.Random(9)
    for _ in range(200):
        text = made_up.text(dice)
        word = next(iter(text.split()), "")
        if parse(word):
            assert marked(word, text), (word, text)


def test_a_name_is_told_of_and_not_shown() -> None:
    assert tells(parse("fatma"), Field.NAME, "Fatima Idrissi")
    assert not tells(parse("moeder"), Field.NAME, "Fatima Idrissi")
