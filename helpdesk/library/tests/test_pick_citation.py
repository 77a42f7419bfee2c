"""What can be cited while one writes: by a citation or by words, with how sure it is, and read again the same."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from helpdesk.lib import clock
from helpdesk.library.actions import load_own_lists
from helpdesk.library.actions.source_index import index_sources
from helpdesk.library.cited import cited_in
from helpdesk.library.models import Form, Work
from helpdesk.library.picking import Pick, pick
from helpdesk.library.standing import Key
from helpdesk.library.tests.sources import FAMILY, law
from tests import cast

pytestmark = pytest.mark.django_db
PLACE = "/bronnen/verwijzing/kies/"
CARE = {
    "artikel=2.3": (Form.ARTICLE, "", "Artikel 2.3", "", ""),
    "artikel=2.3&lid=1": (Form.PARAGRAPH, "artikel=2.3", "1", "", "Het college helpt."),
}


@pytest.fixture(autouse=True)
def _shelf() -> None:
    law("BWBR0034925", CARE, title="Jeugdwet", begins=date(2024, 1, 1))
    law("BWBR0099998", FAMILY, title="Wet op de proef", begins=date(2020, 1, 1))
    index_sources()


def picked(typed: str, day: date | None = None) -> list[Pick]:
    return list(pick(typed, day or clock.today()).found)


@pytest.mark.parametrize("typed", ["art. 2.3 lid 1 Jeugdwet", "2.3 lid 1 jeugdwet", "artikel 2.3, lid 1, Jeugdwet"])
def test_a_typed_citation_is_its_place_in_the_form_of_the_leidraad(typed: str) -> None:
    (one,) = picked(typed)
    assert (one.work, one.address) == ("BWBR0034925", "artikel=2.3&lid=1")
    assert (one.label, one.text) == ("art. 2.3 lid 1 Jeugdwet", "Het college helpt.")
    assert (one.sure, one.in_force, one.doubt) == ("uit kennis", True, "")
    assert one.plain == "artikel 2.3, lid 1, van de Jeugdwet"


def test_words_lead_to_articles() -> None:
    one = picked("recht op omgang met mijn ouders")[0]
    assert (one.work, one.address) == ("BWBR0099998", "artikel=11")
    assert one.label == "art. 11 Wet op de proef"
    assert "omgang" in one.text


@pytest.mark.parametrize("typed", ["2.3 Jeugdwet", "ECLI:NL:HR:2012:BW5328, rov. 3.4", "CRC/C/GC/14, par. 6", "omgang"])
def test_what_is_put_in_is_read_again_as_the_same_place(typed: str) -> None:
    one = picked(typed)[0]
    for words in (one.label, one.plain):
        if words == one.label or one.work.startswith("BWB"):
            assert Key.of(one.work, one.address) in cited_in(f"Zie {words}.", with_works=True), words


def test_a_place_that_is_not_there_is_said_and_what_holds_it_offered() -> None:
    answer = pick("art. 2.3 lid 9 Jeugdwet", clock.today())
    assert "staat niet in de versie van" in answer.said
    assert [one.address for one in answer.found] == ["artikel=2.3"]
    assert pick("art. 99 Jeugdwet", clock.today()).found == ()


def test_what_we_do_not_have_can_be_cited_and_says_so() -> None:
    (one,) = picked("art. 8 EVRM")
    assert (one.work, one.address, one.in_force) == ("BWBV0001000", "artikel=8", None)
    assert one.sure == "niet in onze bibliotheek"
    (paper,) = picked("Kamerstukken II 2012/13, 33684, nr. 3")
    assert (paper.work, paper.label) == ("", "Kamerstukken II 2012/13, 33684, nr. 3")
    (court,) = picked("ECLI:NL:RBXYZ:2020:1")
    assert court.doubt == "Het gerecht RBXYZ staat niet in onze lijst. Kijk na of het nummer klopt."


def test_the_version_is_that_of_the_day() -> None:
    law("BWBR0034925", {"artikel=2.3": (Form.ARTICLE, "", "Artikel 2.3", "", "Vroeger.")}, begins=date(2015, 1, 1),
        ends=date(2023, 12, 31))  # fmt: skip
    assert picked("art. 2.3 Jeugdwet", date(2020, 1, 1))[0].text == "Vroeger."
    assert picked("art. 2.3 Jeugdwet")[0].text == ""


def test_a_judgment_has_its_day_when_it_says_it() -> None:
    version = law("ECLI:NL:HR:2012:BW5328", {"rov=3.4": (Form.CONSIDERATION, "", "3.4", "", "Niet op straat.")})
    version.facts = {"day": "2012-09-21"}
    version.save()
    (one,) = picked("ECLI:NL:HR:2012:BW5328, rov. 3.4")
    assert one.label == "HR 21 september 2012, ECLI:NL:HR:2012:BW5328, rov. 3.4"
    assert one.text == "Niet op straat."
    version.facts = {"day": "geen dag"}
    version.save()
    assert picked("ECLI:NL:HR:2012:BW5328")[0].label == "ECLI:NL:HR:2012:BW5328"
    assert picked("BW5328")[0].label == "ECLI:NL:HR:2012:BW5328"


def test_our_own_list_is_never_shown_as_the_text_of_the_law() -> None:
    load_own_lists()
    (one,) = picked("art. 3 IVRK")
    assert (one.text, one.sure) == ("", "eigen lijst")


@pytest.mark.parametrize("typed", ["", "   ", "\0", "?", "art. 3", "x" * 5000, "art. 3 Onzinwet", "<b>1</b>"])
def test_anything_may_be_typed(typed: str) -> None:
    for one in picked(typed):
        assert one.label


def test_as_a_part_of_a_page_and_as_a_page_of_its_own() -> None:
    iris = cast.desk_client("iris")
    part = iris.post(PLACE, {"q": "2.3 lid 1 jeugdwet"}, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    assert 'data-work="BWBR0034925" data-address="artikel=2.3&amp;lid=1"' in part
    assert "<span data-words>artikel 2.3, lid 1, van de Jeugdwet</span>" in part
    whole = iris.post(PLACE, {"q": "2.3 lid 1 jeugdwet"}).content.decode()
    assert "<b>art. 2.3 lid 1 Jeugdwet</b>" in whole
    assert "Neem de woorden over" not in iris.get(PLACE).content.decode()
    assert "Niets gevonden." in iris.post(PLACE, {"q": "zeppelinhangar"}).content.decode()


def test_it_costs_the_same_for_many() -> None:
    iris = cast.desk_client("iris")
    for typed in ("omgang", "art. 2.3 Jeugdwet, art. 3 IVRK, art. 8 EVRM, ECLI:NL:HR:2012:BW5328"):
        iris.post(PLACE, {"q": typed}, headers={"HX-Request": "true"})
        with CaptureQueriesContext(connections["default"]) as asked:
            iris.post(PLACE, {"q": typed}, headers={"HX-Request": "true"})
        assert len(asked) <= 12
    assert Work.objects.exists()
