"""Note: for colleagues only; never in the mailbox, never in a list."""

from __future__ import annotations

import pytest

from helpdesk.lib.receipts import Receipt
from tests import cast

pytestmark = pytest.mark.django_db


def test_colleagues_read_it_and_the_asker_does_not() -> None:
    receipt = Receipt.new()
    case = cast.taken(receipt=receipt)
    iris = cast.desk_client("iris")
    iris.post(f"/zaak/{case.code}/notitie/", {"text": "Sterkste punt: niemand vroeg haar iets."})
    assert "Sterkste punt" in cast.desk_client("sanne").get(f"/zaak/{case.code}/").content.decode()
    assert "Sterkste punt" not in iris.get("/").content.decode()
    assert cast.letters(receipt) == []
    assert cast.acts(case)[-1] == "note"


def test_a_script_gets_the_notes() -> None:
    case = cast.taken()
    headers = {"HX-Request": "true"}
    answer = cast.desk_client("iris").post(f"/zaak/{case.code}/notitie/", {"text": "Zo"}, headers=headers)
    assert 'id="paneel-notities"' in answer.content.decode()
    assert "Notitie bewaard." in answer.content.decode()


def test_an_empty_note_is_refused_in_its_own_panel() -> None:
    headers = {"HX-Request": "true"}
    answer = cast.desk_client("iris").post(f"/zaak/{cast.taken().code}/notitie/", {"text": ""}, headers=headers)
    assert answer.status_code == 422
    assert "Schrijf eerst iets." in answer.content.decode()
    assert 'id="paneel-gesprek"' not in answer.content.decode()


def test_nulls_are_refused_and_rare_signs_are_kept() -> None:
    case = cast.taken()
    iris = cast.desk_client("iris")
    assert iris.post(f"/zaak/{case.code}/notitie/", {"text": "nul\x00teken"}).status_code == 422
    iris.post(f"/zaak/{case.code}/notitie/", {"text": "𝔗𝔢𝔨𝔰𝔱 مرحبا 👩‍👩‍👧"})
    assert "𝔗𝔢𝔨𝔰𝔱 مرحبا 👩‍👩‍👧" in iris.get(f"/zaak/{case.code}/").content.decode()


def test_another_team_and_the_administrator_cannot() -> None:
    case = cast.taken()
    assert cast.refused("farah", case, "notitie", text="x")
    assert cast.refused("bas", case, "notitie", text="x")
