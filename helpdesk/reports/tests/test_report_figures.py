"""The page of the figures across reports: for every jurist, of nobody, the same cost with many."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext
from psycopg.types.json import Jsonb

from helpdesk.reports.counted import Counted, Norm
from helpdesk.reports.figures import figures, kept
from helpdesk.reports.followup import Dealt, Result
from tests import cast

pytestmark = pytest.mark.django_db(transaction=True)
TWELVE, NINE = Norm("BWBV0002508", "artikel=12"), Norm("BWBV0002508", "artikel=9")
NAMES = {TWELVE: "art. 12 IVRK", NINE: "art. 9 IVRK"}
PAGE = "/rapportages/uitkomsten/"


def told(norm: Norm, word: Dealt, times: int, at: str = "court", *, signal: bool = False) -> list[Counted]:
    return [Counted(at, Result.GRANTED, {norm: word}, signal, False)] * times


def shown(owner_cursor: Callable[[str], Any], year: int, reports: list[Counted]) -> None:
    """As the owner makes them."""
    with owner_cursor("default") as cursor:
        row = [year, Jsonb(kept(figures(year, reports), NAMES))]
        cursor.execute("INSERT INTO reports_reportfigures (year, content) VALUES (%s, %s)", row)


def page(who: str = "iris") -> str:
    answer = cast.desk_client(who).get(PAGE)
    assert answer.status_code == 200
    return str(answer.content.decode()).replace("\N{NO-BREAK SPACE}", " ")


def test_without_figures_the_page_says_so_and_not_how_many_are_missing() -> None:
    found = page()
    assert "Er zijn nog geen cijfers." in found
    assert "minder dan 5" not in found.split("Hoe deze cijfers")[0]
    assert PAGE in cast.desk_client("iris").get("/rapportages/").content.decode()


def test_each_right_with_its_classes_and_its_page_in_the_library(owner_cursor: Callable[[str], Any]) -> None:
    reports = told(TWELVE, Dealt.FOLLOWED, 13, signal=True) + told(TWELVE, Dealt.SILENT, 4)
    reports += told(NINE, Dealt.NOT_FOLLOWED, 6, "objection") + told(NINE, Dealt.SILENT, 3, "court")
    shown(owner_cursor, 2025, reports)
    found = page()
    for words in ("10 tot en met 14", "5 tot en met 9", "minder dan 5", "Beroep bij de rechtbank", "Bezwaar"):
        assert words in found
    assert 'href="/bronnen/bron/BWBV0002508/~/artikel=12/"><bdi>art. 12 IVRK</bdi></a>: <b>ten minste 10' in found
    assert found.count("art. 9 IVRK") == 1, "before the court it was named three times, which is not told"
    for number in (">13<", ">6<", ">17<", ">4<"):
        assert number not in found


def test_a_year_with_too_few_is_as_a_year_without(owner_cursor: Callable[[str], Any]) -> None:
    empty = page()
    shown(owner_cursor, 2025, told(TWELVE, Dealt.FOLLOWED, 4))
    assert _main(page()) == _main(empty)


def test_everybody_sees_the_same_and_who_sees_no_list_sees_nothing(owner_cursor: Callable[[str], Any]) -> None:
    shown(owner_cursor, 2025, told(TWELVE, Dealt.FOLLOWED, 5))
    assert _main(page("iris")) == _main(page("farah"))
    assert cast.desk_client("bas").get(PAGE).status_code in {302, 403, 404}


def test_it_costs_the_same_with_many(owner_cursor: Callable[[str], Any]) -> None:
    for year in range(2000, 2026):
        shown(owner_cursor, year, told(TWELVE, Dealt.FOLLOWED, 5))
    client = cast.desk_client("iris")
    client.get(PAGE)  # the first page of a session costs more
    with CaptureQueriesContext(connections["default"]) as data, CaptureQueriesContext(connections["keys"]) as keys:
        assert client.get(PAGE).content.decode().count('<h2 id="jaar-') == 26
    assert len(data) + len(keys) <= 8


def _main(found: str) -> str:
    return found.split("<main")[1].split("</main>")[0]
