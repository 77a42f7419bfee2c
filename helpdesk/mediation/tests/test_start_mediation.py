"""Start a mediation: about a question, for an aim, with people of the case and nobody else."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError

from helpdesk.cases import actions as case_actions
from helpdesk.cases.models import Draft
from helpdesk.lib.ids import new_id
from helpdesk.mediation.models import Step
from helpdesk.mediation.tests.scene import scene
from tests import cast

pytestmark = pytest.mark.django_db


def test_it_stands_on_the_case_and_on_a_page_of_its_own() -> None:
    made = scene()
    page, case = made.look(), made.case_page()
    assert "Bezoek aan haar broertje" in page
    assert "Ik mis hem heel erg." in page[page.index("krh-message--voice") :]
    assert "Nog niet gehoord wat deze persoon wil." in page
    assert f"/bemiddeling/{made.mediation}/" in case
    assert "Net begonnen" in case
    assert cast.acts(made.case)[-1] == "start-mediation"
    assert "Bemiddeling begonnen" in case


def test_nobody_takes_part_who_does_not_stand_around_the_child() -> None:
    made = scene(start=False)
    made.start(expect=422, parties=[str(new_id())])
    made.start(expect=422, parties=["Jan van de gemeente"])
    with cast.opened("iris", made.case, to="remove-party") as file:
        case_actions.remove_party(file=file, party_id=UUID(made.worker))
    made.start(expect=422)
    made.start(parties=[made.mother])
    assert made.talks.parties == [made.mother]


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        ("about", "Schrijf waarover je bemiddelt."),
        ("aim", "Schrijf in één zin wat het voor het kind moet opleveren."),
        ("parties", "Kies met wie je praat."),
        ("started_on", "Kies een dag."),
    ],
)
def test_what_is_missing_is_said_and_her_words_stay(field: str, sentence: str) -> None:
    made = scene(start=False)
    typed = {"about": "x", "aim": "y", "text": "Haar eigen woorden", "parties": [made.mother], "started_on": "nooit"}
    typed[field] = []
    answer = made.client.post(f"/zaak/{made.case.code}/bemiddeling/", typed)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert "Haar eigen woorden" in answer.content.decode()


def test_without_anybody_it_says_what_to_do_first() -> None:
    case = cast.taken()
    page = cast.desk_client("iris").get(f"/zaak/{case.code}/bemiddeling/").content.decode()
    assert "Er staat nog niemand om het kind heen." in page
    assert f"/zaak/{case.code}/persoon/" in page


def test_her_words_are_kept_while_they_are_typed() -> None:
    made = scene(start=False)
    kept = {"kind": "mediation", "text": "Zij zei: ik wil"}
    assert made.client.post(f"/zaak/{made.case.code}/concept/", kept).status_code == 204
    assert "Zij zei: ik wil" in made.client.get(f"/zaak/{made.case.code}/bemiddeling/").content.decode()
    made.start()
    with cast.opened("iris", made.case):
        assert not Draft.objects.filter(case=made.case).exists()


def test_nothing_of_it_lies_in_the_clear_and_nobody_changes_a_step() -> None:
    made = scene()
    with cast.opened("iris", made.case) as file:
        row = Step.objects.get(case=file.case)
        with connection.cursor() as cursor:
            cursor.execute("SELECT content FROM mediation_step")
            assert all(b"broertje" not in bytes(content) for (content,) in cursor.fetchall())
        assert file.mine(row).content["about"] == "Bezoek aan haar broertje", "the control: with the key it opens"
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            row.save()


def test_another_team_finds_none() -> None:
    made = scene()
    farah = cast.desk_client("farah")
    for path in ("", f"{made.mediation}/", f"{made.mediation}/voorstel/"):
        theirs, nobodys = (farah.get(f"/zaak/{code}/bemiddeling/{path}") for code in (made.case.code, "KR-22222"))
        assert theirs.status_code == 404
        assert cast.same_answer(theirs, nobodys)


def test_a_mediation_of_another_case_is_not_there() -> None:
    one, other = scene(), scene()
    answer = one.client.get(f"/zaak/{one.case.code}/bemiddeling/{other.mediation}/")
    assert answer.status_code == 422
    assert "Deze bemiddeling is er niet meer." in answer.content.decode()
    assert "broertje" not in answer.content.decode().partition("<main")[2].partition("krh-case-head__title")[0]


def test_nobody_is_chosen_beforehand() -> None:
    made = scene(start=False)
    page = made.client.get(f"/zaak/{made.case.code}/bemiddeling/").content.decode()
    assert made.mother in page
    assert f'value="{made.mother}" checked' not in page
    assert "checked" not in page[page.index('name="parties"') : page.index('name="lead"')]
