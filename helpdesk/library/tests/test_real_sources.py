"""Every article of every real file, counted by another reader than ours: with expressions over the bare text."""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from helpdesk.library.actions import import_source
from helpdesk.library.models import ImportReport, Outcome, Version
from helpdesk.library.tests.real import files, needs_data, source

pytestmark = [pytest.mark.django_db, needs_data]

LAWS = [*files("law/bwb-xml/*.xml"), *files("law/regelrecht-harvester/**/content.xml")]
TREATIES = files("law/markdown-2015/**/README.md")
CASES = files("caselaw/rechtspraak-*/**/*.xml")
STRASBOURG = files("caselaw/hudoc/*.txt")
HEADINGS = {"standard_001-57512_ENG": {1}}  # paragraph 1 is not in this file; "1. The medical profession" is a heading


def brought_in(path: Path) -> tuple[ImportReport, list[Version]]:
    report = import_source(source(path))
    assert report is not None, path
    assert report.outcome == Outcome.STORED, (path, report.reason)
    found = list(Version.objects.whole().filter(digest=report.digest).prefetch_related("passages"))
    assert found, path
    for version in found:
        assert scattered(version) == [], path
    return report, found


def scattered(version: Version) -> list[str]:
    """What does not stand behind what holds it, or not together with the rest of it: pages and search count on both."""
    open_ones: list[str] = [""]
    wrong = []
    for one in sorted(version.passages.all(), key=lambda passage: passage.position):
        if one.under in open_ones:
            open_ones = [*open_ones[: open_ones.index(one.under) + 1], one.address]
        else:
            wrong.append(one.address)
    return wrong


def letters(text: str) -> Counter[str]:
    return Counter("".join(text.split()))


def told(version: Version) -> str:
    """All that the library holds of a version: its passages and what it knows besides."""
    rows = (f"{one.label} {one.heading} {one.text}" for one in version.passages.all())
    return "\n".join([version.work.title, json.dumps(version.facts, ensure_ascii=False), *rows])


def unsaid(source_text: str, *versions: Version) -> dict[str, int]:
    """Which letters of the source are fewer in the library."""
    return dict(letters(source_text) - letters(" ".join(map(told, versions))))


def bare(xml: str) -> str:
    xml = re.sub(r"<!--.*?-->|<\?.*?\?>", "", xml, flags=re.DOTALL)
    return html.unescape(re.sub(r"<[^>]*>", "", xml))


@pytest.mark.parametrize("path", LAWS, ids=lambda path: path.parent.name[-20:] + path.stem)
def test_every_article_and_letter_of_a_law_is_there(path: Path) -> None:
    xml = path.read_text("utf-8")
    report, (version,) = brought_in(path)
    assert report.gaps == []
    places = {one.address: one for one in version.passages.all()}
    numbers = re.findall(r"<artikel\b[^>]*>\s*<kop>.*?<nr\b[^>]*>\s*(.*?)\s*</nr>", xml, flags=re.DOTALL)
    assert len(numbers) == len(re.findall(r"<artikel\b", xml))
    assert [one for one in numbers if f"artikel={one}" not in places] == []
    assert len(numbers) == report.counts["article"]
    assert len(re.findall(r"<lid\b", xml)) == report.counts.get("paragraph", 0)
    assert len(re.findall(r"<li[ >]", xml)) == report.counts.get("item", 0)
    text = re.sub(
        r"<meta-data>.*?</meta-data>|<redactionele-correcties>.*?</redactionele-correcties>", "", xml, flags=re.DOTALL
    )
    text = re.sub(r"<bwb-inputbestand>.*?</bwb-inputbestand>", "", text)
    assert unsaid(bare(text), version) == {}


@pytest.mark.parametrize("path", LAWS, ids=lambda path: path.parent.name[-20:] + path.stem)
def test_every_address_is_the_one_that_the_editors_gave(path: Path) -> None:
    """The files name each place as JuriConnect does."""
    _, (version,) = brought_in(path)
    there = set(version.passages.values_list("address", flat=True))
    wanted = set()
    for place in re.findall(
        r'verwijzing="jci1\.3:c:BWB\w+((?:&amp;[^"]*)?)" onderdeel="[^"]+"', path.read_text("utf-8")
    ):
        parts = [part for part in html.unescape(place).split("&") if part and part[:2] not in {"z=", "g="}]
        first = next((at for at, part in enumerate(parts) if part.startswith("artikel=")), 0)
        wanted.add("&".join(parts[first:]))
    assert wanted - {""} - there == set()


@pytest.mark.parametrize("path", TREATIES, ids=lambda path: path.parent.name)
def test_every_article_of_a_treaty_is_there_in_both_languages(path: Path) -> None:
    text = path.read_text("utf-8")
    report, versions = brought_in(path)
    assert report.gaps == []
    assert {one.language for one in versions} == {"en", "nl"}
    for version in versions:
        word = {"en": "Article", "nl": "Artikel"}[version.language]
        numbers = re.findall(rf"^#+ *{word} +(\w+)", text, flags=re.MULTILINE)
        there = [one.address for one in version.passages.all() if one.form == "article"]
        assert there == [f"artikel={number}" for number in numbers]
    shown = re.sub(r"\[([^\]]*)\]\([^)\s]*\)|<meta[^>]*>", r"\1", text)
    assert {letter: many for letter, many in unsaid(shown, *versions).items() if letter not in "#*-–"} == {}


def test_the_convention_has_fifty_four_articles_in_both_languages() -> None:
    _, versions = brought_in(next(path for path in TREATIES if "BWBV0002508" in str(path)))
    for version in versions:
        there = {one.address for one in version.passages.all()}
        assert {f"artikel={number}" for number in range(1, 55)} <= there, version.language
        assert "artikel=40&lid=2&o=b&o=ii" in there, version.language
        assert version.passages.get(address="artikel=35").text


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_letter_of_a_judgment_is_there(path: Path) -> None:
    xml = path.read_text("utf-8").strip()
    report, (version,) = brought_in(path)
    assert [gap for gap in report.gaps if "afbeelding" not in gap[1] and "niet welgevormd" not in gap[1]] == []
    body = re.search(r"<(uitspraak|conclusie)\b.*</\1>", xml, flags=re.DOTALL)
    assert unsaid(bare(body[0]) if body else "", version) == {}
    summary = re.search(r"<inhoudsindicatie\b.*</inhoudsindicatie>", xml, flags=re.DOTALL)
    if summary and bare(summary[0]).strip() != "-":
        assert unsaid(bare(summary[0]), version) == {}
    numbers = re.findall(r"<paragroup>\s*<nr>\s*([\d.]+?)\.?\s*</nr>", xml)
    there = {one.address for one in version.passages.all()}
    assert [one for one in numbers if not any(place.split("&nr")[0] == f"rov={one}" for place in there)] == []
    assert bool(body) == bool(there)


@pytest.mark.parametrize(
    "path", [path for path in CASES if path.with_suffix(".json").exists()], ids=lambda path: path.stem
)
def test_what_a_judgment_says_of_itself_is_what_another_reader_found(path: Path) -> None:
    expected: dict[str, Any] = json.loads(path.with_suffix(".json").read_text("utf-8"))
    _, (version,) = brought_in(path)
    facts = version.facts
    assert version.work.code == expected["_id"]
    assert facts["day"] == expected["date"]
    assert facts["issued"] == expected["issued"]
    assert facts.get("case_numbers", []) == expected.get("zaaknummer", [])
    if "creator" in expected:
        assert facts["court"] == expected["creator"]["rdfs:label"][0]["@value"].strip()
    assert len(facts.get("subjects", [])) == len(expected.get("subject", []))


@pytest.mark.parametrize("path", STRASBOURG, ids=lambda path: path.stem)
def test_every_letter_of_a_european_text_is_there(path: Path) -> None:
    report, (version,) = brought_in(path)
    assert [gap for gap in report.gaps if "geen paragraaf" not in gap[1]] == []
    assert unsaid(path.read_text("utf-8"), version) == {}
    if path.name.startswith("standard"):
        numbers = {int(one) for one in re.findall(r"^(\d{1,3})\. ", path.read_text("utf-8"), flags=re.MULTILINE)}
        there = {int(one.address[4:]) for one in version.passages.all() if re.fullmatch(r"par=\d+", one.address)}
        expected = {number for number in numbers if number <= max(there)} - HEADINGS.get(path.stem, set())
        assert expected - there == set()
        assert max(there) >= 20


def test_again_changes_nothing_at_all() -> None:
    paths = [LAWS[0], TREATIES[0], CASES[0], STRASBOURG[0]]
    for path in paths:
        brought_in(path)
    before = list(Version.objects.values_list("pk", "read_at", "valid_until"))
    again = [import_source(source(path)) for path in paths]
    assert [report.outcome for report in again if report] == [Outcome.SAME] * len(paths)
    assert list(Version.objects.values_list("pk", "read_at", "valid_until")) == before
