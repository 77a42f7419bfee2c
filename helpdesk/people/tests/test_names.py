"""Names in many spellings, birth dates and numbers: what is one, and what is two."""

from __future__ import annotations

import sys
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from helpdesk.people.names import initials_of, number_of, same_birth, same_name, same_number, same_word, words_of
from helpdesk.people.scripts import latin

ONE = """
meijer meyer | meijer meier | meijer maier | jansen janssen | visser fisser | bakker backer
de-vries devries | klaassen claasen | cornelis kornelis | philips filips | dirksen dirkxen | thijs tijs | sjoerd sjourd
mohammed muhammad | mohammed mohamed | mohamed محمد | muhammed mehmet | ahmed أحمد | achmed ahmet | fatima فاطمة
youssef يوسف | yusuf joesoef | khaled خالد | khalid chalid | aïcha aisha | aicha ayşe | rachid rashid | jamila djamila
djamila cemile | nawal نوال | hassan حسن | maryam مريم | nour نور | شيماء sjaima | zeynep zejnep | şükran sjukran
tatjana татьяна | tatiana tatjana | михаил michail | mikhail михаил | юлия julia | олександр oleksandr | жанна zhanna
wojtek voitek | agnieszka agnieska | łukasz lukasz | żaneta zaneta | paweł pavel | dvořák dvorak | erdoğan erdogan
"""
PAIRS = [tuple(pair.split()) for line in ONE.strip().splitlines() for pair in line.split("|")]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_one_name_in_two_spellings(one: str, other: str) -> None:
    mine, theirs = latin(one).replace(" ", ""), latin(other).replace(" ", "")
    assert same_word(mine, theirs), (mine, theirs)
    assert same_word(theirs, mine)


@pytest.mark.parametrize(
    ("one", "other"), [("mia", "mo"), ("fatima", "farah"), ("jansen", "hendriks"), ("noor", "nina")]
)
def test_two_names_are_two(one: str, other: str) -> None:
    assert not same_word(one, other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Maryam El Idrissi", "el idrissi maryam", True),
        ("Maryam el Idrissi", "M. Idrissi", True),
        ("مريم الإدريسي", "Maryam", False),  # one word alone is nobody
        ("Sanne van der Meijden", "Sanne Meyden", True),
        ("Sanne van der Meijden", "Iris van der Meijden", False),
        ("Ольга Ткаченко", "Olga Tkatsjenko", True),
        ("Łukasz Nowak", "Lukasz Nowak", True),
        ("Yıldız Çelik", "Yildiz Celik", True),
        ("", "", False),
        ("Noor", "Noor", False),
    ],
)
def test_whole_names(one: str, other: str, *, same: bool) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same


def test_particles_fall_out_and_initials_stay() -> None:
    assert words_of("J. van der Hof-de Wit") == ["j", "hof", "wit"]
    assert initials_of("Mariam de Boer") == "M.B."
    assert initials_of("noor") == "N."
    assert initials_of("مريم") == "م."
    assert initials_of("  ") == ""


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (date(2011, 3, 4), date(2011, 3, 4), True),
        (date(2011, 3, 4), date(2011, 4, 3), True),
        (date(2011, 1, 1), date(2011, 7, 30), True),
        (date(2011, 3, 4), date(2011, 3, 5), False),
        (date(2011, 1, 1), date(2012, 1, 1), False),
        (None, date(2011, 3, 4), False),
        (None, None, False),
    ],
)
def test_birth_dates(one: date | None, other: date | None, *, same: bool) -> None:
    assert same_birth(one, other) is same
    assert same_birth(other, one) is same


@pytest.mark.parametrize(
    "spelled", ["06 12345678", "06-123 456 78", "+31612345678", "+31 (0)6 1234 5678", "0031612345678"]
)
def test_one_number_in_many_spellings(spelled: str) -> None:
    assert number_of(spelled) == "31612345678"
    assert same_number(spelled, "0612345678")


def test_what_is_no_number_is_nobodys() -> None:
    assert not same_number("112", "112")
    assert not same_number("", "")
    assert not same_number("0612345678", "0612345679")


def test_every_sign_is_written_down_once_and_for_all() -> None:
    signs = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000]
    assert [sign for sign in signs if latin(latin(sign)) != latin(sign)] == []
    assert latin("㏆") == "c kg"  # one sign, of which the first letter is a capital


@example("㏆", "")
@given(st.text(max_size=40), st.text(max_size=40))
def test_whatever_is_typed_is_compared_the_same_both_ways(one: str, other: str) -> None:
    assert same_name(one, other) in {True, False}
    assert latin(latin(one)) == latin(one)
    assert isinstance(initials_of(one), str)
