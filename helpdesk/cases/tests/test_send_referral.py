"""Hand a referral over: only with consent for this recipient, by a link that opens with the code, or by a call."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from helpdesk.cases import actions
from helpdesk.cases.models import Case, Outgoing, Referral
from helpdesk.cases.release import NotToBeTold
from helpdesk.cases.tests.referring import GOES, agreed, halves, leave, planned, sent, stands, worker
from helpdesk.cases.workflow import NotNow
from helpdesk.lib import clock
from helpdesk.people.hours import parse
from helpdesk.people.referral import How, Status
from helpdesk.people.telling import Channel, Choice
from tests import cast

pytestmark = pytest.mark.django_db


def send(case: Case, referral: Referral) -> None:
    with cast.opened("iris", case, to="send-referral") as file:
        actions.send_referral(file=file, referral_id=referral.pk)


def test_without_consent_nothing_leaves_and_the_page_leads_to_it() -> None:
    case = cast.taken()
    referral, iris = planned(case), cast.desk_client("iris")
    with pytest.raises(NotToBeTold, match="Er is geen toestemming om met de instelling te delen"):
        send(case, referral)
    answer = iris.post(f"/zaak/{case.code}/verwijzing/{referral.pk}/doorgeven/")
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "Er is geen toestemming" in html
    assert f"/zaak/{case.code}/toestemming/?persoon=" in html
    assert GOES in html, "nothing typed is lost"
    with cast.opened("iris", case):
        assert not Outgoing.objects.filter(case=case).exists()
    assert stands(case, referral) == Status.PLANNED


def test_with_consent_it_goes_behind_a_link(public_client: Client) -> None:
    case = cast.taken()
    referral = planned(case)
    agreed(case, referral)
    page = cast.desk_client("iris").get(f"/zaak/{case.code}/verwijzing/{referral.pk}/doorgeven/").content.decode()
    assert GOES in page
    assert "Dit mag nu nog niet" not in page
    assert cast.desk_client("iris").post(f"/zaak/{case.code}/verwijzing/{referral.pk}/doorgeven/").status_code == 302
    token, code = halves(case)
    assert GOES not in public_client.post(f"/bericht/{token}/", {"code": code}).content.decode(), "it has not left yet"
    leave(case)
    shown = public_client.post(f"/bericht/{token}/", {"code": code}).content.decode()
    assert GOES in shown
    assert "Iemand die meegaat" in shown
    for secret in (case.code, "Iris", "Plevier"):
        assert secret not in shown
    assert stands(case, referral) == Status.SENT
    assert "send-referral" in cast.acts(case)


def test_it_goes_once() -> None:
    case = cast.taken()
    referral = sent(case)
    with pytest.raises(NotNow, match="al doorgegeven"):
        send(case, referral)


def test_taken_back_within_the_minute_it_is_planned_again() -> None:
    case = cast.taken()
    referral = planned(case)
    agreed(case, referral)
    send(case, referral)
    with cast.opened("iris", case, to="reply") as file:
        message = Outgoing.objects.get(case=case).message_id
        actions.take_back(file=file, message_id=message)
    assert stands(case, referral) == Status.PLANNED
    send(case, referral)
    assert stands(case, referral) == Status.SENT


def test_who_goes_herself_has_nothing_handed_over() -> None:
    case = cast.taken()
    referral = planned(case, how=How.HERSELF, person=None)
    with pytest.raises(NotNow, match="belt of schrijft zelf"):
        send(case, referral)


def test_a_call_together_asks_the_hours_too() -> None:
    case, home = cast.taken(), ZoneInfo("Europe/Amsterdam")
    person = worker(channels={Channel.CALL: Choice.YES}, hours=parse("ma-vr 9.00-17.00"))
    referral = planned(case, how=How.WARM, person=person)
    agreed(case, referral)
    with clock.at(datetime(2026, 12, 1, 20, tzinfo=home)), pytest.raises(NotToBeTold, match="Niet nu"):
        send(case, referral)
    with clock.at(datetime(2026, 12, 1, 10, tzinfo=home)):
        send(case, referral)
    assert stands(case, referral) == Status.SENT
    with cast.opened("iris", case):
        assert not Outgoing.objects.filter(case=case).exists()


def test_the_name_of_somebody_who_may_know_nothing_does_not_go_along() -> None:
    case = cast.taken()
    with cast.opened("iris", case, to="add-party") as file:
        actions.add_party(file=file, person=worker(name="Henk Kwikstaart", email="h@example.net", told={}))
    referral = planned(case, text="Kwikstaart woont daar.")
    agreed(case, referral)
    with pytest.raises(NotNow, match="Haal die weg"):
        send(case, referral)


def test_another_team_cannot() -> None:
    case = cast.taken()
    referral = planned(case)
    assert cast.refused("farah", case, f"verwijzing/{referral.pk}/doorgeven")
