"""Search in the sources beside plain BM25 and PostgreSQL's own full text, on the same passages in the same run.

Recall at 10 and 100 and nDCG at 10 on the 51 questions of jurists (passages), and by article on the lay questions to
tune with, those that judge, and the long questions that others wrote.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence

import django

django.setup()

import numpy as np  # noqa: E402
import psycopg  # noqa: E402
from django.utils import timezone  # noqa: E402

from helpdesk.library.models import IndexedVersion, Kind, SourcePosting, SourceSegment, Version, Work  # noqa: E402
from helpdesk.library.queries_sources import Wanted  # noqa: E402
from helpdesk.library.sources import stock  # noqa: E402
from helpdesk.library.sources.asking import asked  # noqa: E402
from helpdesk.library.sources.ranking import ranked  # noqa: E402
from helpdesk.library.sources.segment import posting  # noqa: E402
from helpdesk.library.sources.terms import FORM  # noqa: E402
from helpdesk.library.sources.thesaurus import from_file, rows  # noqa: E402
from helpdesk.library.tests.ranking_pieces import Ours  # noqa: E402
from helpdesk.library.tests.retrieval import (  # noqa: E402
    Figures,
    PlainBm25,
    Ranker,
    articles_of,
    figures,
    is_there,
    jurists_questions,
    lay_questions,
    pieces,
    stories,
)
from helpdesk.search.arrays import to_bytes  # noqa: E402

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
            figures(stories(), by_article),
        ]
        print(f"{name:24}", *(_shown(one) for one in row), _pace(ranker, [one.text for one in jurists + judged]))


def _by_article(ranker: Ranker) -> Ranker:
    return lambda question: articles_of(ranker(question))


def _shown(one: Figures) -> str:
    return "  " + " ".join(f"{figure:.3f}" for figure in one)


def _pace(ranker: Callable[[str], Sequence[int]], questions: Sequence[str]) -> str:
    """By the clock, and by the processor for whoever shares the machine."""
    taken: list[tuple[float, float]] = []
    for question in questions:
        begun, worked = time.perf_counter(), time.thread_time()
        ranker(question)
        taken.append(((time.perf_counter() - begun) * 1000, (time.thread_time() - worked) * 1000))
    each = [sorted(one) for one in zip(*taken, strict=True)]
    told = [f"{statistics.median(one):.1f} ({statistics.quantiles(one, n=20)[18]:.1f})" for one in each]
    return f"  p50 (p95) {told[0]} ms, of our processor {told[1]} ms"


def main() -> None:
    """All of it."""
    if not is_there():
        sys.exit("The passages are not on this machine; set HELPDESK_TEST_DATA.")
    texts = [piece.whole for piece in pieces()]
    print(f"{len(texts)} passages; recall@10 recall@100 nDCG@10 of", end=" ")
    print(f"{len(jurists_questions())} jurists' questions,", end=" ")
    print(
        f"{len(lay_questions(tuning=True))} lay to tune with, {len(lay_questions(tuning=False))} that judge,",
        f"{len(stories())} stories",
    )
    begun = time.perf_counter()
    ours = Ours(pieces())
    made = time.perf_counter() - begun
    compare(
        {
            "BM25 1.2 0.75": PlainBm25(texts).ranked,
            "BM25 0.9 0.4": PlainBm25(texts, 0.9, 0.4).ranked,
            "PostgreSQL": Postgres().ranked,
            "ours, typed words": ours.ranked,
            "ours with thesaurus": lambda question: ours.ranked(question, from_file()),
        }
    )
    size = sum(map(len, ours.postings.values())) / 1e6
    print(f"made in {made:.1f} s, {len(ours.postings)} terms, {size:.1f} MB")
    for times in (1, 10):
        through_the_database(ours, times)


def through_the_database(ours: Ours, times: int) -> None:
    """How long a question takes with everything around it, when the passages are there so many times.

    The order of words plays no part, so a copy with shuffled words has the same arrays with other numbers.
    """
    SourceSegment.objects.all().delete()
    work, _ = Work.objects.get_or_create(
        code="BENCH", defaults={"kind": Kind.LAW, "title": "bench", "source": "bench", "confidence": "knowledge"}
    )
    now = timezone.now()
    version, _ = Version.objects.get_or_create(
        work=work, defaults={"digest": "0" * 64, "file_name": "bench", "read_at": now}
    )
    head = _head_of(ours, times)
    segment = SourceSegment.objects.create(form=FORM, units=len(head["version"]), head=to_bytes(head), made_at=now)
    SourcePosting.objects.bulk_create(
        (
            SourcePosting(segment=segment, term=term, data=_copies(data, ours, times))
            for term, data in ours.postings.items()
        ),
        batch_size=500,
    )
    IndexedVersion.objects.create(version=version, segment=segment, number=0, read_at=version.read_at)
    questions = [one.text for one in (*jurists_questions(), *lay_questions(tuning=False))]
    print(f"{len(ours.segment) * times} passages through the database, nothing in memory:", _pace(_cold, questions))
    print(f"{len(ours.segment) * times} passages through the database, warm:", _pace(_through, questions))


def _head_of(ours: Ours, times: int) -> dict[str, np.ndarray[tuple[int], np.dtype[np.uint32]]]:
    count = len(ours.segment.head["version"])
    head = {name: np.tile(array, times) for name, array in ours.segment.head.items()}
    head["unit_of"] = _moved(ours.segment.head["unit_of"], count, times)
    return head


def _moved(
    places: np.ndarray[tuple[int], np.dtype[np.uint32]], step: int, times: int
) -> np.ndarray[tuple[int], np.dtype[np.uint32]]:
    return np.concatenate([places + np.uint32(step * at) for at in range(times)])


def _copies(data: bytes, ours: Ours, times: int) -> bytes:
    fields = posting(data)
    steps = [len(ours.segment.head["version"])] * 3 + [len(ours.segment)]
    sizes = np.array([len(one.places) * times for one in fields], np.uint32).tobytes()
    places = b"".join(_moved(one.places, step, times).tobytes() for one, step in zip(fields, steps, strict=True))
    return sizes + places + b"".join(np.tile(one.times, times).tobytes() for one in fields)


def _through(question: str) -> list[int]:
    terms = asked(question, rows()).terms
    read = stock.read_stock(terms, Wanted(day=timezone.localdate()))
    return [hit.part for hit in ranked(read.view, read.postings, terms, 200, by_article=True)]


def _cold(question: str) -> list[int]:
    stock.forget()
    return _through(question)


if __name__ == "__main__":
    main()
