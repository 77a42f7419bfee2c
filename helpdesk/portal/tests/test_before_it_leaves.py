"""The minute in which an answer can be taken back: for the asker nothing has been answered yet."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from helpdesk.cases.actions import reply, take_back
from helpdesk.lib import clock
from helpdesk.lib.row_actor import act_as
from helpdesk.portal.tests import coming_back

pytestmark = pytest.mark.django_db


def seen(client: Client, code: str) -> tuple[str, Any, list[tuple[str, str]]]:
    page = coming_back.press(client, coming_back.knock(client, code), "read")
    return coming_back.shows(page), page.context["promise_on"], [(one.label, one.state) for one in page.context["path"]]


def test_she_sees_what_she_saw_until_it_has_left(public_client: Client) -> None:
    code = coming_back.words(coming_back.ask(public_client))
    file = coming_back.iris_has()
    before = seen(public_client, code)
    with act_as(file.member.pk):
        message = reply(file=file, text="Ja, dat mag je.")
    assert seen(public_client, code) == before
    with act_as(file.member.pk):
        take_back(file=coming_back.iris_has(), message_id=message.pk)
    assert seen(public_client, code) == before
    with act_as(file.member.pk):
        reply(file=coming_back.iris_has(), text="Ja, dat mag je vragen.")
    with clock.at(timezone.now() + timedelta(minutes=2)):
        page = coming_back.press(public_client, coming_back.knock(public_client, code), "case")
    assert page.context["path"] != before[2]
