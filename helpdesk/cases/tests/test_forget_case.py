"""Forget: the code typed, the own key shown again, then the key is gone for good."""

from __future__ import annotations

import time

import pytest
from django.test import Client

from helpdesk.cases.models import Case, Tombstone
from helpdesk.lib.receipts import Receipt
from helpdesk.teams.tests.way_in import with_app
from helpdesk.vault.models import MailboxKey, WrappedKey
from tests import cast

pytestmark = pytest.mark.django_db


def stepped_up(who: str) -> Client:
    client = cast.desk_client(who)
    session = client.session
    session["account_authentication_methods"] = [{"method": "mfa", "type": "totp", "at": time.time()}]
    session.save()
    return client


def test_the_keys_go_and_a_tombstone_stays() -> None:
    receipt = Receipt.new()
    case = cast.taken(receipt=receipt)
    sanne = stepped_up("sanne")
    page = sanne.get(f"/zaak/{case.code}/wissen/").content.decode()
    assert f"Typ {case.code} om te wissen" in page
    assert page.index("Behoud") < page.index("Wis voorgoed</button>")
    answer = sanne.post(f"/zaak/{case.code}/wissen/", {"code": case.code.lower()}, follow=True)
    assert "De zaak is voorgoed gewist." in answer.content.decode()
    assert not WrappedKey.objects.filter(key_id=case.key_id).exists()
    assert MailboxKey.objects.count() == 0
    assert Tombstone.objects.get().code == case.code
    assert sanne.get(f"/zaak/{case.code}/").status_code == 404
    assert cast.letters(receipt) == []
    assert cast.acts(case)[-1] == "forget"


def test_another_code_wipes_nothing() -> None:
    case = cast.taken()
    answer = stepped_up("sanne").post(f"/zaak/{case.code}/wissen/", {"code": "KR-22222"})
    assert answer.status_code == 422
    assert "Er is niets gewist." in answer.content.decode()
    assert WrappedKey.objects.filter(key_id=case.key_id).exists()


def test_first_the_own_key_is_shown_again() -> None:
    case = cast.taken()
    with_app(cast.member("sanne"))
    answer = cast.desk_client("sanne").post(f"/zaak/{case.code}/wissen/", {"code": case.code})
    assert answer.status_code == 302
    assert "/aanmelden/" in answer.headers["Location"]
    with cast.opened("sanne", case) as file:
        assert isinstance(file.case, Case)


def test_a_jurist_does_not_forget() -> None:
    case = cast.taken()
    assert stepped_up("iris").post(f"/zaak/{case.code}/wissen/", {"code": case.code}).status_code == 404
