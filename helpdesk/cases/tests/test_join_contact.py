"""Joining: to a case that she may open; from then on whoever sees the case sees the moment, and nobody else."""

from __future__ import annotations

import time
from uuid import UUID

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from helpdesk.cases.models import Case, Conflict
from helpdesk.directory import reference
from helpdesk.ledger.models import Entry
from helpdesk.lib.case_codes import new_code
from helpdesk.lib.row_actor import act_as
from helpdesk.vault.models import WrappedKey
from tests import cast

pytestmark = pytest.mark.django_db


def join(client: Client, case: Case, who: str = "iris", **typed: str) -> str:
    contact_id = cast.log_contact(who, **typed)
    answer = client.post(f"/contact/{contact_id}/koppelen/", cast.sheet(code=case.code.lower(), **typed))
    assert answer.status_code == 302, answer.content.decode()
    return str(contact_id)


def test_it_stands_on_the_case_page_and_both_ends_are_on_record() -> None:
    case, iris = cast.taken(), cast.desk_client("iris")
    contact_id = join(iris, case, agreed="Donderdag bellen")
    page = iris.get(f"/zaak/{case.code}/").content.decode()
    for words in ("Mag ik bij mijn oma wonen?", "Dat zoeken we uit.", "Donderdag bellen", "Kind zelf, belde"):
        assert words in page
    assert cast.acts(case)[-1] == "join-contact"
    assert Entry.objects.filter(object_id=contact_id, verb="join-contact").exists()
    assert "Mag ik bij mijn oma wonen?" in cast.desk_client("sanne").get(f"/zaak/{case.code}/").content.decode()


def test_another_teams_case_and_no_case_are_one_sentence_and_a_refusal() -> None:
    iris, contact_id = cast.desk_client("iris"), cast.log_contact("iris")
    before = Entry.objects.filter(verb="refuse").count()
    for code in (cast.taken(by="farah", team="migratie").code, new_code()):
        answer = iris.post(f"/contact/{contact_id}/koppelen/", cast.sheet(code=code))
        assert answer.status_code == 422
        assert "Deze zaak is er niet, of je kunt er niet bij." in answer.content.decode()
        assert "Mag ik bij mijn oma wonen?" in answer.content.decode()
    assert Entry.objects.filter(verb="refuse").count() == before + 2
    nonsense = iris.post(f"/contact/{contact_id}/koppelen/", cast.sheet(code="die van oma"))
    assert "Dit is geen code van een zaak." in nonsense.content.decode()


def test_who_knows_the_family_loses_the_call_that_she_took_herself() -> None:
    case, iris = cast.taken(), cast.desk_client("iris")
    contact_id = join(iris, case)
    assert iris.get(f"/telefoon/{contact_id}/").status_code == 200
    with act_as(cast.member("iris").pk):
        Conflict(case=case, member=cast.member("iris")).save(force_insert=True)
    assert iris.get(f"/telefoon/{contact_id}/").status_code == 404
    assert iris.post(f"/contact/{contact_id}/", cast.sheet()).status_code == 404


def test_forgetting_the_case_destroys_the_moments_key_too() -> None:
    case = cast.taken()
    contact_id = join(cast.desk_client("iris"), case)
    key_id = cast.contact("iris", UUID(contact_id)).key_id
    sanne = cast.desk_client("sanne")
    session = sanne.session
    session["account_authentication_methods"] = [{"method": "mfa", "type": "totp", "at": time.time()}]
    session.save()
    assert WrappedKey.objects.filter(key_id=key_id).exists()
    assert sanne.post(f"/zaak/{case.code}/wissen/", {"code": case.code}).status_code == 302
    assert not WrappedKey.objects.filter(key_id=key_id).exists()
    assert sanne.get(f"/telefoon/{contact_id}/").status_code == 404


def test_the_case_page_costs_the_same_with_twenty() -> None:
    case, iris = cast.taken(), cast.desk_client("iris")

    def cost() -> int:
        reference.themes()
        with CaptureQueriesContext(connections["default"]) as data, CaptureQueriesContext(connections["keys"]) as keys:
            assert iris.get(f"/zaak/{case.code}/").status_code == 200
        found = [*data.captured_queries, *keys.captured_queries]
        return len([one for one in found if "SAVEPOINT" not in one["sql"]])

    none = cost()
    for _ in range(20):
        join(iris, case)
    iris.get(f"/zaak/{case.code}/")  # what was said twenty times is said here
    assert cost() == none <= 12
