"""What a colleague searched for, as lines: the case as lists show it, and the passage that answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from helpdesk.cases import words
from helpdesk.cases.access_search import open_found, search
from helpdesk.cases.access_words import Said
from helpdesk.cases.models import Case
from helpdesk.search.document import WEIGHTS, Field
from helpdesk.search.passage import Piece, passage, tells
from helpdesk.search.query import Query
from helpdesk.teams.models import Member

PAGE = 25
KINDS = {
    "case": "Titel",
    "message": "Bericht",
    "note": "Notitie",
    "task": "Taak",
    "closing": "Bij het afsluiten",
    "party": "Iemand om het kind heen",
    "contact": "Gesprek",
    "attachment": "Bestand",
}


@dataclass(frozen=True)
class Line:
    """One case that answers."""

    code: str
    title: str
    url: str
    state: str
    kind: str
    at: datetime | None
    pieces: tuple[Piece, ...]
    in_name: bool


@dataclass(frozen=True)
class Found:
    """One page of what answers, and how many there are in all."""

    count: int
    lines: list[Line]
    page: int

    @property
    def has_next(self) -> bool:
        return self.count > self.page * PAGE

    @property
    def first(self) -> int:
        return (self.page - 1) * PAGE + 1

    @property
    def last(self) -> int:
        return min(self.count, self.page * PAGE)


def find(member: Member, query: Query, page: int = 1) -> Found:
    """Search, and open the cases of one page."""
    ids = search(member, query)
    page = min(page, max(1, -(-len(ids) // PAGE)))
    shown = open_found(member, ids[(page - 1) * PAGE : page * PAGE])
    return Found(len(ids), [_line(query, case, said) for case, said in shown], page)


def _line(query: Query, case: Case, told: Sequence[Said]) -> Line:
    """A name is told of and not shown: it stands behind an act of its own on the page of the case."""
    found = [(said, passage(query, said.field, said.words)) for said in told if said.field is not Field.NAME]
    best = max(
        ((said, one) for said, one in found if one),
        key=lambda pair: (pair[1].units, WEIGHTS[pair[0].field], pair[1].hits),
        default=None,
    )
    return Line(
        code=case.code,
        title=words.title_of(case),
        url=reverse("desk:case-page", args=[case.code]),
        state=case.state_label,
        kind=KINDS[best[0].kind] if best else "",
        at=datetime.fromisoformat(best[0].at) if best and best[0].at else None,
        pieces=best[1].pieces if best else (),
        in_name=any(said.field is Field.NAME and tells(query, said.field, said.words) for said in told),
    )
