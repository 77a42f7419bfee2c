"""Dealt with: what did not arrive goes from the list, the talk keeps how, and it can be tried again all the same."""

from __future__ import annotations

import pytest

from helpdesk.cases import actions
from helpdesk.cases.models import Case, Message, Outgoing
from helpdesk.cases.tests.test_write_to_party import Sink, later, party_in, sink, state, written
from helpdesk.cases.workflow import NotNow
from helpdesk.lib.row_actor import act_as
from tests import cast

__all__ = ["sink"]
pytestmark = pytest.mark.django_db


def failed(case: Case, how: str = "dead") -> Message:
    message = written(case, party_in(case))
    with act_as(cast.member("iris").pk):
        Outgoing.objects.filter(message=message).update(state=how)
    return message


@pytest.mark.parametrize("how", ["dead", "unsure", "refused"])
def test_it_goes_from_the_list_and_the_talk_keeps_it(how: str) -> None:
    case, iris = cast.taken(), cast.desk_client("iris")
    message = failed(case, how)
    assert case.code in iris.get("/e-mail/").content.decode()
    path = f"/zaak/{case.code}/e-mail/{message.pk}/afgehandeld/"
    assert path in iris.get(f"/zaak/{case.code}/").content.decode()
    assert iris.get(path).status_code == 200
    assert iris.post(path, {"how": "gebeld"}).status_code == 302
    assert case.code not in iris.get("/e-mail/").content.decode()
    page = iris.get(f"/zaak/{case.code}/").content.decode()
    assert "Niet aangekomen. Afgehandeld door Iris" in page
    assert ": gebeld" in page
    assert path not in page
    assert cast.acts(case)[-1] == "settle-mail"


def test_it_is_tried_again_all_the_same(sink: Sink) -> None:
    case = cast.taken()
    message = failed(case)
    with cast.opened("iris", case, to="write-to-party") as file:
        actions.settle_mail(file=file, message_id=message.pk, how="gebeld")
        actions.retry_mail(file=file, message_id=message.pk)
    later()
    assert state(case)[0] == "sent"
    assert "Afgehandeld door" not in cast.desk_client("iris").get(f"/zaak/{case.code}/").content.decode()


@pytest.mark.parametrize("how", ["waiting", "sending", "sent", "settled"])
def test_what_left_or_waits_is_not_settled(how: str) -> None:
    case = cast.taken()
    message = failed(case, how)
    with cast.opened("iris", case, to="write-to-party") as file, pytest.raises(NotNow):
        actions.settle_mail(file=file, message_id=message.pk, how="gebeld")


def test_it_is_said_how() -> None:
    case, iris = cast.taken(), cast.desk_client("iris")
    message = failed(case)
    path = f"e-mail/{message.pk}/afgehandeld"
    answer = iris.post(f"/zaak/{case.code}/{path}/", {"how": " "})
    assert answer.status_code == 422
    assert "Schrijf hoe het is afgehandeld." in answer.content.decode()
    assert state(case)[0] == "dead"
    assert cast.refused("farah", case, path, how="gebeld")
