"""Our search over the passages of the measure, in memory: the same units, arrays and order as in the database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

import numpy as np

from helpdesk.library.sources.asking import asked
from helpdesk.library.sources.ranking import ranked
from helpdesk.library.sources.segment import Segment, Unit, made_of, posting
from helpdesk.library.sources.thesaurus import Row
from helpdesk.library.sources.view import View
from helpdesk.library.tests.retrieval import Piece


def units(pieces: Iterable[Piece]) -> list[Unit]:
    """The articles of the corpus, each with its passages as parts; the number of a part is that of its passage."""
    found = []
    for article, group in groupby(pieces, lambda piece: piece.article):
        parts = list(group)
        first = parts[0]
        heading = f"{first.label} {first.heading}"
        found.append(
            Unit(0, article, article, first.law_name, first.headings, heading, tuple(one.text for one in parts))
        )
    return found


class Ours:
    """A ranker with these rows beside the question; without rows, the typed words alone."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        head, self.postings = made_of(units(pieces))
        self.segment = Segment(head)
        self.view = View([self.segment], [np.ones(len(head["version"]), bool)])

    def ranked(self, question: str, rows: Iterable[Row] = (), most: int = 600) -> list[int]:
        """The best passages, best first."""
        terms = asked(question, rows).terms
        found = {term: posting(self.postings[term]) for term in terms if term in self.postings}
        return [hit.part for hit in ranked(self.view, [found], terms, most, by_article=False)]
