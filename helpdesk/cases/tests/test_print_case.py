"""Printing: for whom is asked first. For ourselves it is marked and on record; for somebody it passes the door."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from helpdesk.cases.models import Case, Party
from helpdesk.ledger.models import Entry
from tests import cast, inspector
from tests.walk import somebody

pytestmark = pytest.mark.django_db
MOTHER = somebody(name="Maryam Kievit", email="m@example.net", told_contact="yes", told_progress="yes")


def with_mother(**more: Any) -> tuple[Case, Client, str]:
    case, iris = cast.taken(), cast.desk_client("iris")
    iris.post(f"/zaak/{case.code}/persoon/", {**MOTHER, "by_email": "yes", "by_school": "yes", **more})
    with cast.opened("iris", case) as file:
        party = str(Party.objects.get(case=file.case).pk)
    iris.post(f"/zaak/{case.code}/persoon/{party}/schrijven/", {"text": "Dag Maryam.", "subjects": ["progress"]})
    return case, iris, party


def prints(case: Case) -> list[str]:
    return list(Entry.objects.filter(object_id=case.pk, verb="print").values_list("purpose", flat=True))


def test_for_the_file_it_says_so_on_the_paper_and_is_on_record() -> None:
    case, iris, _party = with_mother()
    path = f"/zaak/{case.code}/druk-af/"
    assert f'href="{path}"' in iris.get(f"/zaak/{case.code}/").content.decode()
    assert "buiten het slot" in iris.get(path).content.decode()
    unaware = iris.post(path, {"whom": "dossier"})
    assert (unaware.status_code, prints(case)) == (422, [])
    page = iris.post(path, {"whom": "dossier", "aware": "on"}).content.decode()
    assert "Vertrouwelijk. Alleen voor de helpdesk." in page
    assert cast.STORY in page
    assert "Maryam Kievit" not in page
    assert prints(case) == ["for the file"]


def test_for_one_person_only_her_own_talk() -> None:
    case, iris, party = with_mother()
    with cast.opened("iris", case) as file:
        file.case.messages.update(visible_at="2026-01-01T00:00Z")
    typed = {"whom": party, "channel": "school", "subjects": ["progress"], "aware": "on"}
    page = iris.post(f"/zaak/{case.code}/druk-af/", typed).content.decode()
    sheet = page.partition("<main")[2]
    assert "Dag Maryam." in sheet
    for words in (cast.STORY[:30], "Vertrouwelijk", "Moeder", "jeugd"):
        assert words not in sheet
    assert prints(case) == ["for somebody of it"]


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"channel": "post"}, "Niet afgesproken dat een brief mag."),
        ({"subjects": ["story"]}, "Niet afgesproken dat deze persoon mag weten het verhaal."),
        ({"channel": ""}, "Kies hoe het bij deze persoon komt."),
    ],
)
def test_what_was_not_agreed_does_not_print(more: dict[str, Any], why: str) -> None:
    case, iris, party = with_mother()
    typed = {"whom": party, "channel": "school", "subjects": ["progress"], "aware": "on", **more}
    before = Entry.objects.filter(verb="refuse", purpose="release").count()
    answer = iris.post(f"/zaak/{case.code}/druk-af/", typed)
    assert answer.status_code == 422
    assert why in answer.content.decode()
    assert "Dag Maryam." not in answer.content.decode()
    assert prints(case) == []
    assert Entry.objects.filter(verb="refuse", purpose="release").count() == before + bool(more.get("channel") != "")


def test_another_team_cannot() -> None:
    assert cast.refused("farah", cast.taken(), "druk-af", whom="dossier", aware="on")


def test_paper_is_made_behind_the_door() -> None:
    """What the pages on paper take as a leave is made in one place each, after the door was asked."""
    made = {"PrintedLetter(": "letter.py", "Printed(": "paper.py"}
    for name, home in made.items():
        makers = [
            path.name
            for path in inspector.modules()
            if "tests" not in path.parts and f" {name}" in path.read_text("utf-8").replace("class ", "")
        ]
        assert makers == [home]
    letter = (inspector.HELPDESK / "cases/actions/letter.py").read_text("utf-8").partition("def print_letter")[2]
    assert letter.index("_must_still_be_so(file, content)") < letter.index("PrintedLetter(")
