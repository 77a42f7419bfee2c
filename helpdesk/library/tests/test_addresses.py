"""Addresses as words, and words as addresses."""

from __future__ import annotations

import pytest

from helpdesk.library.addresses import article_of, in_words, typed_address


@pytest.mark.parametrize(
    ("address", "article", "words"),
    [
        ("artikel=3", "artikel=3", "art. 3"),
        ("artikel=3&lid=1&o=a", "artikel=3", "art. 3 lid 1 onder a"),
        ("artikel=6:7&zin=2", "artikel=6:7", "art. 6:7 zin 2"),
        ("bijlage=1&artikel=3&lid=2", "bijlage=1&artikel=3", "bijlage 1 art. 3 lid 2"),
        ("rov=3.4.1", "rov=3.4.1", "r.o. 3.4.1"),
        ("par=14", "par=14", "par. 14"),
    ],
)
def test_an_address_has_its_article_and_its_words(address: str, article: str, words: str) -> None:
    assert article_of(address) == article
    assert in_words(address) == words
    assert typed_address(words) == address


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("264", "artikel=264"),
        ("1:265k", "artikel=1:265k"),
        ("3 lid 1 onder a", "artikel=3&lid=1&o=a"),
        ("Artikel 3, lid 1", "artikel=3&lid=1"),
        ("r.o. 3.4", "rov=3.4"),
        ("IV lid 2", "artikel=IV&lid=2"),
        ("artikel=3&lid=1", "artikel=3&lid=1"),
    ],
)
def test_a_place_may_be_typed_as_one_says_it(typed: str, address: str) -> None:
    assert typed_address(typed) == address


@pytest.mark.parametrize("typed", ["", "twee", "artikel", "3 en 4", "lid", "art. <b>", "3 4", "x" * 3 + "!"])
def test_what_is_no_place_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(ValueError, match="3 lid 1"):
        typed_address(typed)
