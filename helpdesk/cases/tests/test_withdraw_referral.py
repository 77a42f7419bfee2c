"""Withdraw a referral: its link opens nothing from that moment on."""

from __future__ import annotations

import pytest
from django.test import Client

from helpdesk.cases import actions
from helpdesk.cases.models import Consent, Handout, Outgoing, Task
from helpdesk.cases.tests.referring import GOES, agreed, by_the_worker, halves, planned, sent, stands
from helpdesk.cases.workflow import NotNow
from helpdesk.lib import clock
from helpdesk.people.referral import Status
from helpdesk.vault.models import MailboxKey
from tests import cast

pytestmark = pytest.mark.django_db


def test_the_link_is_shut_at_once(public_client: Client) -> None:
    case = cast.taken()
    referral = sent(case)
    token, code = halves(case)
    assert GOES in public_client.post(f"/bericht/{token}/", {"code": code}).content.decode(), "the control"
    with cast.opened("iris", case):
        key = Handout.objects.get(case=case).key_id
    answer = cast.desk_client("iris").post(
        f"/zaak/{case.code}/verwijzing/{referral.pk}/intrekken/", {"note": "Zij wil niet"}
    )
    assert answer.status_code == 302
    assert GOES not in public_client.post(f"/bericht/{token}/", {"code": code}).content.decode()
    assert not MailboxKey.objects.filter(key_id=key).exists()
    assert stands(case, referral) == Status.WITHDRAWN
    assert cast.acts(case)[-1] == "withdraw-referral"
    with cast.opened("iris", case, to="withdraw-referral") as file, pytest.raises(NotNow, match="al klaar"):
        actions.withdraw_referral(file=file, referral_id=referral.pk)


def test_what_has_not_left_does_not_leave() -> None:
    case = cast.taken()
    referral = planned(case)
    agreed(case, referral)
    with cast.opened("iris", case, to="send-referral") as file:
        actions.send_referral(file=file, referral_id=referral.pk)
        actions.withdraw_referral(file=file, referral_id=referral.pk)
    by_the_worker()
    with cast.opened("iris", case):
        assert not Outgoing.objects.filter(case=case).exists()


def test_when_the_consent_is_withdrawn_the_page_asks_to_shut_the_link() -> None:
    case, iris = cast.taken(), cast.desk_client("iris")
    sent(case)
    assert "dan opent de link niets meer" not in iris.get(f"/zaak/{case.code}/").content.decode()
    with cast.opened("iris", case, to="withdraw-consent") as file:
        actions.withdraw_consent(file=file, consent_id=Consent.objects.get(case=case).pk)
    assert "dan opent de link niets meer" in iris.get(f"/zaak/{case.code}/").content.decode()


def test_its_reminder_is_ticked_off() -> None:
    case = cast.taken()
    referral = planned(case, remind_on=clock.today())
    with cast.opened("iris", case, to="withdraw-referral") as file:
        actions.withdraw_referral(file=file, referral_id=referral.pk)
        assert file.mine(Task.objects.get(case=case)).content["done_at"]
    with cast.opened("iris", case) as file:
        assert file.case.summary.get("task") is None


def test_another_team_cannot() -> None:
    case = cast.taken()
    assert cast.refused("farah", case, f"verwijzing/{planned(case).pk}/intrekken")
