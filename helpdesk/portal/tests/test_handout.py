"""The link of a mail: one form for every link, and the words only with the code."""

from __future__ import annotations

import pytest
from django.test import Client

from helpdesk.cases.models import Message, Outgoing
from helpdesk.cases.tests.test_write_to_party import TEXT, party_in, written
from tests import cast

pytestmark = pytest.mark.django_db


def test_the_words_open_with_the_code_alone(public_client: Client) -> None:
    case = cast.taken()
    written(case, party_in(case))
    with cast.opened("iris", case) as file:
        row = Outgoing.objects.get(case=case)
        url = f"/bericht/{file.mine(row).content['token']}/"
        code = file.mine(Message.objects.get(outgoing=row)).content["code"]
        Outgoing.objects.filter(pk=row.pk).update(state="sent")
    shown, unknown = public_client.get(url), public_client.get(f"/bericht/{'A' * 43}/")
    assert shown.status_code == unknown.status_code == 200
    assert TEXT not in shown.content.decode()
    wrong = public_client.post(url, {"code": "een twee drie"}).content.decode()
    assert TEXT not in wrong
    assert "kunnen we niets openen" in wrong
    assert TEXT in public_client.post(url, {"code": code}).content.decode()
