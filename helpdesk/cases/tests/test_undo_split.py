"""A split is undone within a day, while nothing happened in the new case: everything back, the new case forgotten."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest

from helpdesk.cases.models import Case, Contact, FamilyLink, Message, Note, Party, Tombstone
from helpdesk.cases.tests.test_move_message import SAID, page, put_back, row_of, with_a_call
from helpdesk.cases.tests.test_split_case import count, split, with_mother
from helpdesk.lib import clock
from helpdesk.vault.models import WrappedKey
from tests import cast

pytestmark = pytest.mark.django_db


def everything(case: Case) -> dict[str, Any]:
    """All rows of the case, opened."""
    with cast.opened("iris", case) as file:
        said = {
            row.pk: (row.content, row.created_on, row.visible_at)
            for row in file.open(Message.objects.filter(case=case))
        }
        notes = {row.pk: (row.content, row.created_on) for row in file.open(Note.objects.filter(case=case))}
        calls = {
            row.pk: (row.course, row.words, row.state) for row in file.open_contacts(Contact.objects.filter(case=case))
        }
        people = {row.pk: row.content for row in file.open(Party.objects.filter(case=case))}
        links = {row.pk: row.content for row in file.open(FamilyLink.objects.filter(case=case))}
        return {"said": said, "notes": notes, "calls": calls, "people": people, "links": links}


def a_case() -> tuple[Case, list[Any], Party]:
    case, call = with_a_call(asked="Over oma.")
    iris = cast.desk_client("iris")
    iris.post(f"/zaak/{case.code}/notitie/", {"text": SAID})
    mother = with_mother(case)
    return case, [call, row_of(case)], mother


def undo(who: str, case: Case) -> Any:
    client = cast.desk_client(who)
    found = re.findall(rf'action="(/zaak/{case.code}/splitsen/[^"]+/terug/)"', page(client, case))
    return client.post(found[0]) if found else None


def test_everything_is_as_it_was() -> None:
    case, rows, mother = a_case()
    before = everything(case)
    other = split(cast.desk_client("iris"), case, rows=rows, people=[mother.pk])
    assert everything(case) != before, "the control"
    assert undo("iris", case).status_code == 302
    assert everything(case) == before
    assert cast.acts(case)[-1] == "undo-split"
    assert cast.acts(other)[-2:] == ["undo-split", "forget"]
    assert Tombstone.objects.get().code == other.code
    assert not WrappedKey.objects.filter(key_id=other.key_id).exists()
    assert count(Party) == 1


def test_not_after_a_day_and_not_when_something_happened() -> None:
    case, rows, _ = a_case()
    iris = cast.desk_client("iris")
    other = split(iris, case, rows=rows)
    address = re.findall(r'action="(/zaak/[^"]+/splitsen/[^"]+/terug/)"', page(iris, case))[0]
    with clock.at(clock.now() + timedelta(hours=25)):
        late = cast.desk_client("iris")
        assert address not in page(late, case)
        assert late.post(address).status_code == 422
    iris.post(f"/zaak/{other.code}/notitie/", {"text": "Hier werken we."})
    refused = undo("iris", case)
    assert refused.status_code == 422
    assert "In de nieuwe zaak is al iets gebeurd." in refused.content.decode()
    assert "Hier werken we." in page(iris, other)
    assert put_back(iris, case).status_code == 302, "each by itself can still be put back"


def test_what_somebody_types_there_is_not_lost() -> None:
    case, rows, _ = a_case()
    iris = cast.desk_client("iris")
    other = split(iris, case, rows=rows)
    assert iris.post(f"/zaak/{other.code}/concept/", {"kind": "note", "text": "Half"}).status_code == 204
    assert undo("iris", case).status_code == 422


def test_who_cannot_reach_the_case_cannot() -> None:
    case, rows, _ = a_case()
    split(cast.desk_client("iris"), case, rows=rows)
    address = re.findall(r'action="(/zaak/[^"]+/splitsen/[^"]+/terug/)"', page(cast.desk_client("iris"), case))[0]
    assert cast.desk_client("farah").post(address).status_code == 404
    assert count(Case) == 2
