"""A lawyer is reminded of the answer that she owes: twice at most, while her door is open, by a mail without a word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from email import message_from_bytes, policy
from typing import Any

import pytest
from django.utils import timezone

from helpdesk.cases import actions as cases
from helpdesk.cases.models import Outgoing, Party
from helpdesk.cases.workflow import NotNow
from helpdesk.counsel import actions
from helpdesk.counsel.access import reminders_of
from helpdesk.counsel.following import Answer, Used
from helpdesk.counsel.models import Door, Seat
from helpdesk.counsel.reminding import next_reminder
from helpdesk.counsel.tests.scene import PURPOSE, Hers, Scene, given
from helpdesk.desk.mail_out import SUBJECT, send_due
from helpdesk.desk.remind_out import remind_lawyers
from helpdesk.directory import reference
from helpdesk.ledger.models import Entry
from helpdesk.lib import clock
from helpdesk.lib.dates import working_day_before
from helpdesk.people.telling import Channel, Choice
from tests import cast
from tests.crash.post_office import Sink
from tests.walk import Hands

pytestmark = pytest.mark.django_db


@dataclass
class Met(Scene):
    """Something lies ready, and she came in."""

    hers: Hers | None = None


@pytest.fixture
def scene() -> Met:
    scene = Met.of(cast.taken())
    assert isinstance(scene, Met)
    scene.invite(days=40).share()
    scene.hers = Hers.of(scene)
    scene.hers.come_in()
    with clock.at(timezone.now() + timedelta(minutes=2)):
        send_due()
    return scene


def days(scene: Scene) -> list[date]:
    """The two days on which she is reminded."""
    until = scene.place().until
    return [working_day_before(until, reference.own_days(f"counsel-{one}-reminder")) for one in ("first", "last")]


def morning(day: date, hour: int = 10) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))


def worker_at(moment: datetime) -> int:
    """One round of the worker."""
    with clock.at(moment):
        put = remind_lawyers()
        send_due()
    return put


def reminded(scene: Scene) -> int:
    with cast.opened("iris", scene.case) as file:
        return len(reminders_of(file, scene.seat))


@pytest.mark.usefixtures("sink")
def test_twice_at_most_and_each_day_once(scene: Scene) -> None:
    first, last = days(scene)
    assert scene.place().remind_on == first
    assert worker_at(morning(first - timedelta(days=1))) == 0
    assert worker_at(morning(first, hour=8)) == 0  # not in the night
    assert [worker_at(morning(first)), worker_at(morning(first))] == [1, 0]
    assert scene.place().remind_on == last
    assert [worker_at(morning(last)), worker_at(morning(last, hour=15))] == [1, 0]
    assert scene.place().remind_on is None
    assert worker_at(morning(scene.place().until)) == 0
    assert reminded(scene) == 2
    assert cast.acts(scene.case).count("send-counsel-reminder") == 2


def test_the_mail_says_nothing_and_its_link_opens_her_door(scene: Scene, sink: Sink) -> None:
    token, code = scene.halves()
    sink.got.clear()
    assert worker_at(morning(days(scene)[0])) == 1
    mail = message_from_bytes(sink.got[0], policy=policy.default)
    text = str(mail.get_content())
    assert mail["To"] == "bakker@example.net"
    assert mail["Subject"] == SUBJECT
    assert f"/ophalen/{token}/" in text
    plain = f"{mail['Subject']} {mail['From']} {text}".replace(token, "")
    for word in (code, scene.case.code, "Bakker", "M.B.", PURPOSE, "kind", "advocaat", "rapport", "Bezoek", "klacht"):
        assert word not in plain
    page = Hands("iris", scene.case).look(f"advocaat/{scene.seat}/")
    assert "Herinnerd" in page
    assert "verstuurd" in page
    assert "Automatische herinnering" in Hands("iris", scene.case).look()


def hang_up(scene: Scene) -> None:
    with cast.opened("iris", scene.case, to="record-counsel-answer") as file:
        actions.record_counsel_answer(file=file, seat_id=scene.seat, said=Answer(Used.YES))


def answer(scene: Met) -> None:
    assert scene.hers
    page = scene.hers.post(step="result", used="yes", cited="no", followed="no").content.decode()
    assert "Uw antwoord is bij ons" in page


def stop(scene: Scene) -> None:
    with cast.opened("iris", scene.case, to="remind-counsel") as file:
        actions.remind_counsel(file=file, seat_id=scene.seat, wanted=False)


def withdraw(scene: Scene) -> None:
    with cast.opened("iris", scene.case, to="withdraw-consent") as file:
        cases.withdraw_consent(file=file, consent_id=scene.consent)


def change(scene: Scene) -> None:
    """She may not be mailed any more; no consent was taken away."""
    with cast.opened("iris", scene.case, to="change-party") as file:
        row = file.mine(Party.objects.get(pk=scene.party))
        row.content = {**row.content, "channels": {str(Channel.EMAIL): str(Choice.NO)}}
        row.save()


def take_all_back(scene: Scene) -> None:
    for one in scene.place().shares:
        with cast.opened("iris", scene.case, to="share-with-counsel") as file:
            actions.take_back_share(file=file, seat_id=scene.seat, parcel_id=one.id)


ENDS: list[Any] = [hang_up, answer, stop, withdraw, change, take_all_back, Scene.revoke]


@pytest.mark.usefixtures("sink")
@pytest.mark.parametrize("end", ENDS, ids=lambda one: one.__name__)
def test_never_after(end: Any, scene: Scene) -> None:
    end(scene)
    first, last = days(scene)
    assert [worker_at(morning(first)), worker_at(morning(last))] == [0, 0]
    assert reminded(scene) == 0


@pytest.mark.usefixtures("sink")
def test_never_after_her_last_day(scene: Scene) -> None:
    with cast.opened("iris", scene.case):
        Seat.objects.filter(pk=scene.seat).update(remind_on=scene.place().until)
    after = scene.place().until + timedelta(days=1)
    while after.weekday() > 3:
        after += timedelta(days=1)
    assert worker_at(morning(after)) == 0


@pytest.mark.usefixtures("sink")
def test_never_for_whom_the_door_is_shut(scene: Scene) -> None:
    with cast.opened("iris", scene.case):
        Door.objects.filter(seat=scene.seat).update(wrong=10)
    assert worker_at(morning(days(scene)[0])) == 0


@pytest.mark.usefixtures("sink")
def test_what_waits_in_the_queue_does_not_leave_any_more(scene: Scene, sink: Sink) -> None:
    """The server was away for a while, and meanwhile she answered."""
    sink.got.clear()
    first = days(scene)[0]
    with clock.at(morning(first)):
        assert remind_lawyers() == 1
        hang_up(scene)
        send_due()
    assert sink.got == []
    assert reminded(scene) == 0
    with cast.opened("iris", scene.case) as file:
        kinds = [row.content.get("kind") for row in file.open(Outgoing.objects.filter(case=scene.case))]
        assert "counsel-reminder" not in kinds
        assert Entry.objects.filter(object_id=scene.case.pk, verb="send-mail", result="dropped").exists()


@pytest.mark.usefixtures("sink")
def test_nobody_is_reminded_for_who_may_not_see_the_case(scene: Scene) -> None:
    first = days(scene)[0]
    with cast.opened("iris", scene.case):
        Seat.objects.filter(pk=scene.seat).update(remind_by=cast.member("farah"))
    assert worker_at(morning(first)) == 0
    assert worker_at(morning(first, hour=11)) == 0
    with cast.opened("iris", scene.case):
        assert Seat.objects.get(pk=scene.seat).remind_on is None


def test_without_a_server_nothing_is_put_in_the_queue(scene: Scene) -> None:
    assert worker_at(morning(days(scene)[0])) == 0
    assert reminded(scene) == 0


def test_through_the_page_and_back(scene: Scene) -> None:
    iris, at, first = Hands("iris", scene.case), f"advocaat/{scene.seat}", days(scene)[0]
    assert "Niet herinneren" in iris.look(f"{at}/")
    iris.do(f"{at}/herinneren", expect=422, wanted="misschien")
    iris.do(f"{at}/herinneren", wanted="0")
    assert "We herinneren haar niet: Iris" in iris.look(f"{at}/")
    assert scene.place().remind_on is None
    scene.share(given(scene.case, "Telefoon"))
    assert scene.place().remind_on is None  # what a colleague said holds for what she gets later, too
    iris.do(f"{at}/herinneren", wanted="1")
    assert scene.place().remind_on == first
    scene.revoke()
    with pytest.raises(NotNow), cast.opened("iris", scene.case, to="remind-counsel") as file:
        actions.remind_counsel(file=file, seat_id=scene.seat, wanted=True)


def test_a_short_time_gets_what_fits() -> None:
    until = date(2026, 12, 18)  # a Friday
    far, near = (working_day_before(until, count) for count in (10, 3))
    for today, sent, expected in [
        (far - timedelta(days=1), 0, far),
        (far, 0, near),  # what is shared today is not asked about today
        (far, 1, near),
        (near, 1, None),
        (near, 0, None),
        (far - timedelta(days=30), 2, None),
    ]:
        with clock.at(morning(today)):
            assert next_reminder(until, sent) == expected


def test_who_got_nothing_is_not_reminded() -> None:
    assert Scene.of(cast.taken()).invite().place().remind_on is None
