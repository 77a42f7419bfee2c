"""A case of a call: with the team at once, her words as its first message, and nobody has a code."""

from __future__ import annotations

import pytest
from django.test import Client

from helpdesk.cases import actions
from helpdesk.cases.models import Case
from helpdesk.cases.workflow import NotNow
from helpdesk.ledger.models import Entry
from helpdesk.lib.row_actor import act_as
from helpdesk.vault.models import WrappedKey
from tests import cast

pytestmark = pytest.mark.django_db


def made(client: Client, who: str = "iris", team: str = "jeugdhulp", **typed: str) -> Case:
    contact_id = cast.log_contact(who, **typed)
    answer = client.post(f"/contact/{contact_id}/zaak/", cast.sheet(team=team, **typed))
    assert answer.status_code == 302, answer.content.decode()
    sees = {"jeugdhulp": "iris", "migratie": "farah"}[team]
    with act_as(cast.member(sees).pk):
        return Case.objects.get(contacts=contact_id)


def test_it_is_hers_and_says_what_was_asked() -> None:
    iris = cast.desk_client("iris")
    case = made(iris, hours_from="16:00", hours_to="17:30", care="Vraag naar school", code_word="pinguïn")
    page = iris.get(f"/zaak/{case.code}/").content.decode()
    assert page.count("Mag ik bij mijn oma wonen?") == 1
    assert "Dat zoeken we uit." in page
    assert "Bellen kan tussen 16.00 en 17.30. Vraag naar school" in page
    assert "die is er niet" in page
    assert "De vrager heeft nog geen code om je antwoord te lezen." in page
    assert 'id="antwoord-tekst"' not in page
    assert "pinguïn" not in page
    assert "pinguïn" in iris.post(f"/zaak/{case.code}/codewoord/").content.decode()
    assert case.state == "team"
    assert WrappedKey.objects.get(key_id=case.key_id).recipient.startswith("desk:")
    assert cast.acts(case)[0] == "make-case"
    assert case.code in iris.get("/").content.decode()


def test_an_answer_by_code_is_refused_with_the_reason() -> None:
    case = made(cast.desk_client("iris"))
    with cast.opened("iris", case, to="reply") as file, pytest.raises(NotNow, match="geen code"):
        actions.reply(file=file, text="Dag")


def test_a_draft_in_it_is_kept_without_a_look() -> None:
    iris = cast.desk_client("iris")
    case = made(iris)
    before = cast.looks(case)
    assert iris.post(f"/zaak/{case.code}/concept/", {"kind": "note", "text": "Nog even"}).status_code == 204
    assert cast.looks(case) == before
    assert "Nog even" in iris.get(f"/zaak/{case.code}/").content.decode()


def test_intake_gives_it_to_any_team_and_sees_it_no_more() -> None:
    mo = cast.desk_client("mo")
    case = made(mo, "mo", team="migratie")
    assert mo.get(f"/zaak/{case.code}/").status_code == 404
    assert "Mag ik bij mijn oma wonen?" in cast.desk_client("farah").get(f"/zaak/{case.code}/").content.decode()


def test_a_jurist_chooses_among_her_own_teams_and_something_was_asked() -> None:
    iris, contact_id = cast.desk_client("iris"), cast.log_contact("iris")
    elsewhere = iris.post(f"/contact/{contact_id}/zaak/", cast.sheet(team="migratie"))
    assert (elsewhere.status_code, "Kies een team." in elsewhere.content.decode()) == (422, True)
    silent = iris.post(f"/contact/{contact_id}/zaak/", cast.sheet(team="jeugdhulp", asked=""))
    assert "Schrijf eerst wat er gevraagd is." in silent.content.decode()
    assert "Dat zoeken we uit." in silent.content.decode()


def test_twice_is_once() -> None:
    iris, contact_id = cast.desk_client("iris"), cast.log_contact("iris")
    assert iris.post(f"/contact/{contact_id}/zaak/", cast.sheet(team="jeugdhulp")).status_code == 302
    assert iris.post(f"/contact/{contact_id}/zaak/", cast.sheet(team="jeugdhulp")).status_code == 422
    assert Entry.objects.filter(verb="make-case").count() == 1
