"""The outline says of each chapter whether something is missing, how much, and where the checklist says what."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.utils.html import strip_tags

from helpdesk.library.tests.shelf import state
from helpdesk.reports import actions
from helpdesk.reports.tests.test_sign_report import signed
from helpdesk.reports.tests.writing_scene import Written, text, whole, written
from helpdesk.reports.told import FactTold
from tests import cast

pytestmark = pytest.mark.django_db
LATER = "BWBR0077777"
LINK = re.compile(r'<a class="krh-outline__why" href="[^"]*/nalezen/#(punt-\d+)">(.*?)</a>', re.DOTALL)


def missing(made: Written) -> dict[str, tuple[str, str]]:
    """Of each chapter in red: what the outline says, and the line of the checklist to which it leads."""
    page = made.look()
    assert page.count("krh-outline__link--gap") == len(LINK.findall(page)), "a colour is never alone"
    lines = made.look("nalezen")
    found = {}
    for place, words in LINK.findall(page):
        told, _, chapter = " ".join(strip_tags(words).split()).partition(" in ")
        line = re.search(rf'<li id="{place}"[^>]*>(.*?)</li>', lines, re.DOTALL)
        assert line, place
        found[chapter] = (told, " ".join(strip_tags(line[1]).split()))
    return found


def test_a_chapter_that_nobody_wrote_is_empty_and_the_voice_of_the_child_is_missing() -> None:
    made = written()
    found = missing(made)
    assert list(found) == ["3. De stem van het kind"]
    told, line = found["3. De stem van het kind"]
    assert told == "Eén punt te herstellen"
    assert "De stem van het kind ontbreekt" in line


def test_nothing_is_red_when_nothing_is_missing() -> None:
    made = whole()
    assert missing(made) == {}
    assert "er is iets te herstellen" not in made.look()


def test_a_name_stands_at_the_chapter_with_the_number_of_lines() -> None:
    made = whole()
    made.saved("Mariam de Boer zag het.", "Ook Dounia el Amrani zag het.", part="summary")
    assert missing(made)["1. Samenvatting"][0] == "2 punten te herstellen"
    assert "1. Samenvatting, geschreven, er is iets te herstellen" in " ".join(strip_tags(made.look()).split())


def test_a_source_that_did_not_hold_shows_wherever_the_text_names_it() -> None:
    made = whole()
    state({"1": "Later."}, on=date(2026, 11, 15), code=LATER, short="Latere wet")
    with cast.opened("iris", made.case, to="write-report") as file:
        ref = actions.cite(file=file, report_id=made.id, work=LATER, place="artikel=1")
    assert list(missing(made)) == ["5. Juridisch kader"], "nobody names it yet"
    named = text("Daarop steunt het.")
    named["content"][0]["content"].append({"type": "citation", "attrs": {"ref": str(ref), "as": "text"}})
    made.save(base=made.load(part="conclusion")["version"], part="conclusion", doc=named)
    found = missing(made)
    assert list(found) == ["9. Conclusie en verzoek"]
    assert "gold niet op de dag van de beslissing" in found["9. Conclusie en verzoek"][1]


def test_a_fact_with_a_name_shows_at_the_facts_and_leads_to_it() -> None:
    made = whole()
    with cast.opened("iris", made.case, to="write-report") as file:
        (fact,) = made.report.facts
        told = FactTold("Mariam de Boer was er.", fact.source, fact.source_id, fact.said_by)
        actions.change_fact(file=file, report_id=made.id, ref=fact.ref, told=told)
    told_there, line = missing(made)["4. Feiten en bronnen"]
    assert told_there == "Eén punt te herstellen", "a name is one thing, however many words it has"
    assert "“Mariam de Boer” staat bij feit 1" in line
    assert f'feiten/#feit-{fact.ref}"' in made.look("nalezen")


def test_what_was_signed_is_past_that() -> None:
    assert "krh-outline__link--gap" not in signed().look()
