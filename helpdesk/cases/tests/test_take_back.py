"""Take back: within the minute a reply becomes a draft again; after it, it is delivered."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from helpdesk.cases.models import Case, Letter, Message
from helpdesk.lib import clock
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
