"""Search in the sources beside plain BM25 and PostgreSQL's own full text, on the same passages in the same run.

Recall at 10 and 100 and nDCG at 10 on the 51 questions of jurists (passages) and on the lay questions (articles).
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Sequence

import django

django.setup()

import psycopg  # noqa: E402

from helpdesk.library.tests.retrieval import (  # noqa: E402
    Figures,
    PlainBm25,
    Ranker,
    articles_of,
    figures,
    jurists_questions,
    lay_questions,
    pieces,
)

DEEP = 600  # so many passages hold a hundred articles
_BEST = """
SELECT at FROM passages, to_tsquery('dutch', %s) asked WHERE vector @@ asked
ORDER BY ts_rank(vector, asked, 1) DESC, at LIMIT %s
"""


class Postgres:
    """'dutch', any of the words, `ts_rank` with flag 1: the best of what it has for these questions."""

    def __init__(self) -> None:
        self.connection = psycopg.connect(os.environ["HELPDESK_BENCH_DATA"], autocommit=True)
        self.connection.execute("CREATE TEMPORARY TABLE passages (at int, vector tsvector)")
        with self.connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO passages VALUES (%s, to_tsvector('dutch', %s))",
                [(at, piece.whole) for at, piece in enumerate(pieces())],
            )
        self.connection.execute("CREATE INDEX ON passages USING gin (vector)")
        self.connection.execute("ANALYZE passages")

    def ranked(self, question: str) -> list[int]:
        """The best passages."""
        query = "SELECT plainto_tsquery('dutch', %s)::text"
        [(every,)] = self.connection.execute(query, [question]).fetchall()
        return [at for (at,) in self.connection.execute(_BEST, [every.replace(" & ", " | "), DEEP])]


def compare(rankers: dict[str, Ranker]) -> None:
    """A table of all of them, and how long a question takes."""
    jurists, tuned, judged = jurists_questions(), lay_questions(tuning=True), lay_questions(tuning=False)
    for name, ranker in rankers.items():
        by_article: Ranker = _by_article(ranker)
        row = [
            figures(jurists, ranker),
            figures(tuned, by_article),
            figures(judged, by_article),
        ]
        print(f"{name:24}", *(_shown(one) for one in row), _pace(ranker, [one.text for one in jurists + judged]))


def _by_article(ranker: Ranker) -> Ranker:
    return lambda question: articles_of(ranker(question))


def _shown(one: Figures) -> str:
    return "  " + " ".join(f"{figure:.3f}" for figure in one)


def _pace(ranker: Callable[[str], Sequence[int]], questions: Sequence[str]) -> str:
    taken = []
    for question in questions:
        begun = time.perf_counter()
        ranker(question)
        taken.append((time.perf_counter() - begun) * 1000)
    marks = statistics.quantiles(taken, n=20)
    return f"  p50 {statistics.median(taken):.1f} ms, p95 {marks[18]:.1f} ms"


def main() -> None:
    """All of it."""
    texts = [piece.whole for piece in pieces()]
    print(f"{len(texts)} passages; recall@10 recall@100 nDCG@10 of", end=" ")
    print(f"{len(jurists_questions())} jurists' questions,", end=" ")
    print(f"{len(lay_questions(tuning=True))} lay to tune with, {len(lay_questions(tuning=False))} that judge")
    compare(
        {
            "BM25 1.2 0.75": PlainBm25(texts).ranked,
            "BM25 0.9 0.4": PlainBm25(texts, 0.9, 0.4).ranked,
            "PostgreSQL": Postgres().ranked,
        }
    )


if __name__ == "__main__":
    main()
