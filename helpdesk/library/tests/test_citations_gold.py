"""Against the tags that the editors of the national databank set themselves, and against real numbers of judgments."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks.citations import disputed, folder, measure, rows
from helpdesk.library.citations import Ecli, NotACitation, find, parse


@pytest.fixture
def home() -> Path:
    found = folder()
    if found is None:
        pytest.skip("the references are not on this machine; set HELPDESK_TEST_DATA")
    return found


def test_references_are_found_and_point_where_they_should(home: Path) -> None:
    score = measure(rows(home))
    met = score.exact + score.overlapping
    assert score.exact / score.tagged >= 0.97
    assert met / score.tagged >= 0.97
    assert score.resolved / score.tagged >= 0.97
    national = score.found - score.european
    assert score.exact / national >= 0.96
    assert score.exact / (national - score.disputed) >= 0.97
    assert set(score.untagged) <= disputed().keys(), score.misses


def first_column(home: Path, name: str) -> list[str]:
    return [line.split("\t")[0] for line in (home / name).read_text(encoding="utf-8").splitlines()]


# The year has three figures, or stands where the court should: no ECLI (DOMAIN 7, CIT-11).
NOT_GOOD = {"ECLI:EU:C:200:617)", "ECLI:EU:C:206:323", "ECLI:NL:2012:CRVB:BX6790)", "ECLI:NL:CRVB:001:ZB9147)"}
# In small letters, and so refused by whoever drew up the list; but capitals are optional and the form is right.
NOT_BAD = {"ECLI:DE:BVerfG:2006:ls20061107.1bvl001002", "ECLI:CE:ECHR:2016:l"}


def test_good_numbers_are_found_at_their_beginning(home: Path) -> None:
    missed = {text for text in first_column(home, "ecli_good.txt") if not begins_with_one(text)}
    assert missed == NOT_GOOD


def begins_with_one(text: str) -> bool:
    found = find(text)
    return bool(found) and found[0].start == 0 and isinstance(found[0].citations[0], Ecli)


def test_bad_numbers_are_refused(home: Path) -> None:
    accepted = {text for text in first_column(home, "ecli_bad.txt") if accepts(text)}
    assert accepted == NOT_BAD


def accepts(text: str) -> bool:
    try:
        parse(text)
    except NotACitation:
        return False
    return True


def test_good_and_bad_by_one_measure(home: Path) -> None:
    """Cut off what a sentence left behind them, both lists go to the same parser."""
    good = [text for text in first_column(home, "ecli_good.txt") if not accepts(cleaned(text))]
    assert set(good) == NOT_GOOD
    bad = {cleaned(text) for text in first_column(home, "ecli_bad.txt") if accepts(cleaned(text))}
    assert all(text.startswith(("ECLI:DE:BVerfG:", "ECLI:CE:ECHR:2016:l")) for text in bad)


def cleaned(text: str) -> str:
    """The first word, without the marks of the sentence around it; a colon stays, as it may belong to a sixth part."""
    return re.split(r"[^A-Za-z0-9.:]", text)[0].rstrip(".")
