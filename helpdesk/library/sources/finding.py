"""Find articles for a question: the page that a member sees, and what may matter to a case."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.urls import NoReverseMatch, reverse

from helpdesk.library.models import Passage, Version
from helpdesk.library.queries_sources import Wanted
from helpdesk.library.sources.asking import Asked, Reason, asked
from helpdesk.library.sources.ranking import Hit, how_many, ranked
from helpdesk.library.sources.snippet import Snippet, snippet
from helpdesk.library.sources.stock import Stock, read_stock
from helpdesk.library.sources.terms import counted
from helpdesk.library.sources.thesaurus import Match, rows
from helpdesk.library.words import sure
from helpdesk.search.passage import Piece

PAGE = 10
DEEPEST = 200  # articles that may be paged through
REASONS = 2
ENOUGH = 0.6  # of the words of law that must stand in an article to be a reason for it


@dataclass(frozen=True)
class Line:
    """One article that answers."""

    code: str
    work: str
    kind: str
    address: str
    label: str
    heading: str
    sure: str
    url: str
    valid_from: date | None
    valid_until: date | None
    in_force: bool
    pieces: tuple[Piece, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Found:
    """One page of what answers, how many there are, and by which rows of the thesaurus."""

    count: int
    lines: list[Line]
    page: int
    through: tuple[Match, ...]

    @property
    def has_next(self) -> bool:
        return min(self.count, DEEPEST) > self.page * PAGE

    @property
    def first(self) -> int:
        return (self.page - 1) * PAGE + 1

    @property
    def last(self) -> int:
        return min(self.count, self.page * PAGE)


def find(question: str, wanted: Wanted, today: date, page: int = 1, size: int = PAGE) -> Found:
    """The best articles. At most seven statements, whatever there is.

    Args:
        question: what was typed, in any words.
        wanted: among which sources; without a day each article shows once, by its best state.
        today: the day by which an article is said to be in force.
        page: from 1; one that does not exist becomes the last that does.
        size: how many lines.
    """
    sought = asked(question, rows())
    stock = read_stock(sought.terms, wanted)
    hits = ranked(stock.view, stock.postings, sought.terms, DEEPEST, by_article=True)
    count = how_many(stock.view, stock.postings, sought.terms) if hits else 0
    if wanted.day is None and hits:
        hits = _once(stock, hits)
        count = len(hits)
    page = min(page, max(1, -(-len(hits) // size)))
    lines = _lines(stock, hits[(page - 1) * size : page * size], sought, today)
    return Found(count, lines, page, sought.through)


def _once(stock: Stock, hits: Sequence[Hit]) -> list[Hit]:
    """Of one article in several states the best."""
    versions = {stock.place(hit)[0] for hit in hits}
    works = dict(Version.objects.filter(pk__in=versions).values_list("pk", "work_id"))
    places = [stock.place(hit) for hit in hits]
    wanted = Q(pk__in=())
    for version, position, _ in places:
        wanted |= Q(version=version, position=position)
    addresses = {
        (version, position): address
        for version, position, address in Passage.objects.filter(wanted).values_list(
            "version_id", "position", "address"
        )
    }
    best: dict[tuple[UUID, str], Hit] = {}
    for hit, (version, position, _) in zip(hits, places, strict=True):
        best.setdefault((works[version], addresses[version, position]), hit)
    return list(best.values())


def _lines(stock: Stock, hits: Sequence[Hit], sought: Asked, today: date) -> list[Line]:
    places = [stock.place(hit) for hit in hits]
    versions = Version.objects.select_related("work").in_bulk([version for version, _, _ in places])
    passages = _passages(places)
    return [
        _line(versions[place[0]], passages[place[0], place[1]], sought, today)
        for place in places
        if passages[place[0], place[1]]
    ]


def _passages(places: Sequence[tuple[UUID, int, int]]) -> Mapping[tuple[UUID, int], list[Passage]]:
    """The passages of each unit, by version and first position."""
    wanted = Q(pk__in=())
    for version, first, last in places:
        wanted |= Q(version=version, position__gte=first, position__lte=last)
    found: dict[tuple[UUID, int], list[Passage]] = defaultdict(list)
    begins = {(version, position): first for version, first, last in places for position in range(first, last + 1)}
    for passage in Passage.objects.filter(wanted).order_by("version", "position"):
        found[passage.version_id, begins[passage.version_id, passage.position]].append(passage)
    return found


def _line(version: Version, passages: Sequence[Passage], sought: Asked, today: date) -> Line:
    root, work = passages[0], version.work
    best = max((snippet(one.text, sought.terms) for one in passages), key=lambda one: one.worth, default=Snippet((), 0))
    return Line(
        code=work.code,
        work=work.short or work.title,
        kind=work.get_kind_display(),
        address=root.address,
        label=root.label or root.address,
        heading=root.heading,
        sure=sure(work.confidence)[1],
        url=address_of(work.code, root.address),
        valid_from=version.valid_from,
        valid_until=version.valid_until,
        in_force=(version.valid_from or today) <= today <= (version.valid_until or today),
        pieces=best.pieces,
        reasons=_reasons(passages, sought),
    )


def _reasons(passages: Sequence[Passage], sought: Asked) -> tuple[Reason, ...]:
    """Which words of the question lead here: those of which the words of law stand in this article."""
    standing, _ = counted(" ".join(f"{one.label} {one.heading} {one.text}" for one in passages))
    there = [
        (sum(sought.terms.get(term, 0.0) for term in one.terms & standing.keys()) * (2 if one.legal else 1), one)
        for one in sought.reasons
        if len(one.terms & standing.keys()) >= ENOUGH * len(one.terms)
    ]
    best = sorted(there, key=lambda pair: -pair[0])
    return tuple({one.said: one for _, one in reversed(best)}.values())[::-1][:REASONS]


def address_of(code: str, address: str) -> str:
    """Where the article is read."""
    try:
        return reverse("library:passage", args=[code, address])
    except NoReverseMatch:
        return ""
