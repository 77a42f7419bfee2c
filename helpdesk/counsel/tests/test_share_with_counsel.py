"""What is shared: the bytes as they left, to her alone, each once; what she fetched is seen; and how it ends."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from helpdesk.cases import actions as cases
from helpdesk.cases.access import visit_with
from helpdesk.cases.actions import sweep
from helpdesk.cases.models import Case, GivenFile, Outgoing, Task
from helpdesk.cases.workflow import NotNow
from helpdesk.counsel import actions
from helpdesk.counsel.models import Door, Parcel
from helpdesk.counsel.tests.scene import WORDS, Hers, Scene, agreed, given
from helpdesk.lib import clock
from helpdesk.lib.receipts import Receipt
from helpdesk.people.telling import Subject
from helpdesk.vault.models import MailboxKey
from tests import cast
from tests.walk import Hands

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> Scene:
    return Scene.of(cast.taken()).invite()


def collected(hers: Hers, parcel: UUID) -> Any:
    return hers.post(step=f"collect:{parcel}")


def test_the_bytes_as_they_left_once_and_on_record(scene: Scene) -> None:
    rows = given(scene.case)
    with cast.opened("iris", scene.case) as file:
        before = {row.content["digest"]: row.content["name"] for row in file.open(rows)}
    parcels = scene.share(rows)
    hers = Hers.of(scene)
    page = hers.come_in().content.decode()
    assert all(name in page for name in before.values())
    answers = [collected(hers, one) for one in parcels]
    assert {hashlib.sha256(answer.content).hexdigest() for answer in answers} == set(before)
    assert all("attachment" in answer["Content-Disposition"] for answer in answers)
    assert all("no-store" in answer["Cache-Control"] for answer in answers)
    assert all(one.collected_at for one in scene.place().shares)
    assert cast.acts(scene.case).count("collect-share") == 2
    assert collected(hers, parcels[0]).content == answers[0].content  # a download that broke off, within ten minutes
    assert "Haal nog een keer op" in hers.post(step="look").content.decode()
    with clock.at(clock.now() + timedelta(minutes=11)):
        assert "Haal nog een keer op" not in hers.post(step="look").content.decode()
        assert "al opgehaald" in collected(hers, parcels[0]).content.decode()


def test_no_code_of_the_case_lies_ready_for_her(scene: Scene) -> None:
    parcels = scene.share(given(scene.case))
    hers = Hers.of(scene)
    page = hers.come_in().content.decode()
    heads = [collected(hers, one)["Content-Disposition"] for one in parcels]
    assert all("klachtbrief-" in head for head in heads)
    assert scene.case.code not in (page + "".join(heads)).upper()


def test_what_left_stands_with_all_that_left(scene: Scene) -> None:
    scene.share()
    with cast.opened("iris", scene.case) as file:
        rows = file.open(GivenFile.objects.filter(case=scene.case))
        hers = [row for row in rows if row.content["to"] == str(scene.party)]
    assert len(hers) == 2
    assert {row.content["channel"] for row in hers} == {"email"}
    page = Hands("iris", scene.case).look()
    assert "aan advocaat m.b." in page
    assert WORDS.split()[1] not in page.split("Meegegeven")[-1]


def test_through_the_pages(scene: Scene) -> None:
    rows, iris = given(scene.case), Hands("iris", scene.case)
    at = f"advocaat/{scene.seat}"
    assert rows[0].pk.hex[:8] in iris.look(f"{at}/delen/").replace("-", "")
    iris.do(f"{at}/delen", expect=422)
    iris.do(f"{at}/delen", given=[str(rows[0].pk)])
    iris.do(f"{at}/delen", expect=422, given=[str(rows[0].pk)])  # it lies ready already
    parcel = scene.place().shares[0].id
    assert "Nog niet opgehaald" in iris.look(f"{at}/")
    iris.do(f"{at}/terug/{parcel}")
    assert "Weggehaald" in iris.look(f"{at}/")
    hers = Hers.of(scene)
    assert "niets klaar" in hers.come_in().content.decode()
    assert "al opgehaald" in collected(hers, parcel).content.decode()
    iris.do(f"{at}/terug/{parcel}", expect=422)


def test_what_may_not_be_told_does_not_go(scene: Scene) -> None:
    rows = given(scene.case)
    with cast.opened("iris", scene.case, to="withdraw-consent") as file:
        agreed_less = scene.consent
        agreed(scene.case, scene.party, (Subject.CONTACT, Subject.DOCUMENTS))
        cases.withdraw_consent(file=file, consent_id=agreed_less)
    assert scene.place().open  # documents may still go
    with pytest.raises(NotNow):
        scene.share(rows)
    assert not Parcel.objects.exists()


def test_a_consent_taken_back_ends_it(scene: Scene) -> None:
    parcels = scene.share()
    hers = Hers.of(scene)
    hers.come_in()
    with cast.opened("iris", scene.case, to="withdraw-consent") as file:
        cases.withdraw_consent(file=file, consent_id=scene.consent)
    assert scene.place().ended_at
    assert "attachment" not in collected(hers, parcels[0]).headers.get("Content-Disposition", "")


def test_somebody_who_was_taken_away_is_shut_out(scene: Scene) -> None:
    scene.share()
    with cast.opened("iris", scene.case, to="remove-party") as file:
        cases.remove_party(file=file, party_id=scene.party)
    assert scene.place().ended_at
    assert not Door.objects.exists()


def test_the_asker_stops_it_and_nobody_at_the_desk_has_to_do_anything() -> None:
    receipt = Receipt.new()
    scene = Scene.of(cast.taken(receipt=receipt)).invite()
    parcels = scene.share()
    hers = Hers.of(scene)
    hers.come_in()
    with cast.as_public():
        visit = visit_with(receipt)
        assert visit is not None
        cases.stop_consent(visit, str(scene.consent))
    assert "Content-Disposition" not in collected(hers, parcels[0]).headers
    assert "visit" not in hers.knock().content.decode()


def test_revoked_at_the_next_click_and_what_she_fetched_stays_to_be_read(scene: Scene) -> None:
    parcels = scene.share()
    hers = Hers.of(scene)
    hers.come_in()
    assert collected(hers, parcels[0]).headers["Content-Disposition"]
    keys = set(MailboxKey.objects.values_list("key_id", flat=True))
    doors = set(Door.objects.filter(case=scene.case).values_list("key_id", flat=True))
    iris = Hands("iris", scene.case)
    iris.do(f"advocaat/{scene.seat}/intrekken", expect=422, reason="kort")
    iris.do(f"advocaat/{scene.seat}/intrekken", reason="Zij staat het kind niet meer bij.")
    assert scene.place().enrolled, "that she came in stays to be read too"
    visit = hers.visit
    for one in parcels:
        hers.visit = visit
        answer = collected(hers, one)
        assert "Content-Disposition" not in answer.headers
        assert "niet meer verder" in answer.content.decode()
    assert "visit" not in hers.knock().content.decode()
    left = set(MailboxKey.objects.values_list("key_id", flat=True))
    assert len(keys - left) == 3  # the door and both parcels
    assert doors <= keys - left
    fetched = [bool(one.collected_at) for one in scene.place().shares]
    assert sorted(fetched) == [False, True]
    page = iris.look(f"advocaat/{scene.seat}/")
    assert "Opgehaald" in page
    assert "Niet opgehaald" in page


def test_after_her_day(scene: Scene) -> None:
    parcels = scene.share()
    hers = Hers.of(scene)
    hers.come_in()
    with cast.opened("iris", scene.case):
        Door.objects.filter(seat=scene.seat).update(until=clock.today() - timedelta(days=1))
    assert "Content-Disposition" not in collected(hers, parcels[0]).headers
    assert "visit" not in hers.knock().content.decode()
    assert actions.sweep_counsel() == 3
    assert actions.sweep_counsel() == 3  # again does no harm
    with cast.opened("iris", scene.case):
        gone = set(Parcel.objects.values_list("key_id", flat=True)) | set(Door.objects.values_list("key_id", flat=True))
    assert not MailboxKey.objects.filter(key_id__in=gone).exists()


def test_the_sweeper_knows_these_keys(scene: Scene) -> None:
    scene.share()
    MailboxKey.objects.update(created_on=clock.today() - timedelta(days=3))
    sweep.sweep_orphan_keys()
    hers = Hers.of(scene)
    assert "Wat klaarligt" in hers.come_in().content.decode()


def test_forgetting_takes_the_keys_along(scene: Scene) -> None:
    scene.share()
    with cast.opened("iris", scene.case):
        held = set(Door.objects.values_list("key_id", flat=True)) | set(Parcel.objects.values_list("key_id", flat=True))
    assert len(held) == 3
    with cast.opened("sanne", scene.case, to="forget-case") as file:
        cases.forget_case(file=file)
    assert not MailboxKey.objects.filter(key_id__in=held).exists()
    assert not Door.objects.exists()


def test_a_case_with_an_open_place_does_not_go_up_in_another(scene: Scene) -> None:
    other: Case = cast.taken()
    with (
        cast.opened("iris", scene.case, to="merge-cases") as file,
        cast.opened("iris", other, to="merge-cases") as there,
        pytest.raises(NotNow, match="advocaat"),
    ):
        cases.merge_cases(file=file, other=there, same={})
    scene.revoke()
    with (
        cast.opened("iris", other, to="merge-cases") as there,
        cast.opened("iris", scene.case, to="merge-cases") as file,
    ):
        Outgoing.objects.filter(case=scene.case).delete()
        cases.merge_cases(file=file, other=there, same={})


def test_a_task_asks_what_came_of_it(scene: Scene) -> None:
    scene.share()
    with cast.opened("iris", scene.case) as file:
        tasks = [row.content for row in file.open(Task.objects.filter(case=scene.case))]
    assert [(one["text"], one["due_on"]) for one in tasks] == [
        ("Vraag advocaat M.B. wat er met de stukken is gebeurd", scene.place().until.isoformat())
    ]
