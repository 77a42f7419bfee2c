"""A letter of complaint: begun with the child's own words, given behind the door out, kept as it left."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest
from django.db import ProgrammingError, transaction

from helpdesk.cases import actions
from helpdesk.cases.models import Case, Complaint, GivenFile
from helpdesk.people.person import Person
from helpdesk.people.roles import Part
from helpdesk.people.telling import Channel, Choice, Subject
from tests import cast

pytestmark = pytest.mark.django_db
LETTER = {"route": "instelling", "voice": "child", "body": "De Kade", "about": "mijn telefoon", "happened": "Afgepakt."}


def written(case: Case, **more: Any) -> Complaint:
    answer = cast.desk_client("iris").post(f"/zaak/{case.code}/klacht/", {**LETTER, **more})
    assert answer.status_code == 302, answer.content.decode()[:3000]
    with cast.opened("iris", case):
        row: Complaint = Complaint.objects.get(case=case)
    return row


def given(case: Case) -> list[GivenFile]:
    with cast.opened("iris", case) as file:
        rows = file.open(GivenFile.objects.filter(case=case))
    return sorted(rows, key=lambda row: str(row.content["name"]), reverse=True)


def somebody(case: Case, **told: Choice) -> str:
    person = Person(
        Part.PARENT, told={Subject(one): choice for one, choice in told.items()}, channels={Channel.POST: Choice.YES}
    )
    with cast.opened("iris", case, to="add-party") as file:
        return str(actions.add_party(file=file, person=person).pk)


def test_it_begins_with_the_words_of_whoever_asked() -> None:
    case = cast.taken(text="Ze pakten mijn telefoon af.")
    page = cast.desk_client("iris").get(f"/zaak/{case.code}/klacht/").content.decode()
    assert "Ze pakten mijn telefoon af." in page
    assert "Jeugdwet art. 4.2.1" in page
    assert "BWBR0034925" in page, "each rule has its source"


def test_a_letter_to_nobody_keeps_what_was_typed() -> None:
    case = cast.taken()
    answer = cast.desk_client("iris").post(f"/zaak/{case.code}/klacht/", {**LETTER, "body": ""})
    assert answer.status_code == 422
    assert "Schrijf de naam van de instelling op." in answer.content.decode()
    assert "Afgepakt." in answer.content.decode()


def test_what_is_given_is_kept_byte_for_byte_and_fetched_from_there() -> None:
    case, iris = cast.taken(), cast.desk_client("iris")
    row = written(case)
    assert (
        iris.post(f"/zaak/{case.code}/klacht/{row.pk}/meegeven/", {"to": "asker", "channel": "post"}).status_code == 302
    )
    pdf, word = given(case)
    assert pdf.data[:5] == b"%PDF-"
    assert word.data[:2] == b"PK"
    fetched = iris.get(f"/zaak/{case.code}/meegegeven/{pdf.pk}/")
    assert fetched.content == pdf.data
    assert hashlib.sha256(fetched.content).hexdigest() == pdf.content["digest"]
    assert pdf.content["digest"] in iris.get(f"/zaak/{case.code}/").content.decode()
    assert cast.acts(case)[-2:] == ["give-complaint", "see-given-file"]
    written_again = iris.post(f"/zaak/{case.code}/klacht/{row.pk}/", {**LETTER, "happened": "Iets anders."})
    assert written_again.status_code == 302
    assert given(case)[0].data == pdf.data, "a letter that changes does not change what left"


def test_what_was_given_cannot_be_changed_by_this_program() -> None:
    case = cast.taken()
    row = written(case)
    cast.desk_client("iris").post(f"/zaak/{case.code}/klacht/{row.pk}/meegeven/", {"to": "asker", "channel": "post"})
    with cast.opened("iris", case), pytest.raises(ProgrammingError), transaction.atomic():
        GivenFile.objects.filter(case=case).update(created_on="2020-01-01")


def test_who_may_not_know_the_story_does_not_get_the_letter() -> None:
    case, iris = cast.taken(), cast.desk_client("iris")
    row, mother = written(case), somebody(case, contact=Choice.YES)
    answer = iris.post(f"/zaak/{case.code}/klacht/{row.pk}/meegeven/", {"to": mother, "channel": "post"})
    assert answer.status_code == 422
    assert "Niet afgesproken dat deze persoon mag weten het verhaal." in answer.content.decode()
    assert given(case) == []
    other = somebody(case, contact=Choice.YES, story=Choice.YES)
    assert (
        iris.post(f"/zaak/{case.code}/klacht/{row.pk}/meegeven/", {"to": other, "channel": "school"}).status_code == 422
    )
    assert (
        iris.post(f"/zaak/{case.code}/klacht/{row.pk}/meegeven/", {"to": other, "channel": "post"}).status_code == 302
    )
    assert len(given(case)) == 2


def test_another_team_finds_no_letter() -> None:
    case = cast.taken()
    row = written(case)
    for path in ("klacht", f"klacht/{row.pk}", f"klacht/{row.pk}/meegeven"):
        assert cast.refused("farah", case, path, to="asker", channel="post", **LETTER)


def test_a_forgotten_case_leaves_no_letter() -> None:
    case = cast.taken()
    row = written(case)
    cast.desk_client("iris").post(f"/zaak/{case.code}/klacht/{row.pk}/meegeven/", {"to": "asker", "channel": "post"})
    with cast.opened("sanne", case, to="forget-case") as file:
        actions.forget_case(file=file)
    assert not Complaint.objects.exists()
    assert not GivenFile.objects.exists()
