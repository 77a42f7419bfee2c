"""The table of citations: each good one is read and written as it should be, each bad one refused."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from helpdesk.library.citations import Citation, Ecli, Law, NotACitation, Style, parse_all, to_text

with Path(__file__).with_name("citations.csv").open(encoding="utf-8", newline="") as lines:
    ROWS = {row["id"]: row for row in csv.DictReader(lines)}


def canonical(citation: Citation, kind: str) -> str:
    if isinstance(citation, Ecli):
        return citation.code
    return to_text(citation, Style.JCI if kind == "jci" else Style.SHORT)


@pytest.mark.parametrize("row", [row for row in ROWS.values() if row["valid"] == "yes"], ids=lambda row: row["id"])
def test_a_good_one_is_read(row: dict[str, str]) -> None:
    citations = parse_all(row["input"])
    assert "; ".join(canonical(one, row["kind"]) for one in citations) == row["normalised"]


@pytest.mark.parametrize("row", [row for row in ROWS.values() if row["valid"] == "no"], ids=lambda row: row["id"])
def test_a_bad_one_is_refused_with_a_sentence(row: dict[str, str]) -> None:
    with pytest.raises(NotACitation) as refused:
        parse_all(row["input"])
    assert str(refused.value).endswith(".")


def test_the_table_is_whole() -> None:
    assert len(ROWS) == 47


def test_the_parts_of_some() -> None:
    (of_a_book,) = parse_all(ROWS["CIT-24"]["input"])
    assert of_a_book == Law("BWBR0002656", "BW", (("boek", "1"), ("artikel", "264")))
    (considered,) = parse_all(ROWS["CIT-12"]["input"])
    assert isinstance(considered, Ecli)
    assert considered.pinpoint == "3.4"
