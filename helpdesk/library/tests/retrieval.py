"""The measure of search in the sources: 51 questions of jurists, 140 in lay words, 30,803 passages, and plain BM25.

The passages and the 51 questions are data from outside (`legalqa-nl`), present on some machines only. A passage is a
piece of an article; lay questions are answered by articles, for one passage of them is enough for whoever reads on.
"""

from __future__ import annotations

import csv
import lzma
import math
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import numpy as np

from helpdesk.library.tests import real
from helpdesk.search.arrays import Array

DATA = real.DATA / "retrieval" / "legalqa-nl"
LAY = Path(__file__).with_name("lay_questions.csv")
STORIES = Path(__file__).with_name("story_answers.csv")
TOLD = Path(__file__).resolve().parents[2] / "cases" / "demo" / "stories.toml"
TUNING = 7  # lay questions whose number this divides may be looked at; the others judge
DEEP = 100
_HEADINGS = ("law_name", "titel_titel", "hoofdstuk_titel", "afdeling_titel", "paragraaf_titel", "subparagraaf_titel")


@dataclass(frozen=True)
class Piece:
    """One passage. `article` is the number of the article it is a piece of, in the order of the corpus."""

    code: str
    law: str
    law_name: str
    headings: str
    label: str
    heading: str
    text: str
    article: int

    @property
    def whole(self) -> str:
        return " ".join((self.law_name, self.headings, self.label, self.heading, self.text))


@dataclass(frozen=True)
class Question:
    """What was asked, and what answers: for each answer the places that are as good."""

    number: int
    text: str
    answers: tuple[frozenset[int], ...]


class Figures(NamedTuple):
    """How much of what answers is among the first ten and hundred, and how high it stands."""

    recall_10: float
    recall_100: float
    ndcg_10: float


Ranker = Callable[[str], Sequence[int]]


def is_there() -> bool:
    """Whether this machine has the passages."""
    return DATA.is_dir()


@cache
def pieces() -> tuple[Piece, ...]:
    """All passages in their order."""
    csv.field_size_limit(1 << 28)
    with lzma.open(DATA / "knowledge_corpus_large.rebuilt.csv.xz", "rt", encoding="utf-8", newline="") as lines:
        rows = groupby(csv.DictReader(lines), lambda row: (row["law_id"], row["artikel"]))
        return tuple(_piece(row, number) for number, (_, group) in enumerate(rows) for row in group)


def _piece(row: dict[str, str], article: int) -> Piece:
    headings = " ".join(row[name] for name in _HEADINGS[1:] if row[name])
    found = re.match(r"Artikel\s+(\S+)\s*(.*)", row["artikel"])
    label, rest = (found[1], found[2]) if found else (row["artikel"], "")
    heading = " ".join((rest, row["article_name"])).strip()
    return Piece(row["DOC_ID"], row["law_id"], row["law_name"], headings, label, heading, row["text"], article)


@cache
def jurists_questions() -> tuple[Question, ...]:
    """The 51, answered by passages; of some the letters had been read in the wrong alphabet."""
    places = {piece.code: at for at, piece in enumerate(pieces())}
    with (DATA / "questions_51.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(
            Question(
                int(row["question_id"]),
                _mended(row["question"]),
                tuple(frozenset({places[code]}) for code in row["human_attribution"].split(",")),
            )
            for row in csv.DictReader(lines)
        )


def _mended(text: str) -> str:
    return text.encode("latin-1").decode("utf-8") if "Ã" in text else text


@cache
def _articles() -> dict[tuple[str, str], set[int]]:
    """By law and number. A law that stands in the corpus twice answers with either."""
    articles: dict[tuple[str, str], set[int]] = defaultdict(set)
    for piece in pieces():
        articles[piece.law, piece.label.rstrip(".").lower()].add(piece.article)
    return articles


@cache
def stories() -> tuple[Question, ...]:
    """The long questions of the demonstration, written by others before there was a thesaurus, answered by articles."""
    articles = _articles()
    told = {one["id"]: one["text"] for one in tomllib.loads(TOLD.read_text("utf-8"))["story"]}
    with STORIES.open(encoding="utf-8", newline="") as lines:
        return tuple(
            Question(at, told[row["story"]], tuple(frozenset(articles[one]) for one in _cited(row["answers"])))
            for at, row in enumerate(csv.DictReader(lines))
        )


@cache
def lay_questions(*, tuning: bool) -> tuple[Question, ...]:
    """Those in lay words, answered by articles."""
    articles = _articles()
    with LAY.open(encoding="utf-8", newline="") as lines:
        rows = [(int(row["id"][1:]), row) for row in csv.DictReader(lines)]
    return tuple(
        Question(number, row["question"], tuple(frozenset(articles[one]) for one in _cited(row["answers"])))
        for number, row in rows
        if (number % TUNING == 0) is tuning
    )


def _cited(answers: str) -> Iterator[tuple[str, str]]:
    for one in answers.split("; "):
        law, article = one.split(" ")
        yield law, article.lower()


def figures(questions: Iterable[Question], ranker: Ranker) -> Figures:
    """The mean over the questions."""
    each = [_figures(question.answers, list(ranker(question.text))[:DEEP]) for question in questions]
    first, second, third = (sum(one) / len(each) for one in zip(*each, strict=True))
    return Figures(first, second, third)


def _figures(answers: Sequence[frozenset[int]], ranked: Sequence[int]) -> Figures:
    places = [next((at for at, one in enumerate(ranked) if one in good), DEEP) for good in answers]
    gain = sum(1 / math.log2(at + 2) for at in places if at < 10)
    ideal = sum(1 / math.log2(at + 2) for at in range(min(10, len(answers))))
    ten, hundred = (sum(at < deep for at in places) / len(places) for deep in (10, DEEP))
    return Figures(ten, hundred, gain / ideal)


def articles_of(ranked: Iterable[int]) -> list[int]:
    """The articles of passages in the order in which they come first."""
    return list(dict.fromkeys(pieces()[at].article for at in ranked))


def plain_words(text: str) -> list[str]:
    """Small letters, cut where a letter or digit ends: what Lucene's standard tokens come down to."""
    return re.findall(r"\w+", text.lower())


class PlainBm25:
    """BM25 as in the books over one text per passage, in the form that Lucene computes."""

    def __init__(self, texts: Iterable[str], k1: float = 1.2, b: float = 0.75) -> None:
        postings: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        lengths = []
        for at, text in enumerate(texts):
            words = plain_words(text)
            lengths.append(len(words))
            for word, times in Counter(words).items():
                postings[word][0].append(at)
                postings[word][1].append(times)
        self.size, self.k1 = len(lengths), k1
        self.norms = k1 * (1 - b + b * np.array(lengths) / np.mean(lengths))
        self.postings = {word: (np.array(one), np.array(times, float)) for word, (one, times) in postings.items()}

    def scores(self, question: str) -> Array:
        """What each passage is worth."""
        total = np.zeros(self.size)
        for word, asked in Counter(plain_words(question)).items():
            if word in self.postings:
                where, times = self.postings[word]
                rare = math.log(1 + (self.size - len(where) + 0.5) / (len(where) + 0.5))
                total[where] += asked * rare * times * (self.k1 + 1) / (times + self.norms[where])
        return total

    def ranked(self, question: str, most: int = 600) -> list[int]:
        """The best passages, best first; of equals the first."""
        scores = self.scores(question)
        best = np.argpartition(-scores, most)[:most]
        ordered: list[int] = best[np.lexsort((best, -scores[best]))].tolist()
        return ordered
