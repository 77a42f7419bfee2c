"""The sweeper: a key whose content never came goes after a day; a key that protects something stays."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from helpdesk.cases.access import case_for, new_case
from helpdesk.cases.actions.sweep import sweep_orphan_keys
from helpdesk.lib.receipts import Receipt
from helpdesk.lib.row_actor import act_as
from helpdesk.vault.models import MailboxKey, WrappedKey
from tests import cast
from tests.cast import as_public


@pytest.mark.django_db
def test_a_key_without_a_question_is_swept_the_next_day() -> None:
    case = cast.taken()
    with as_public():
        birth = new_case(Receipt.new())
        birth.store()  # and here the program was killed: the second commit never came
    assert sweep_orphan_keys() == 0  # today it may still come
    yesterday = timezone.localdate() - timedelta(days=1)
    WrappedKey.objects.update(created_on=yesterday)
    MailboxKey.objects.update(created_on=yesterday)
    assert sweep_orphan_keys() == 2
    assert not WrappedKey.objects.filter(key_id=birth.key.key_id).exists()
    assert not MailboxKey.objects.filter(key_id=birth.mailbox.key_id).exists()
    iris = cast.member("iris")
    with act_as(iris.pk):
        assert case_for(iris, case.code).case.summary["theme"] == "jeugdhulp"
