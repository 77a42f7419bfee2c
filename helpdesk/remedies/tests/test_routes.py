"""Routes of complaint say what the list of terms says, and nothing that it does not."""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path

import pytest

from helpdesk.directory.files import items
from helpdesk.remedies.routes import Rule, checked_on, route, routes

TERMS = Path(__file__).parents[1] / "data" / "terms.csv"
NUMBER = re.compile(r"(\d+) (dag|weken|week|maand|jaar)")
KNOWN = re.compile(r"(\d+) (day|week|month|year)")
UNITS = {"dag": "day", "week": "week", "weken": "week", "maand": "month", "jaar": "year"}


def every_rule() -> list[Rule]:
    return [rule for one in routes() for rule in one.rules]


def term(row_id: str) -> dict[str, str]:
    with TERMS.open(encoding="utf-8") as rows:
        return next(row for row in csv.DictReader(rows) if row["id"] == row_id)


@pytest.mark.parametrize("rule", every_rule(), ids=lambda rule: rule.rule)
def test_a_rule_says_what_its_row_says(rule: Rule) -> None:
    row = term(rule.rule)
    assert rule.confidence == row["confidence"]
    assert row["article"].split("(")[0] in rule.law
    said = {(count, UNITS[unit]) for count, unit in NUMBER.findall(rule.says)}
    known = {(row["length"], row["unit"])} if row["length"] else set()
    known |= set(KNOWN.findall(f"{row['exceptions']} {row['extension_rule']}"))
    assert said <= known
    assert bool(said) == bool(row["length"])


def test_nothing_that_we_are_not_sure_of_is_offered() -> None:
    assert {rule.confidence for rule in every_rule()} == {"verified"}


def test_the_bodies_are_in_the_directory() -> None:
    known = {item.key for item in items() if item.list_name == "institution"}
    assert {body for one in routes() for body in [*one.bodies, one.helper] if body} <= known


def test_there_is_a_day_on_which_somebody_looked() -> None:
    assert checked_on() <= date.today()  # noqa: DTZ011 - a calendar day
    with pytest.raises(KeyError):
        route("tovenaar")
