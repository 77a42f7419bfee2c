"""All deadlines by day and as a month: what one may see, in a constant number of statements, without a name."""

from __future__ import annotations

from datetime import date

import pytest

from helpdesk.deadlines.month import beside, month_from, weeks
from helpdesk.deadlines.tests.scene import Scene, away, scene, soon
from helpdesk.deadlines.tests.test_take_over_deadline import NOBODY
from helpdesk.lib import clock
from helpdesk.mediation.tests.test_with_its_case import cost as cost_of
from tests import cast

pytestmark = pytest.mark.django_db


def cost(made: Scene, path: str) -> int:
    return cost_of(made, path)  # type: ignore[arg-type]


def order(page: str, *urls: str) -> list[str]:
    return sorted((url for url in urls if url in page), key=page.index)


def test_the_nearest_safe_day_on_top_and_only_what_one_sees() -> None:
    late, early, theirs = scene(), scene(), scene(case=cast.taken(by="farah", team="migratie"))
    late.by_hand(soon(40))
    early.set()
    theirs.client = cast.desk_client("farah")
    form = {"what": "Anders", "last": soon(5).isoformat(), "source": "Brief", "text": "Dat staat zo in de brief zelf."}
    farah = str(cast.member("farah").pk)
    assert theirs.client.post(f"{theirs.at}met-de-hand/", {**form, "owner": farah}).status_code == 302
    page = late.look(path="/termijnen/")
    assert order(page, late.url, early.url) == [early.url, late.url]
    assert theirs.case.code not in page
    assert late.case.code not in theirs.client.get("/termijnen/").content.decode()


def test_the_four_lists() -> None:
    mine, hers = scene(), scene()
    mine.by_hand(soon(5))
    hers.by_hand(soon(6), owner="sanne")
    mine.confirm()

    def shows(toon: str, who: str = "iris") -> set[str]:
        page = mine.look(who, f"/termijnen/?toon={toon}")
        return {one.case.code for one in (mine, hers) if one.url in page}

    both = {mine.case.code, hers.case.code}
    assert shows("team") == both
    assert shows("me") == {mine.case.code}
    assert shows("unread") == {hers.case.code}
    assert shows("nobody") == set()
    away("sanne")
    assert shows("nobody") == {hers.case.code}
    assert NOBODY in mine.look(path="/termijnen/?toon=nobody")
    assert shows("nonsense") == both


def test_lists_cost_the_same_at_one_and_at_twelve() -> None:
    made = scene()
    made.by_hand(soon(2))
    paths = ("/termijnen/", "/termijnen/?toon=me", "/termijnen/maand/", "/", "/te-laat/")
    for path in paths[:-1]:
        made.client.get(path)
    one = {path: cost(made, path) for path in paths[:-1]}
    for _ in range(11):
        scene(case=cast.taken()).by_hand(soon(3))
    assert {path: cost(made, path) for path in paths[:-1]} == one
    assert all(number <= 8 for path, number in one.items() if path != "/"), one
    assert one["/"] <= 12


def test_the_page_of_one_is_bounded_and_the_case_costs_no_more() -> None:
    made = scene()
    path = f"/zaak/{made.case.code}/"
    made.client.get(path)
    without = cost(made, path)
    made.set()
    made.client.get(path)
    assert cost(made, path) == without <= 12
    assert cost(made, made.url) <= 12
    assert "Veilige dag:" in made.look(path=path)


def test_the_month_holds_both_days_and_names_holidays() -> None:
    made = scene()
    made.by_hand(soon(3))
    page = made.look(path=f"/termijnen/maand/?maand={made.deadline.last:%Y-%m}")
    assert page.count(made.url) >= 1
    assert "laatste dag" in page
    assert "Reactie" not in page, "codes and words only"
    december = made.look(path="/termijnen/maand/?maand=2026-12")
    assert "kerstdag" in december.lower()


def test_a_month_that_cannot_be_read_is_this_one() -> None:
    today = date(2026, 11, 28)
    for typed in ("", "2026-13", "x", "1999-01", "2199-01"):
        assert month_from(typed, today) == date(2026, 11, 1)
    assert beside(date(2026, 12, 1), today) == {"before": date(2026, 11, 1), "after": date(2027, 1, 1)}
    assert len(weeks(date(2027, 2, 1), [])) == 4
    assert clock.today() is not None


def test_an_empty_list_says_where_to_go() -> None:
    made = scene()
    assert "Er loopt geen termijn." in made.look(path="/termijnen/")
    assert "Hier is niets." in made.look(path="/termijnen/?toon=me")


def test_the_worklist_row_shows_a_safe_day_that_is_near() -> None:
    made = scene()
    made.by_hand(soon(1))
    assert "veilige dag" in made.client.get("/").content.decode().partition("krh-list")[2]
