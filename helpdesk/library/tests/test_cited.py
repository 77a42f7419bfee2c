"""What a text cites, as the library keeps it: work and place, each article once."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from helpdesk.library.cited import cited_in
from helpdesk.library.standing import Key
from helpdesk.library.tests.shelf import CODE, SHORT, state

CRC, AWB, BW1 = "BWBV0002508", "BWBR0005537", "BWBR0002656"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Zie artikel 3, eerste lid, IVRK en art. 12 IVRK.", [(CRC, "artikel=3&lid=1"), (CRC, "artikel=12")]),
        ("Volgens art. 6:7 Awb is het zes weken.", [(AWB, "artikel=6:7")]),
        ("Op grond van art. 1:264 BW.", [(BW1, "artikel=264")]),
        ("ECLI:NL:HR:2012:BW5328, r.o. 3.4.1", [("ECLI:NL:HR:2012:BW5328", "rov=3.4.1")]),
        ("De Algemene wet bestuursrecht geldt.", []),
        ("Op dinsdag om 15.00 uur is het gesprek.", []),
        ("", []),
    ],
)
def test_each_place_that_is_cited(text: str, places: list[tuple[str, str]]) -> None:
    assert [(cite.code, cite.place) for cite in cited_in(text).values()] == places


def test_an_article_is_named_once_by_its_first_place() -> None:
    found = cited_in("Artikel 3 lid 1 IVRK, en later artikel 3 lid 2 IVRK.")
    assert list(found) == [Key(CRC, "artikel=3")]
    assert found[Key(CRC, "artikel=3")].place == "artikel=3&lid=1"


@pytest.mark.django_db
def test_the_names_of_works_in_the_library_are_known_too() -> None:
    state({"2": "Twee."})
    text = f"Zie artikel 2 {SHORT}."
    with CaptureQueriesContext(connection) as asked:
        assert list(cited_in(text, with_works=True)) == [Key(CODE, "artikel=2")]
        assert len(asked) == 1
        assert cited_in(text) == {}
        assert cited_in("Geen plaats hier.", with_works=True) == {}
    assert len(asked) == 1
