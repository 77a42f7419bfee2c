"""End a mediation: what came of it, what it brought the child, what comes next. And close a case that had one."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from helpdesk.cases.models import Closing
from helpdesk.lib import clock
from helpdesk.mediation.tests.scene import scene
from tests import cast
from tests.walk import closing

pytestmark = pytest.mark.django_db
END: dict[str, Any] = {"outcome": "partly", "text": "Zij ziet haar broertje soms.", "after": "complaint"}


def test_it_says_what_it_brought_and_the_line_on_the_case_too() -> None:
    made = scene()
    made.do("afsluiten", **END)
    page = made.look()
    assert "Zij ziet haar broertje soms." in page
    assert "een klacht" in page
    assert "Deels gelukt" in made.case_page()
    assert "/standpunt/" not in page, "nothing is offered that cannot be done"
    assert "De bemiddeling is afgesloten." in made.do("standpunt", expect=422, party=made.mother, text="Nog iets")
    assert cast.acts(made.case)[-1] == "end-mediation"


def test_all_kept_is_not_said_while_something_is_open() -> None:
    made = scene()
    assert "Nog niet alle afspraken" in made.do("afsluiten", expect=422, **{**END, "outcome": "kept"})
    (room,) = made.agree((made.worker, "Regelt een ruimte", (clock.today() + timedelta(days=3)).isoformat()))
    assert "Eén afspraak loopt nog." in made.look("afsluiten/")
    page = made.do("afsluiten", expect=422, **{**END, "outcome": "kept"})
    assert "Zij ziet haar broertje soms." in page
    made.do(f"afspraak/{room}", mark="kept", text="Gezien.")
    made.do("afsluiten", **{**END, "outcome": "kept"})
    assert made.talks.ended is not None


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        ("outcome", "Kies hoe het afliep."),
        ("text", "Schrijf wat het het kind bracht"),
        ("after", "Kies wat er nu komt."),
    ],
)
def test_what_is_missing_is_said(field: str, sentence: str) -> None:
    assert sentence in scene().do("afsluiten", expect=422, **{**END, field: ""})


def test_closing_a_case_asks_about_talks_that_run_and_counts_the_kind_of_help() -> None:
    made = scene()
    path = f"/zaak/{made.case.code}/afsluiten/"
    page = made.client.get(path).content.decode()
    assert "Er loopt nog een bemiddeling." in page
    assert 'value="bemiddeling" checked' in page
    refused = made.client.post(path, closing(text="Mijn notitie"))
    assert refused.status_code == 422
    assert "Sluit eerst de bemiddeling af" in refused.content.decode()
    assert "Mijn notitie" in refused.content.decode()
    assert made.client.post(path, closing(knowing="on")).status_code == 302
    with cast.opened("iris", made.case) as file:
        assert "knowing" not in file.mine(Closing.objects.get(case=file.case)).content


def test_closing_a_case_without_talks_asks_nothing() -> None:
    case, iris = cast.taken(), cast.desk_client("iris")
    page = iris.get(f"/zaak/{case.code}/afsluiten/").content.decode()
    assert "loopt nog een bemiddeling" not in page
    assert 'value="bemiddeling" checked' not in page
    made = scene()
    made.do("afsluiten", **END)
    page = made.client.get(f"/zaak/{made.case.code}/afsluiten/").content.decode()
    assert "loopt nog een bemiddeling" not in page
    assert 'value="bemiddeling" checked' in page
