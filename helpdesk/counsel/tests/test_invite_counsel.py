"""A lawyer is invited for one case until a day; her number was looked up; two locks, and ten wrong figures shut one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes, policy
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from helpdesk.cases import actions as cases
from helpdesk.cases.models import Case, Message, Outgoing
from helpdesk.cases.workflow import NotNow
from helpdesk.counsel import actions
from helpdesk.counsel.models import Door, Seat
from helpdesk.counsel.tests.scene import PURPOSE, Hers, Scene, agreed, lawyer
from helpdesk.desk.mail_out import TEXT, send_due
from helpdesk.ledger.models import Entry
from helpdesk.lib import clock, totp
from helpdesk.people.roles import Interest, Part
from helpdesk.people.telling import Channel, Choice
from helpdesk.teams.tests.way_in import with_app
from tests import cast
from tests.crash.post_office import Sink
from tests.walk import Hands

pytestmark = pytest.mark.django_db


def invite(scene: Scene, **more: Any) -> Seat:
    with cast.opened("iris", scene.case, to="invite-counsel") as file:
        until = clock.today() + timedelta(days=30)
        asked = {"party_id": scene.party, "purpose": PURPOSE, "bar": "A1", "until": until, **more}
        return actions.invite_counsel(file=file, **asked)


def test_through_the_page() -> None:
    scene = Scene.of(cast.taken())
    iris = Hands("iris", scene.case)
    assert "Nodig de advocaat uit" in iris.look("advocaat/")
    typed: dict[str, Any] = {"party": str(scene.party), "bar": "A12345", "purpose": PURPOSE, "until": "2020-01-01"}
    iris.do("advocaat", expect=422, **typed)  # nobody looked the number up, and the day has passed
    late = (clock.today() + timedelta(days=91)).isoformat()
    iris.do("advocaat", expect=422, **{**typed, "looked": "on", "until": late})
    iris.do("advocaat", **{**typed, "looked": "on", "until": (clock.today() + timedelta(days=90)).isoformat()})
    with cast.opened("iris", scene.case) as file:
        seat = file.mine(Seat.objects.get(case=scene.case))
        content = seat.content
        mail = file.mine(Outgoing.objects.get(message=content["message"])).content
        code = file.mine(Message.objects.get(pk=content["message"])).content["code"]
    assert content["bar"] == "A12345"
    assert content["bar_by"] == str(cast.member("iris").pk)
    assert (mail["place"], mail["to"]) == ("ophalen", "bakker@example.net")
    assert "{link}" in TEXT
    page = iris.look(f"advocaat/{seat.pk}/")
    assert code in page
    assert "Advocaat M.B." in iris.look()
    assert "invite-counsel" in cast.acts(scene.case)


def test_the_mail_says_nothing_and_its_link_leads_to_her_place(sink: Sink, case: Case) -> None:
    scene = Scene.of(case).invite()
    with clock.at(timezone.now() + timedelta(minutes=2)):
        send_due()
    mail = message_from_bytes(sink.got[0], policy=policy.default)
    text = str(mail.get_content())
    token, code = scene.halves()
    assert f"/ophalen/{token}/" in text
    for word in (code, case.code, "Bakker", "M.B.", PURPOSE, "kind", "advocaat"):
        assert word not in f"{mail['Subject']} {mail['From']} {text}"


def test_first_the_own_key_is_shown_again() -> None:
    scene = Scene.of(cast.taken())
    with_app(cast.member("iris"))
    sent = cast.desk_client("iris").get(f"/zaak/{scene.case.code}/advocaat/")
    assert sent.status_code == 302
    assert "/aanmelden/" in sent["Location"]


@pytest.mark.parametrize(
    ("person", "sentence"),
    [
        ({"part": Part.TEACHER}, "Alleen een advocaat"),
        ({"interest": Interest.AGAINST}, "Alleen een advocaat"),
        ({"email": ""}, "geen e-mailadres"),
        ({"channels": {Channel.EMAIL: Choice.ASK}}, "Vraag eerst"),
        ({"told": {}}, "Niet afgesproken"),
    ],
)
def test_who_is_not_invited(person: dict[str, Any], sentence: str) -> None:
    case = cast.taken()
    with cast.opened("iris", case, to="add-party") as file:
        party = cases.add_party(file=file, person=replace(lawyer(), **person)).pk
    scene = Scene(case, party, agreed(case, party))
    with pytest.raises(NotNow, match=sentence):
        invite(scene)
    assert not Seat.objects.exists()


def test_without_consent_nobody_is_invited() -> None:
    scene = Scene.of(cast.taken())
    with cast.opened("iris", scene.case, to="withdraw-consent") as file:
        cases.withdraw_consent(file=file, consent_id=scene.consent)
    with pytest.raises(NotNow):
        invite(scene)
    assert "refuse" in cast.acts(scene.case)


def test_one_place_at_a_time_and_ninety_days_at_most() -> None:
    scene = Scene.of(cast.taken())
    for days in (0, 91):
        with pytest.raises(NotNow, match="90 dagen"):
            invite(scene, until=clock.today() + timedelta(days=days))
    invite(scene)
    with pytest.raises(NotNow, match="al een plek"):
        invite(scene)
    with pytest.raises(NotNow):
        invite(scene, party_id=uuid4())


def test_two_locks(case: Case) -> None:
    scene = Scene.of(case).invite()
    hers = Hers.of(scene)
    first = hers.client.get(hers.url)
    other = hers.client.get("/ophalen/anything-at-all/")
    assert first.content.replace(hers.token.encode(), b"") == other.content.replace(b"anything-at-all", b"")
    wrong = Hers(hers.token, "appel appel appel appel appel appel").knock().content.decode()
    assert "visit" not in wrong
    begun = hers.knock().content.decode()
    assert "shape-rendering" in begun
    assert "Wat klaarligt" not in hers.post(step="figures", figures="000000").content.decode()
    assert "Wat klaarligt" not in hers.post(step="look").content.decode()  # half a visit goes no further
    assert "Wat klaarligt" in hers.post(step="figures", figures=hers.figures()).content.decode()
    assert scene.place().enrolled
    again = Hers(hers.token, hers.code, secret=hers.secret, last=hers.last)
    assert "shape-rendering" not in again.knock().content.decode()  # the secret is shown once
    used = again.post(step="figures", figures=_of(hers)).content.decode()
    assert "al gebruikt" in used
    assert "Wat klaarligt" in again.post(step="figures", figures=again.figures()).content.decode()


def _of(hers: Hers) -> str:
    return totp.figures(hers.secret, hers.last)


def test_ten_wrong_figures_shut_it_and_are_on_record(case: Case) -> None:
    scene = Scene.of(case).invite()
    hers = Hers.of(scene)
    hers.come_in()
    for _ in range(10):
        hers.knock()
        hers.post(step="figures", figures="12")
    assert "Wat klaarligt" not in hers.come_in().content.decode()
    assert scene.place().shut
    refused = Entry.objects.filter(object_id=case.pk, verb="enter-counsel", result="refused")
    assert refused.count() == 10
    assert "Op slot" in Hands("iris", case).look(f"advocaat/{scene.seat}/")


def test_whoever_does_not_come_within_a_day_is_invited_anew(case: Case) -> None:
    scene = Scene.of(case).invite()
    hers = Hers.of(scene)
    with cast.opened("iris", case):
        Door.objects.filter(seat=scene.seat).update(enrol_until=clock.now() - timedelta(minutes=1))
    assert "visit" not in hers.knock().content.decode()
    assert scene.place().too_late
    invite(scene)


def test_an_older_page_asks_again_and_keeps_what_was_typed(case: Case) -> None:
    scene = Scene.of(case).invite()
    hers = Hers.of(scene)
    hers.come_in()
    hers.visit = "niet van ons"
    page = hers.post(step="filed", body="Rechtbank Den Haag", number="C/09").content.decode()
    assert 'name="body" value="Rechtbank Den Haag"' in page
    assert "te lang open" in page
    kept = {"body": "Rechtbank Den Haag", "number": "C/09"}
    half = hers.post(code=hers.code, **kept)
    assert 'value="Rechtbank Den Haag"' in half.content.decode()
    inside = hers.post(step="figures", figures=hers.figures(), **kept).content.decode()
    assert 'value="Rechtbank Den Haag"' in inside


@pytest.fixture
def case() -> Case:
    return cast.taken()
