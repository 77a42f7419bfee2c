"""A report on real sources: laws, the Convention and judgments that nobody here wrote, each cited to the passage."""

from __future__ import annotations

import re

import pypdfium2
import pytest

from helpdesk.library.actions import import_source
from helpdesk.library.actions.source_index import index_sources
from helpdesk.library.models import Passage, Version
from helpdesk.library.tests.real import files, needs_data, source
from helpdesk.reports.citing import address_of
from helpdesk.reports.laid import Cited
from helpdesk.reports.pressing import pressed
from helpdesk.reports.tests.scene import DECIDED, Scene, scene

pytestmark = [pytest.mark.django_db, needs_data]

SOURCES = (
    "law/bwb-xml/*.xml",
    "law/markdown-2015/**/BWBV0002508/README.md",
    "caselaw/rechtspraak-*/**/ECLI.NL.[CGR]*.20*.xml",
)
TYPED = (
    "art. 3 lid 1 IVRK", "art. 5 IVRK", "art. 9 lid 1 IVRK", "art. 9 lid 3 IVRK", "art. 12 lid 1 IVRK",
    "art. 12 lid 2 IVRK", "art. 18 IVRK", "art. 19 IVRK", "art. 20 lid 3 IVRK", "art. 25 IVRK", "art. 28 IVRK",
    "art. 1.1 Jeugdwet", "art. 2.3 Jeugdwet", "art. 2.3 lid 1 Jeugdwet", "6.1.2 jeugdwet",
    "art. 4 lid 1 Leerplichtwet 1969", "art. 1 Algemene termijnenwet",
)  # fmt: skip
IN_WORDS = "machtiging gesloten jeugdhulp"


@pytest.fixture
def made() -> Scene:
    """A report, and the sources in the library."""
    for pattern in SOURCES:
        for path in files(pattern):
            import_source(source(path))
    index_sources()
    return scene()


def judgments(most: int = 6) -> list[str]:
    """Judgments as they are cited, each with a consideration that stands in it."""
    rows = Passage.objects.filter(version__work__code__startswith="ECLI:", address__regex=r"^rov=[\d.]+$", text__gt="")
    found = {code: place.removeprefix("rov=") for code, place in rows.values_list("version__work__code", "address")}
    return [f"{code}, r.o. {number}" for code, number in sorted(found.items())][:most]


def cited(made: Scene, typed: str) -> Cited:
    """Looked for on the page, and the first that was found cited."""
    page = made.post("bronnen/", expect=200, q=typed)
    fields = re.search(r'name="work" value="([^"]+)"><input type="hidden" name="address" value="([^"]*)"', page)
    assert fields, typed
    work, address = (one.replace("&amp;", "&") for one in fields.groups())
    made.post("bronnen/citeer/", work=work, address=address)
    return next(one for one in made.report.citations if (one.work, one.place) == (work, address))


def test_every_citation_resolves_to_its_passage(made: Scene) -> None:
    asked = [*TYPED, *judgments(), IN_WORDS]
    lines = [cited(made, typed) for typed in asked]
    assert len({(one.work, one.place) for one in lines}) == len(asked) >= 20
    for typed, line in zip(asked, lines, strict=True):
        assert line.place, typed
        versions = Version.objects.filter(work__code=line.work, language=line.language)
        words = {one.text for one in Passage.objects.filter(version__in=versions, address=line.place)} - {""}
        assert all(one in line.quote for one in words), typed
        page = made.client.get(address_of(line.work, line.place, DECIDED))
        assert page.status_code == 200, typed
        assert line.sure in {"verified", "unofficial"}, typed
    report = made.manuscript
    pages = pypdfium2.PdfDocument(pressed(report).pdf)
    on_paper = letters(" ".join(page.get_textpage().get_text_bounded() for page in pages))
    assert [one.short for one in report.citations if letters(one.full) not in on_paper] == []
    assert [one.short for one in report.citations if letters(one.quote)[:60] not in on_paper] == []


def letters(words: str) -> str:
    """Words without what a line end puts between them."""
    return "".join(sign for sign in words.casefold() if sign.isalnum())
