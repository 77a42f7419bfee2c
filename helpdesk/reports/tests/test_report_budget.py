"""What the pages of a report ask of the databases: no more than the page of a case, however long the report is."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from helpdesk.cases.tests.test_wall_case import wall_up
from helpdesk.directory import reference
from helpdesk.library.tests.shelf import state
from helpdesk.reports import actions
from helpdesk.reports.tests.test_sign_report import signed
from helpdesk.reports.tests.writing_scene import Written, written
from helpdesk.reports.told import FactTold
from tests import cast

pytestmark = pytest.mark.django_db

FACTS, CITED = 8, 19
MOST = 14  # as for the page of a case behind a wall
LAW = "BWBR0088888"
PAGES = (
    "",
    "?hoofdstuk=facts",
    "feiten/",
    "feiten/lijst/",
    "feiten/nieuw/",
    "woorden/",
    "bronnen/",
    "kader/",
    "namen/",
    "toestemming/",
    "voorwaarden/",
    "bijlagen/",
    "nalezen/",
    "deel/facts/",
    "versies/facts/",
)


def filled(made: Written, times: int) -> None:
    """So many facts and citations more, and every condition weighed."""
    conditions = [one.number for one in reference.conditions()]
    outcome = ("Zij blijft", dict.fromkeys(conditions, "poor"), dict.fromkeys(conditions, "Dat staat in het verslag."))
    with cast.opened("iris", made.case, to="write-report") as file:
        given: dict[str, Any] = {"file": file, "report_id": made.id}
        source, first = made.report.facts[0], len(made.report.citations)
        for at in range(FACTS * times):
            told = FactTold(f"Feit {at}.", source.source, source.source_id, source.said_by)
            actions.add_fact(told=told, **given)
        for at in range(CITED * times):
            actions.cite(work=LAW, place=f"artikel={at + first}", **given)
        words = dict.fromkeys(conditions, "Dat staat in het verslag.")
        actions.weigh(now=dict.fromkeys(conditions, "good"), evidence=words, outcomes=[outcome], **given)


def asked(made: Written, path: str) -> list[str]:
    """The statements of one page; a process reads the reference data once a minute, a savepoint is a test's own."""
    client = made.as_("iris")
    with CaptureQueriesContext(connections["default"]) as data, CaptureQueriesContext(connections["keys"]) as keys:
        answer = client.get(f"{made.at}{path}")
        assert answer.status_code == 200, (path, answer.status_code)
        b"".join(answer) if answer.streaming else answer.content
    every = [query["sql"] for query in [*data.captured_queries, *keys.captured_queries]]
    return [sql for sql in every if "directory_reference" not in sql and "SAVEPOINT" not in sql]


def costs(made: Written, paths: tuple[str, ...]) -> dict[str, int]:
    found = {path: asked(made, path) for path in paths}
    for path, sql in found.items():
        assert len(sql) <= MOST, "\n".join([path, *sql])
    return {path: len(sql) for path, sql in found.items()}


def test_a_report_three_times_as_long_costs_no_statement_more() -> None:
    state({str(at): f"Woorden van {at}." for at in range(3 * CITED + 2)}, code=LAW, short="Lange wet")
    made = written()
    filled(made, 1)
    made.look()
    one = costs(made, PAGES)
    filled(made, 2)
    assert len(made.report.facts) == 3 * FACTS + 1
    assert costs(made, PAGES) == one


def test_a_wall_costs_no_more_than_one_statement() -> None:
    made = written()
    open_pages = costs(made, PAGES)
    wall_up(made.case, "iris", "sanne")
    assert {many - open_pages[path] for path, many in costs(made, PAGES).items()} <= {0, 1}


def test_what_was_signed_costs_no_more() -> None:
    made = signed()
    version = made.versions("voice")[0]["id"]
    costs(made, ("", "getekend/", "geef/", "aanvulling/", "terug-uit-word/", "uitkomst/", f"versies/voice/{version}/"))
