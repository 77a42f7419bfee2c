"""One file comes in: whole or not at all, once, with a report either way."""

from __future__ import annotations

import io
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from django.core.management import call_command

from helpdesk.ledger.models import Entry
from helpdesk.library.actions import Source, import_source, load_own_lists
from helpdesk.library.models import ImportReport, Outcome, Passage, Version, Work
from helpdesk.library.queries import PassageQuerySet, VersionQuerySet
from helpdesk.library.tests.law import law

pytestmark = pytest.mark.django_db


def made(text: str | bytes, name: str = "BWBR0000001_2020-01-01_0.xml") -> Source:
    data = text.encode() if isinstance(text, str) else text
    return Source(name, partial(io.BytesIO, data), len(data))


def brought_in(text: str | bytes, name: str = "BWBR0000001_2020-01-01_0.xml") -> ImportReport:
    report = import_source(made(text, name))
    assert report is not None
    return report


def passages() -> PassageQuerySet:
    """Of what this test brought in; our own lists lie in the database from the start."""
    return Passage.objects.exclude(version__facts__has_key="own_list")


def versions() -> VersionQuerySet:
    return Version.objects.exclude(facts__has_key="own_list")


def test_a_state_comes_in_with_its_passages_and_a_report() -> None:
    report = brought_in(
        law("2020-01-01", "<artikel><kop><label>Artikel</label><nr>1</nr></kop><al>Een.</al></artikel>")
    )
    assert (report.outcome, report.gap_count, report.codes) == (Outcome.STORED, 0, ["BWBR0000001"])
    assert report.counts["article"] == 1
    version = Version.objects.get(work__code="BWBR0000001")
    assert version.read_at is not None
    assert version.valid_from == date(2020, 1, 1)
    assert version.passages.get(address="artikel=1").text == "Een."
    assert Entry.objects.filter(verb="import-source", object_id=version.pk).exists()


def test_the_same_file_again_changes_nothing() -> None:
    text = law("2020-01-01", "<artikel><kop><nr>1</nr></kop><al>Een.</al></artikel>")
    brought_in(text)
    before = list(passages().values_list("pk", "digest"))
    assert brought_in(text, "other-name.xml").outcome == Outcome.SAME
    assert list(passages().values_list("pk", "digest")) == before


def test_other_bytes_with_the_same_passages_change_nothing() -> None:
    text = law("2020-01-01", "<artikel><kop><nr>1</nr></kop><al>Een.</al></artikel>")
    brought_in(text)
    before = list(passages().values_list("pk", "digest"))
    assert brought_in(text.replace("<al>", "<al >")).outcome == Outcome.SAME
    assert list(passages().values_list("pk", "digest")) == before


def test_a_corrected_file_takes_the_place_of_the_wrong_one() -> None:
    brought_in(law("2020-01-01", "<artikel><kop><nr>1</nr></kop><al>Een.</al></artikel>"))
    assert (
        brought_in(law("2020-01-01", "<artikel><kop><nr>1</nr></kop><al>Twee.</al></artikel>")).outcome
        == Outcome.STORED
    )
    assert passages().get(address="artikel=1").text == "Twee."
    assert versions().count() == 1


def test_a_new_state_ends_the_one_before_in_whichever_order_they_come() -> None:
    for day in ("2021-07-01", "2020-01-01", "2023-01-01"):
        brought_in(law(day, f"<artikel><kop><nr>1</nr></kop><al>Van {day}.</al></artikel>"))
    found = versions().order_by("valid_from").values_list("valid_from", "valid_until")
    assert list(found) == [
        (date(2020, 1, 1), date(2021, 6, 30)),
        (date(2021, 7, 1), date(2022, 12, 31)),
        (date(2023, 1, 1), None),
    ]


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE toestand [<!ENTITY a "aaaaaaaaaa">]><toestand bwb-id="BWBR0000001">&a;</toestand>'
)
BAD: dict[str, tuple[str | bytes, str, str]] = {
    "nothing": ("", "leeg.xml", "soort"),
    "other xml": ("<html><body/></html>", "page.xml", "soort"),
    "bomb": (BOMB, "bomb.xml", "entiteiten"),
    "no law": ("<toestand><wetgeving/></toestand>", "law.xml", "geen toestand"),
    "no ecli": ("<open-rechtspraak/>", "case.xml", "ECLI"),
    "no article": ("# Titel\n\ntekst", "BWBV0000001/README.md", "geen verdrag"),
    "bytes": (b"<toestand \xff\xfe\x00", "law.xml", "geen toestand"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_is_refused_with_a_reason_and_leaves_nothing(name: str) -> None:
    text, file_name, word = BAD[name]
    report = brought_in(text, file_name)
    assert report.outcome == Outcome.REFUSED
    assert word in report.reason
    assert not versions().exists()


def test_a_file_of_no_kind_is_passed_over() -> None:
    assert import_source(made("{}", "notes.json")) is None
    assert not ImportReport.objects.exists()


def test_a_law_with_a_fault_is_read_on_and_the_fault_is_told() -> None:
    text = law(
        "2020-01-01", "<artikel><kop><nr>1</nr></kop><al>A & B.</al></artikel><artikel><kop><nr>2</nr></kop></artikel>"
    )
    report = brought_in(text)
    assert report.outcome == Outcome.STORED
    assert report.counts["article"] == 2
    assert report.gaps[0][0].startswith("regel ")


def test_our_own_list_makes_way_for_the_text() -> None:
    load_own_lists()
    convention = Work.objects.get(code="BWBV0002508")
    assert Passage.objects.filter(version__work=convention, version__language="nl").count() == 54
    assert Work.objects.filter(kind="comment").count() == 27
    assert load_own_lists() == 0
    treaty = "##Verdrag\n\n### Artikel  1\n\nEen kind is jong.\n"
    assert brought_in(treaty, "verdrag/BWBV0002508/README.md").outcome == Outcome.STORED
    version = Version.objects.get(work=convention, language="nl")
    assert [one.text for one in version.passages.all()] == ["Een kind is jong."]
    assert load_own_lists() == 0
    convention.refresh_from_db()
    assert convention.short == "IVRK"


def test_technical_information_names_a_work_that_is_here() -> None:
    wti = (
        '<wetstechnische-informatie bwb-id="BWBR0000001"><algemene-informatie><afkortingen><afkorting>Pw</afkorting>'
        "</afkortingen><citeertitel>Proefwet</citeertitel></algemene-informatie></wetstechnische-informatie>"
    )
    assert "nog niet" in brought_in(wti, "wti.xml").gaps[0][1]
    brought_in(law("2020-01-01", "<artikel><kop><nr>1</nr></kop><al>Een.</al></artikel>"))
    brought_in(wti, "wti.xml")
    work = Work.objects.get(code="BWBR0000001")
    assert (work.short, work.title) == ("Pw", "Proefwet")


def test_a_manifest_tells_when_a_state_ended() -> None:
    brought_in(law("2020-01-01", "<artikel><kop><nr>1</nr></kop><al>Een.</al></artikel>"))
    manifest = '<work label="BWBR0000001"><expression label="2020-01-01_0"/><expression label="2020-06-01_0"/></work>'
    brought_in(manifest, "manifest.xml")
    assert versions().get().valid_until == date(2020, 5, 31)
    brought_in(law("2021-01-01", "<artikel><kop><nr>1</nr></kop><al>Later.</al></artikel>"))
    assert versions().get(valid_from="2020-01-01").valid_until == date(2020, 5, 31)  # what was told stays


def test_the_command_walks_folders_and_archives_and_a_bad_file_stops_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import zipfile

    (tmp_path / "a.xml").write_text("<toestand")
    (tmp_path / "note.txt").write_text("niets")
    with zipfile.ZipFile(tmp_path / "b.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "law/BWBR0000001.xml", law("2020-01-01", "<artikel><kop><nr>1</nr></kop><al>Een.</al></artikel>")
        )
        archive.writestr("law/bomb.xml", " " * 10_000_000)
    call_command("import_sources", str(tmp_path))
    told = capsys.readouterr().out
    assert "Files: 1 not recognised, 2 refused, 1 stored" in told
    assert "MB/s" in told
    assert passages().count() == 1


def test_a_run_that_was_cut_off_is_named_by_the_next_one() -> None:
    text = law("2020-01-01", "<artikel><kop><nr>1</nr></kop><al>Een.</al></artikel>")
    report = brought_in(text)
    versions().delete()
    ImportReport.objects.filter(pk=report.pk).update(outcome=Outcome.BEGUN)
    assert brought_in(text).outcome == Outcome.STORED
    report.refresh_from_db()
    assert (report.outcome, "onderbroken" in report.reason) == (Outcome.BROKEN, True)


def test_two_languages_in_one_file_are_two_versions() -> None:
    text = "##Verdrag\n\n####Treaty\n\n### Article  1\n\nOne.\n\n####Verdrag\n\n### Artikel  1\n\nEen.\n"
    brought_in(text, "verdrag/BWBV0000001/README.md")
    found = {one.language: one.passages.get().text for one in versions()}
    assert found == {"en": "One.", "nl": "Een."}
