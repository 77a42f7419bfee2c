"""Steps that a theme begins with: shown with their days first, then tasks; asked about twice; gone the same day."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.cases.models import Task
from helpdesk.cases.task_list_form import day_of
from helpdesk.directory import agreements, files
from helpdesk.directory.agreements import Step
from helpdesk.lib import clock
from helpdesk.lib.dates import is_working_day
from helpdesk.teams.teams import team_rows
from tests import cast
from tests.walk import closing

HERE = ZoneInfo("Europe/Amsterdam")
FRIDAY = datetime(2026, 4, 24, 11, tzinfo=HERE)


def typed(*steps: str, start: str = "2026-04-24", event: str = "", **more: str) -> dict[str, object]:
    return {
        "lijst": "uithuisplaatsing",
        "start": start,
        "event": event,
        "gezien": f"{start}/{event}",
        "steps": list(steps),
        **more,
    }


def tasks(case: object, who: str = "iris") -> list[dict[str, object]]:
    with cast.opened(who, case) as file:  # type: ignore[arg-type]
        rows = file.open(Task.objects.filter(case=file.case))
        return sorted((dict(row.content) for row in rows), key=lambda one: str(one["text"]))


@pytest.mark.django_db
def test_those_of_the_theme_stand_on_top() -> None:
    with clock.at(FRIDAY):
        case = cast.taken(theme="onderwijs", subtheme="on-toelating")
        page = cast.desk_client("iris").get(f"/zaak/{case.code}/takenlijst/").content.decode()
    assert page.index("Schorsing of verwijdering van school") < page.index("Uithuisplaatsing")
    assert page.count("past bij het thema") == 1


@pytest.mark.django_db
def test_it_is_shown_with_days_and_then_added() -> None:
    with clock.at(FRIDAY):
        case = cast.taken()
        iris = cast.desk_client("iris")
        page = iris.get(f"/zaak/{case.code}/takenlijst/?lijst=uithuisplaatsing").content.decode()
        assert "Ga na of er een plan is om weer naar huis te gaan" in page
        assert "Nog zonder dag" in page
        assert not tasks(case)
        assert iris.post(f"/zaak/{case.code}/takenlijst/", typed("0", "4", "5")).status_code == 302
        rows = tasks(case)
        assert [row["due_on"] for row in rows] == ["2026-04-29", "2026-04-29", "2026-04-24"]
        assert rows[0]["assignee"] == str(cast.member("sanne").pk), "the lead reads along"
        page = iris.get(f"/zaak/{case.code}/").content.decode()
        assert "Haal de lijst Uithuisplaatsing weg" in page
        assert "add-task-list" in cast.acts(case)


@pytest.mark.django_db
def test_other_days_are_looked_at_before_anything_is_added() -> None:
    with clock.at(FRIDAY):
        case = cast.taken()
        iris, path = cast.desk_client("iris"), f"/zaak/{case.code}/takenlijst/"
        sent = typed("0", event="2026-05-20", gezien="2026-04-24/")
        page = iris.post(path, sent)
        assert page.status_code == 200
        assert "opnieuw uitgerekend" in page.content.decode()
        assert "Bereid het kind voor op de zitting" in page.content.decode()
        assert not tasks(case)
        assert iris.post(path, typed("7", "8", event="2026-05-20")).status_code == 302
        # Three working days before: Ascension Day and the equated day after it do not count.
        assert [row["due_on"] for row in tasks(case)] == ["2026-05-13", "2026-05-21"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"steps": []}, "Kies ten minste één stap."),
        ({"steps": ["99"]}, "Kies stappen uit deze lijst."),
        ({"start": "31-11-2026"}, "Deze dag bestaat niet."),
        ({"event": "2126-01-01"}, "Kies een dag binnen twee jaar."),
    ],
)
def test_what_is_wrong_is_said(change: dict[str, object], sentence: str) -> None:
    with clock.at(FRIDAY):
        case = cast.taken()
        sent = {**typed("0"), **change}
        answer = cast.desk_client("iris").post(f"/zaak/{case.code}/takenlijst/", sent)
        assert answer.status_code == 422
        assert sentence in answer.content.decode()
        assert not tasks(case)


@pytest.mark.django_db
def test_twice_is_asked() -> None:
    with clock.at(FRIDAY):
        case = cast.taken()
        iris, path = cast.desk_client("iris"), f"/zaak/{case.code}/takenlijst/"
        assert iris.post(path, typed("0")).status_code == 302
        again = iris.post(path, typed("0"))
        assert again.status_code == 422
        assert "Deze lijst staat al in de zaak." in again.content.decode()
        assert iris.post(path, typed("0", weet="1")).status_code == 302
        assert len(tasks(case)) == 2


@pytest.mark.django_db
def test_closing_asks_about_what_is_open() -> None:
    case = cast.taken()
    iris, today = cast.desk_client("iris"), clock.today().isoformat()
    iris.post(f"/zaak/{case.code}/takenlijst/", typed("0", start=today))
    answer = iris.post(f"/zaak/{case.code}/afsluiten/", closing())
    assert answer.status_code == 422
    assert "Er staat nog een taak open." in answer.content.decode()
    assert "Vraag het kind wat het zelf wil" in answer.content.decode()
    assert iris.post(f"/zaak/{case.code}/afsluiten/", {**closing(), "weet": "1"}).status_code == 302


@pytest.mark.django_db
def test_another_team_cannot() -> None:
    assert cast.refused("farah", cast.taken(), "takenlijst", **typed("0"))


def test_the_lists_are_whole() -> None:
    subthemes = {item.key for item in files.items() if item.list_name == "subtheme"}
    teams = {row.slug for row in team_rows()}
    assert len(agreements.task_lists()) == 6
    for one in agreements.task_lists():
        assert set(one.subthemes) <= subthemes, one.id
        assert one.owner in teams, one.id
        assert one.steps, one.id
        assert all(len(step.text) <= 120 for step in one.steps)
        assert one.event, one.id


@pytest.mark.parametrize("line", ["3 jurist Bel", "x | jurist | Bel op", "3 | directeur | Bel op", "3 | jurist | "])
def test_a_line_that_is_no_step_is_named(line: str) -> None:
    with pytest.raises(ValueError, match="^" + line.strip()[:3].replace("|", r"\|")):
        list(agreements.steps_of(line))


days = st.dates(date(2026, 1, 1), date(2029, 12, 31))


@given(days, st.integers(0, 40), st.integers(0, 40))
def test_steps_before_a_day_lie_before_it_and_no_day_lies_behind_us(event: date, before: int, after: int) -> None:
    with clock.at(datetime(2025, 6, 2, 12, tzinfo=HERE)):
        early = day_of(Step(-before, True, "jurist", "x"), event, event)
        late = day_of(Step(after, True, "jurist", "x"), event, event)
        assert early is not None
        assert late is not None
        assert early <= event <= late
        if before:
            between = sum(is_working_day(early + timedelta(days=plus)) for plus in range((event - early).days))
            assert between == before
    with clock.at(datetime(2030, 6, 3, 12, tzinfo=HERE)):
        assert day_of(Step(-before, True, "jurist", "x"), event, event) == date(2030, 6, 3)
