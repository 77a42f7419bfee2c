"""What a colleague searched for, as lines: the case as lists show it, and the passage that answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse

from helpdesk.cases import words
from helpdesk.cases.access_search import open_found, search
from helpdesk.cases.access_words import Said
from helpdesk.cases.models import Case
from helpdesk.deadlines.access import deadlines_at
from helpdesk.mediation.access import mediations_of
from helpdesk.mediation.course import TIMELINE
from helpdesk.mediation.workflow import Kind
from helpdesk.reports.access import reports_at
from helpdesk.search.document import WEIGHTS, Field
from helpdesk.search.passage import Passage, Piece, passage, tells
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
    "complaint": "Klachtbrief",
    "given": "Meegegeven",
    "referral": "Verwijzing",
    "source": "Bron",
    "step": "Bemiddeling",
    "deadline": "Termijn",
    "proceeding": "Procedure",
    "report": "Rapportage",
    "chapter": "Hoofdstuk van een rapportage",
}
# Where each stands on the page of its case, by its id; what has no place of its own begins the page.
PLACES = {
    "message": "bericht",
    "note": "notitie",
    "task": "taak",
    "contact": "gesprek",
    "complaint": "klachtbrief",
    "given": "stuk",
    "referral": "verwijzing",
    "source": "bron",
}


@dataclass(frozen=True)
class Line:
    """One case that answers."""

    code: str
    title: str
    url: str
    state: str
    kind: str
    place: str
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
    best = [_best(query, told) for _, told in shown]
    pages = _pages([one[0] for one in best if one])
    lines = [_line(query, case, told, one, pages) for (case, told), one in zip(shown, best, strict=True)]
    return Found(len(ids), lines, page)


def _pages(found: Sequence[Said]) -> dict[UUID, tuple[str, UUID]]:
    """Of texts that have a page of their own room: its address by name, and what it is about."""
    mediations = mediations_of([one.id for one in found if one.kind == "step"])
    deadlines = deadlines_at([one.id for one in found if one.kind == "deadline"])
    reports = reports_at([one.id for one in found if one.kind in {"report", "chapter"}])
    return {
        **{step: ("mediation:mediation-page", about) for step, about in mediations.items()},
        **{step: ("deadlines:deadline-page", about) for step, about in deadlines.items()},
        **{step: ("reports:report-page", about) for step, about in reports.items()},
    }


def _best(query: Query, told: Sequence[Said]) -> tuple[Said, Passage] | None:
    """The passage that answers most. A name is told of and not shown: it stands behind an act of its own."""
    found = [(said, passage(query, said.field, said.words)) for said in told if said.field is not Field.NAME]
    return max(
        ((said, one) for said, one in found if one),
        key=lambda pair: (pair[1].units, WEIGHTS[pair[0].field], pair[1].hits),
        default=None,
    )


def _line(
    query: Query,
    case: Case,
    told: Sequence[Said],
    best: tuple[Said, Passage] | None,
    pages: dict[UUID, tuple[str, UUID]],
) -> Line:
    return Line(
        code=case.code,
        title=words.title_of(case),
        url=reverse("desk:case-page", args=[case.code]),
        state=case.state_label,
        kind=_called(best[0]) if best else "",
        place=_place(case, best[0], pages) if best else "",
        at=datetime.fromisoformat(best[0].at) if best and best[0].at else None,
        pieces=best[1].pieces if best else (),
        in_name=any(said.field is Field.NAME and tells(query, said.field, said.words) for said in told),
    )


def _called(said: Said) -> str:
    """What kind of text it is; of a mediation also which step."""
    name = KINDS[said.kind]
    return f"{name}: {TIMELINE[Kind(said.sort)][1].lower()}" if said.kind == "step" else name


def _place(case: Case, said: Said, pages: dict[UUID, tuple[str, UUID]]) -> str:
    """The address at which this text is read."""
    if said.kind == "attachment":
        return reverse("cases:see-file", args=[case.code, said.id])
    if said.id in pages:
        name, about = pages[said.id]
        return reverse(name, args=[case.code, about]) + (f"#stap-{said.id}" if said.kind == "step" else "")
    place = f"#{PLACES[said.kind]}-{said.id}" if said.kind in PLACES else ""
    return reverse("desk:case-page", args=[case.code]) + place
