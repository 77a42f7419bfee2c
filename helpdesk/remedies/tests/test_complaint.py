"""The letter has what the jurist saw, in the voice that was chosen, and a place for the name that we do not keep."""

from __future__ import annotations

from datetime import date

import pypdfium2
import pytest

from helpdesk.lib.papers.blocks import Heading, ToFill
from helpdesk.lib.papers.docx import as_docx
from helpdesk.lib.papers.pdf import as_pdf
from helpdesk.remedies.complaint import Told, Voice, complaint
from helpdesk.remedies.routes import Route, route, routes

DAY = date(2026, 4, 24)
TOLD = Told(
    voice=Voice.CHILD,
    body="Jeugdhuis De Kade",
    about="mijn telefoon is weg",
    happened="Op 3 april nam de groepsleider mijn telefoon af.\n\nIk kreeg hem niet terug.",
    own_words="ik mag niemand bellen 😢",
    wants="Ik wil mijn telefoon terug.",
    enclosed=["De brief van 3 april"],
)


def words_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)).split())


@pytest.mark.parametrize("way", routes(), ids=lambda way: way.id)
def test_every_route_gives_a_letter_to_whoever_decides(way: Route) -> None:
    said = words_of(as_pdf(complaint(way, TOLD, DAY)))
    assert "Klacht: mijn telefoon is weg" in said
    assert "Op 3 april nam de groepsleider mijn telefoon af." in said
    assert "ik mag niemand bellen [crying face]" in said
    assert ("De Kade" in said) == ("{body}" in way.addressee)
    assert as_docx(complaint(way, TOLD, DAY))[:2] == b"PK"


def test_the_sender_writes_her_name_by_hand() -> None:
    blanks = [block.label for block in complaint(route("gesloten"), TOLD, DAY).blocks if isinstance(block, ToFill)]
    assert blanks == ["Mijn naam", "Hoe u mij bereikt", "Plaats en dag", "Handtekening"]


def test_what_is_empty_is_left_out() -> None:
    bare = complaint(route("overheid"), Told(Voice.PARENT, "Gemeente Leiden", "een brief", "Er kwam geen brief."), DAY)
    headings = [block.text for block in bare.blocks if isinstance(block, Heading)]
    assert headings == ["Klacht: een brief", "Wat er gebeurde"]
    assert "als ouder" in words_of(as_pdf(bare))
