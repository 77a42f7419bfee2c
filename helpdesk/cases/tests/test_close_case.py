"""Close: one screen; the record stays in the case, one fact without a case goes to the figures."""

from __future__ import annotations

import pytest

from helpdesk.cases.models import Closing, CountedFact, Draft
from tests import cast
from tests.walk import closing

pytestmark = pytest.mark.django_db


def test_it_is_closed_and_counted_without_a_case() -> None:
    case = cast.taken()
    iris = cast.desk_client("iris")
    iris.post(f"/zaak/{case.code}/concept/", {"kind": "close", "text": "half"})
    assert "half</textarea>" in iris.get(f"/zaak/{case.code}/afsluiten/").content.decode()
    assert iris.post(f"/zaak/{case.code}/afsluiten/", closing(text="Goed afgelopen.")).status_code == 302
    with cast.opened("iris", case) as file:
        assert file.case.state == "closed"
        record = file.mine(Closing.objects.get(case=case)).content
        assert record["rights"] == [12]
        assert record["minutes"] == 45
        assert record["signal"] is False
        assert record["note"] == "Goed afgelopen."
        assert not Draft.objects.filter(case=case).exists()
    fact = CountedFact.objects.get()
    assert fact.closed_on.day == 1
    assert {field.name for field in CountedFact._meta.get_fields()} == {"id", "closed_on", "content"}
    assert "Afloop" in iris.get(f"/zaak/{case.code}/").content.decode()
    assert cast.acts(case)[-1] == "close"


def test_a_province_that_nobody_chose_is_not_counted() -> None:
    case, iris = cast.taken(), cast.desk_client("iris")
    page = iris.get(f"/zaak/{case.code}/afsluiten/").content.decode()
    assert '<option value="" selected>Niet bekend</option>' in page
    known = cast.taken(province="zeeland")
    assert '<option value="zeeland" selected>' in iris.get(f"/zaak/{known.code}/afsluiten/").content.decode()


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("help_kinds", [], "Kies welke hulp je gaf."),
        ("outcome", "", "Kies hoe het afliep."),
        ("rights", [], "Kies ten minste een recht."),
        ("minutes", "", "Schat hoeveel minuten het kostte."),
        ("minutes", "veel", "Schrijf een getal."),
        ("minutes", "0", "Een minuut is het minste."),
    ],
)
def test_what_is_missing_is_said_and_the_note_stays(field: str, value: object, sentence: str) -> None:
    case = cast.taken()
    answer = cast.desk_client("iris").post(
        f"/zaak/{case.code}/afsluiten/", closing(text="Mijn tekst", **{field: value})
    )
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert "Mijn tekst" in answer.content.decode()
    assert CountedFact.objects.count() == 0


def test_a_script_is_sent_on() -> None:
    case = cast.taken()
    headers = {"HX-Request": "true"}
    answer = cast.desk_client("iris").post(f"/zaak/{case.code}/afsluiten/", closing(), headers=headers)
    assert answer.headers["HX-Redirect"] == "/"


def test_another_team_cannot() -> None:
    assert cast.refused("farah", cast.taken(), "afsluiten", **closing())
