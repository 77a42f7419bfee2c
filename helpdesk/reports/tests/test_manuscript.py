"""A manuscript is written down in one way, read back whole, and a changed letter changes its digest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from helpdesk.reports.document import checked, empty
from helpdesk.reports.manuscript import (
    Annex,
    CitationLine,
    Conditions,
    FactLine,
    Front,
    Manuscript,
    Outcome,
    Part,
    canonical,
    digest,
    read,
)

FRONT = Front(
    title="Kinderrechtenrapportage",
    number="",
    child="D., 8 jaar",
    code="KR-TEST1",
    procedure="Bezwaar",
    before="",
    for_whom="de advocaat",
    writer="de schrijver",
    reader="",
    on=date(2026, 11, 28),
)
WHOLE = Manuscript(
    front=FRONT,
    parts=(Part("voice", 3, "De stem van het kind", checked(empty())),),
    facts=(FactLine("f", 1, "Niemand sprak met D.", "Besluit", date(2026, 10, 2)),),
    citations=(CitationLine("c", "art. 12 IVRK", "art. 12 IVRK", "treaty", "…", "geldig", "0" * 64, True),),
    persons={"p": "D."},
    conditions=Conditions({1: "zorg"}, {1: "good"}, {1: "school"}, (Outcome("stay", "Blijven", {1: "good"}),)),
    annexes=(Annex(1, "Besluit", date(2026, 10, 2), 3),),
)


def test_it_is_read_back_whole() -> None:
    back = read(canonical(WHOLE))
    assert canonical(back) == canonical(WHOLE)
    assert digest(back) == digest(WHOLE)
    assert back.fact("f") == WHOLE.facts[0]
    assert back.conditions == WHOLE.conditions


def test_one_letter_changes_the_digest() -> None:
    assert digest(replace(WHOLE, front=replace(FRONT, child="E., 8 jaar"))) != digest(WHOLE)
    assert digest(replace(WHOLE, persons={"p": "E."})) != digest(WHOLE)
