"""Take back: within the minute a reply becomes a draft again; after it, it is delivered."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from helpdesk.cases import actions
from helpdesk.cases.models import Case, Draft, Letter, Message
from helpdesk.cases.tests.test_write_to_party import party_in
from helpdesk.cases.workflow import NotNow
from helpdesk.lib import clock
from helpdesk.people.roles import Part
from helpdesk.people.telling import Subject
from tests import cast

pytestmark = pytest.mark.django_db


def sent(case: Case) -> Message:
    with cast.opened("iris", case):
        found: Message = Message.objects.filter(case=case).latest("visible_at")
        return found


def test_it_is_a_draft_again_and_the_case_as_before() -> None:
    case = cast.taken()
    iris = cast.desk_client("iris")
    iris.post(f"/zaak/{case.code}/antwoorden/", {"text": "Te snel verstuurd"})
    page = iris.post(f"/zaak/{case.code}/terughalen/{sent(case).pk}/", follow=True).content.decode()
    assert "Teruggehaald. Je tekst staat weer klaar." in page
    assert "Te snel verstuurd</textarea>" in page
    with cast.opened("iris", case) as file:
        assert not Letter.objects.filter(mailbox__case=case).exists()
        assert file.case.state == "team"
        assert file.case.promise_on == case.promise_on
        assert file.case.summary["first_reply_at"] is None
    assert cast.acts(case)[-2:] == ["reply", "take-back"]


def test_what_was_begun_meanwhile_stays_too() -> None:
    case = cast.taken()
    iris = cast.desk_client("iris")
    iris.post(f"/zaak/{case.code}/antwoorden/", {"text": "Eerste"})
    iris.post(f"/zaak/{case.code}/concept/", {"kind": "reply", "text": "Tweede"})
    iris.post(f"/zaak/{case.code}/terughalen/{sent(case).pk}/")
    page = iris.get(f"/zaak/{case.code}/").content.decode()
    assert "Eerste\n\nTweede</textarea>" in page


def test_to_a_participant_it_is_a_draft_for_her_again_with_what_it_tells_about() -> None:
    case, iris = cast.taken(), cast.desk_client("iris")
    party, other = party_in(case, part=Part.PARENT), party_in(case, part=Part.PARENT, name="Tom Tureluur")
    with cast.opened("iris", case, to="write-to-party") as file:
        typed: Any = {"text": "Te snel", "subjects": [Subject.PROGRESS, Subject.STORY]}
        with pytest.raises(NotNow):
            actions.write_to_party(file=file, party_id=party.pk, **typed)
    iris.post(f"/zaak/{case.code}/persoon/{party.pk}/schrijven/", {"text": "Te snel", "subjects": ["progress"]})
    keep = {"kind": Draft.kind_to(party.pk), "subjects": ["documents"]}
    assert iris.post(f"/zaak/{case.code}/concept/", {**keep, "text": "Tweede"}).status_code == 204
    answer = iris.post(f"/zaak/{case.code}/terughalen/{sent(case).pk}/")
    assert answer["Location"].endswith(f"#draad-{party.pk}")
    page = iris.get(f"/zaak/{case.code}/").content.decode()
    assert page.count("Schrijf verder aan je concept") == 1
    form = iris.get(f"/zaak/{case.code}/persoon/{party.pk}/schrijven/").content.decode()
    assert "Te snel\n\nTweede</textarea>" in form
    assert re.findall(r'value="(\w+)"[^>]* checked', form) == ["documents", "progress"]
    assert "Te snel" not in iris.get(f"/zaak/{case.code}/persoon/{other.pk}/schrijven/").content.decode()
    assert cast.acts(case)[-1] == "take-back"


def test_after_the_minute_it_is_delivered() -> None:
    case = cast.taken()
    iris = cast.desk_client("iris")
    with clock.at(timezone.now() - timedelta(minutes=2)):
        iris.post(f"/zaak/{case.code}/antwoorden/", {"text": "Weg"})
    answer = iris.post(f"/zaak/{case.code}/terughalen/{sent(case).pk}/")
    assert answer.status_code == 422
    assert "Dit bericht is al bezorgd." in answer.content.decode()
    with cast.opened("iris", case):
        assert Letter.objects.filter(mailbox__case=case).count() == 1


def test_another_team_cannot() -> None:
    case = cast.taken()
    cast.desk_client("iris").post(f"/zaak/{case.code}/antwoorden/", {"text": "Dag"})
    assert cast.refused("farah", case, f"terughalen/{sent(case).pk}")
