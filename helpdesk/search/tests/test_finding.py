"""The engine gives what plain reading gives, whatever is asked, however the cases lie in segments."""

from __future__ import annotations

import random
from uuid import UUID

import pytest

from helpdesk.search.building import build
from helpdesk.search.document import Document, Field, item, pack, unpack
from helpdesk.search.finding import Shelf, find
from helpdesk.search.query import Query, parse
from helpdesk.search.segment import DRAWERS, FIRST_DRAWER, STREAMS, Segment, joined, piece_from, pieces_for
from helpdesk.search.tests import made_up, plain

QUERIES = 10_000
SALT = bytes(range(32))


def stored(documents: list[Document]) -> Segment:
    """A segment as it comes back from where it was kept."""
    made = build(documents, salt=SALT, drawers=DRAWERS)
    return joined(SALT, {number: piece_from(number, data) for number, data in made.pieces().items()})


def asked_of(whole: Segment, query: Query) -> Segment:
    """The same with those pieces alone that the query needs."""
    wanted = pieces_for(query, SALT)
    drawers = {at: drawer for at, drawer in whole.drawers.items() if FIRST_DRAWER + at in wanted}
    streams = whole.streams if STREAMS in wanted else None
    return Segment(SALT, DRAWERS, whole.head, drawers, streams)


def said(*texts: str) -> list[Document]:
    return [Document(UUID(int=at), (item("note", at, Field.WORDS, text),)) for at, text in enumerate(texts)]


def found(asked: str, *texts: str) -> list[int]:
    return [case_id.int for case_id in find(parse(asked), [Shelf.of(stored(said(*texts)))])]


def test_the_same_as_plain_reading_on_ten_thousand_queries() -> None:
    cases = made_up.cases(60, seed=1)
    dice = random.Random(2)
    shelves = [Shelf.of(stored(cases[:30])), Shelf.of(stored(cases[30:31])), Shelf.of(stored(cases[31:]))]
    hits = 0
    for _ in range(QUERIES):
        asked = made_up.query(dice, cases)
        mine = list(find(parse(asked), [Shelf(asked_of(one.segment, parse(asked)), one.alive) for one in shelves]))
        assert mine == plain.find(parse(asked), cases), asked
        hits += bool(mine)
    assert hits > QUERIES * 0.6  # queries that find nothing prove little


def test_cases_that_are_not_there_take_no_part_in_anything() -> None:
    """Not in the count, and not in the order either: how rare a word is does not tell of them."""
    cases = made_up.cases(60, seed=3)
    gone = {case.id for case in cases[::3]}
    left = [case for case in cases if case.id not in gone]
    shelves = [Shelf.of(stored(cases), without=[*gone, UUID(int=7)])]
    dice = random.Random(4)
    for _ in range(500):
        asked = made_up.query(dice, cases)
        assert list(find(parse(asked), shelves)) == plain.find(parse(asked), left), asked


@pytest.mark.parametrize("asked", ["uithuis plaatsen", "huis", "uithuispl*", "uithuisplaatsingen", "UITHUISPLAATSING"])
def test_a_compound_is_found_by_its_parts(asked: str) -> None:
    assert found(asked, "Over de uithuisplaatsing beslist de kinderrechter.", "Ik heb een vraag.") == [0]


@pytest.mark.parametrize(
    ("asked", "found_in"),
    [
        ("Mohammed", [0, 1]),
        ("muhamed", [0, 1]),
        ("محمد", [0, 1]),
        ("moeder", [2]),
        ('"de rechter"', [2]),
        ('"rechter de"', []),
        ("rechter -moeder", []),
        ("rechters", [2]),
        ("de", [1, 2]),
        ("de rechter", [2]),
        ("recht*", [2]),
        ("-rechter", []),
        ("", []),
        ('"', []),
        ("*", []),
        ("- -- * \" ' %_\\", []),
    ],
)
def test_what_is_asked_and_what_is_found(asked: str, found_in: list[int]) -> None:
    texts = ("Hij heet Mohamed.", "Volgens Mohammed is de school dicht.", "De rechter sprak met mijn moeder.")
    assert sorted(found(asked, *texts)) == found_in


def test_the_word_itself_goes_before_a_compound_with_it() -> None:
    assert found("huis", "een pleeghuis een tuin", "een huis een tuin") == [1, 0]


def test_no_phrase_runs_over_two_texts() -> None:
    items = (item("note", 1, Field.WORDS, "hij was boos"), item("note", 2, Field.WORDS, "op school"))
    shelf = [Shelf.of(stored([Document(UUID(int=1), items)]))]
    assert not find(parse('"boos op"'), shelf)
    assert list(find(parse('"was boos"'), shelf)) == [UUID(int=1)]


def test_a_blob_gives_back_what_went_in() -> None:
    for case in made_up.cases(50, seed=5):
        assert unpack(pack(case.items)) == case.items
    assert unpack(pack(())) == ()


def test_an_empty_segment_answers_nothing() -> None:
    shelf = Shelf.of(stored([]))
    assert not find(parse('moeder "de kat" b* -x'), [shelf])
    assert not find(parse("moeder"), [])
    assert list(find(parse("moeder"), [shelf, Shelf.of(stored(said("mijn moeder")))])) == [UUID(int=0)]
