"""What she agreed to stands in her mailbox. One press and nothing is told by it, from that moment on."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client

from helpdesk.cases import actions
from helpdesk.cases.access import case_for, visit_with
from helpdesk.cases.models import Case, Consent, Party, Withdrawal
from helpdesk.cases.release import NotToBeTold, release
from helpdesk.ledger.models import Entry
from helpdesk.lib import clock
from helpdesk.lib.receipts import Receipt
from helpdesk.lib.row_actor import act_as
from helpdesk.people import consent
from helpdesk.people.consent import Agreed, Band
from helpdesk.people.person import Person
from helpdesk.people.roles import Part
from helpdesk.people.telling import Channel, Choice, Subject
from helpdesk.portal.tests.coming_back import knock, press, words
from tests import cast

pytestmark = pytest.mark.django_db(transaction=True)
LAWYER = Person(
    Part.LAWYER,
    name="Noor de Wit",
    address="Gracht 2",
    told={Subject.CONTACT: Choice.YES, Subject.STORY: Choice.YES},
    channels={Channel.POST: Choice.YES},
)


@pytest.fixture(autouse=True)
def calm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("helpdesk.portal.proof._patience.note", lambda: None)


def agreed(party: Party, **more: Any) -> consent.Consent:
    said: dict[str, Any] = {"purpose": "hulp", "explained": "wie", "language": "nl", "limits": True, "text": "1/12-15"}
    told = {"subjects": frozenset({Subject.STORY}), "agreed": frozenset({Agreed.CHILD}), "band": Band.FROM_12}
    until = {"expires_on": clock.today() + timedelta(days=30)}
    return consent.Consent(party=str(party.pk), **{**said, **told, **until, **more})


def with_a_lawyer() -> tuple[Case, Receipt]:
    receipt = Receipt.new()
    case = cast.taken(receipt=receipt)
    with cast.opened("iris", case, to="record-consent") as file:
        party = actions.add_party(file=file, person=LAWYER)
        actions.record_consent(file=file, agreed=agreed(party))
    return case, receipt


def may_tell(case: Case) -> bool:
    """Whether the door lets a letter with the story go to the lawyer, now."""
    iris = cast.member("iris")
    with act_as(iris.pk):
        file = case_for(iris, case.code, to="write-to-party")
        party = file.mine(Party.objects.get(case=file.case))
        try:
            release(file, to=party, subjects=[Subject.STORY], channel=Channel.POST)
        except NotToBeTold as refusal:
            if "geen toestemming" not in str(refusal):
                raise
            return False
    return True


def text(page: Any) -> str:
    return str(page.content.decode())


def case_page(client: Client, receipt: Receipt) -> Any:
    return press(client, knock(client, words(receipt)), "case")


def test_she_sees_it_stops_it_with_one_press_and_puts_it_back(public_client: Client) -> None:
    case, receipt = with_a_lawyer()
    page = case_page(public_client, receipt)
    for said in ("De advocaat N.W.", "het verhaal", "Ik wil dit niet meer"):
        assert said in text(page), said
    assert "Noor" not in text(page)
    assert may_tell(case)
    step = f"stop:{page.context['agreed'][0]['id']}"
    after = press(public_client, page, step)
    assert not may_tell(case)
    assert "Dit delen we vanaf nu niet meer." in text(after)
    assert after.context["agreed"] == []
    again = press(public_client, after, f"allow:{after.context['stopped']['stop']}")
    assert may_tell(case)
    assert len(again.context["agreed"]) == 1
    with act_as(cast.member("iris").pk):
        assert [verb for verb in cast.acts(case) if verb in {"stop-consent", "allow-again"}] == [
            "stop-consent",
            "allow-again",
        ]


def test_it_is_news_at_the_desk_until_somebody_has_seen_it(public_client: Client) -> None:
    case, receipt = with_a_lawyer()
    page = case_page(public_client, receipt)
    after = press(public_client, page, f"stop:{page.context['agreed'][0]['id']}")
    iris = cast.desk_client("iris")
    assert "De vrager wil iets niet meer delen." in text(iris.get("/"))
    shown = text(iris.get(f"/zaak/{case.code}/"))
    for said in ("De vrager wil dit niet meer:", "Ingetrokken door de vrager", "De vrager trok een toestemming in"):
        assert said in shown, said
    with cast.opened("iris", case) as file:
        row = Consent.objects.get(case=file.case).pk
    assert iris.post(f"/zaak/{case.code}/toestemming/{row}/weg/").status_code == 302
    assert "De vrager wil iets niet meer delen." not in text(iris.get("/"))
    shown = text(iris.get(f"/zaak/{case.code}/"))
    assert "De vrager wil dit niet meer:" not in shown
    assert not may_tell(case)
    press(public_client, after, f"allow:{after.context['stopped']['stop']}")  # seen: it cannot be put back any more
    assert not may_tell(case)
    with cast.opened("iris", case) as file:
        kept = file.mine(Consent.objects.get(case=file.case)).content
    assert (kept["withdrawn_by"], kept["seen_by"]) == ("asker", str(cast.member("iris").pk))
    assert Entry.objects.filter(object_id=case.pk, verb="stop-consent").count() == 1


def test_the_desk_that_goes_on_meanwhile_does_not_bring_it_back(public_client: Client) -> None:
    case, receipt = with_a_lawyer()
    page = case_page(public_client, receipt)
    press(public_client, page, f"stop:{page.context['agreed'][0]['id']}")
    with cast.opened("iris", case, to="note") as file:
        actions.note(file=file, text="Iets anders.")
    assert case_page(public_client, receipt).context["agreed"] == []
    assert not may_tell(case)


def test_there_is_no_moment_between_her_press_and_the_refusal() -> None:
    """The very next question at the door, on another connection, sees what she committed; before that it does not."""
    case, receipt = with_a_lawyer()
    with cast.as_public():
        visit = visit_with(receipt)
        assert visit is not None
        one = (visit.box.status or {})["agreed"][0]["id"]
    assert may_tell(case)
    with cast.as_public():
        assert actions.stop_consent(visit, one) is not None
        assert not connection.in_atomic_block
    assert not may_tell(case)


def test_pressed_twice_and_of_somebody_else_is_nothing(public_client: Client) -> None:
    case, receipt = with_a_lawyer()
    _other, hers = with_a_lawyer()
    foreign = case_page(public_client, hers).context["agreed"][0]["id"]
    page = case_page(public_client, receipt)
    own = page.context["agreed"][0]["id"]
    assert press(public_client, page, f"stop:{foreign}").context["stopped"] is None
    after = press(public_client, page, f"stop:{own}")
    assert press(public_client, page, f"stop:{own}").context["stopped"] is None
    with act_as(cast.member("iris").pk):
        (row,) = Withdrawal.objects.all()
        assert row.case_id == case.pk
    with cast.as_public():
        visit = visit_with(hers)
        assert visit is not None
        assert not Withdrawal.objects.put_back(visit.lookup, visit.box.pk, UUID(after.context["stopped"]["stop"]))
    for nonsense in ("stop:", "stop:x", "allow:x", "allow:"):
        assert press(public_client, after, nonsense).status_code == 200
    assert not may_tell(case)


def test_what_is_over_is_not_shown(public_client: Client) -> None:
    receipt = Receipt.new()
    case = cast.taken(receipt=receipt)
    with cast.opened("iris", case, to="record-consent") as file:
        party = actions.add_party(file=file, person=LAWYER)
        actions.record_consent(file=file, agreed=agreed(party, expires_on=clock.today()))
    assert len(case_page(public_client, receipt).context["agreed"]) == 1
    with clock.at(clock.now() + timedelta(days=1)):
        assert "Dit mogen we delen" not in text(case_page(public_client, receipt))
