"""Search in the sources finds at least what plain BM25 finds, in the same run; lay words far more. On the real data."""

from __future__ import annotations

import pytest

from helpdesk.library.sources.thesaurus import from_file
from helpdesk.library.tests.ranking_pieces import Ours
from helpdesk.library.tests.retrieval import (
    PlainBm25,
    articles_of,
    figures,
    is_there,
    jurists_questions,
    lay_questions,
    pieces,
    stories,
)

pytestmark = pytest.mark.skipif(not is_there(), reason="the passages are not on this machine")


@pytest.fixture(scope="module")
def ours() -> Ours:
    return Ours(pieces())


@pytest.mark.parametrize(("k1", "b"), [(1.2, 0.75), (0.9, 0.4)])
def test_jurists_find_at_least_what_plain_bm25_finds(ours: Ours, k1: float, b: float) -> None:
    plain = figures(jurists_questions(), PlainBm25((one.whole for one in pieces()), k1, b).ranked)
    found = figures(jurists_questions(), lambda question: ours.ranked(question, from_file()))
    assert all(one >= other for one, other in zip(found, plain, strict=True)), (found, plain)


def test_lay_words_are_found_far_better_with_the_thesaurus(ours: Ours) -> None:
    judging = lay_questions(tuning=False)
    assert len(judging) >= 60
    plain = PlainBm25(one.whole for one in pieces())
    before = figures(judging, lambda question: articles_of(plain.ranked(question)))
    bare = figures(judging, lambda question: articles_of(ours.ranked(question)))
    found = figures(judging, lambda question: articles_of(ours.ranked(question, from_file())))
    assert all(one >= other + 0.2 for one, other in zip(found, before, strict=True)), (found, before)
    assert all(one >= other + 0.1 for one, other in zip(found, bare, strict=True)), (found, bare)


def test_long_questions_of_others_are_found_better_too(ours: Ours) -> None:
    """The fairer judge: whoever wrote the short questions wrote the thesaurus too, and not these stories."""
    plain = PlainBm25(one.whole for one in pieces())
    before = figures(stories(), lambda question: articles_of(plain.ranked(question)))
    bare = figures(stories(), lambda question: articles_of(ours.ranked(question)))
    found = figures(stories(), lambda question: articles_of(ours.ranked(question, from_file())))
    assert all(one >= other + 0.1 for one, other in zip(found, before, strict=True)), (found, before)
    assert all(one >= other + 0.05 for one, other in zip(found, bare, strict=True)), (found, bare)


def test_the_questions_are_in_order() -> None:
    """Each lay question is answered by articles that are in the corpus, and twenty may be looked at."""
    assert len(lay_questions(tuning=True)) == 20
    for question in (*lay_questions(tuning=True), *lay_questions(tuning=False)):
        assert all(question.answers), question
