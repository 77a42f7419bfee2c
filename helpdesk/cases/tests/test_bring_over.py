"""What comes into a merged case later goes, with one press, to the case in which it went up."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from helpdesk.cases.models import Attachment
from helpdesk.cases.tests.test_merge_cases import merge
from helpdesk.cases.tests.test_move_message import SAID, page
from helpdesk.cases.tests.test_split_case import count
from helpdesk.lib.receipts import Receipt
from tests import cast
from tests.test_absent import behind_a_wall
from tests.walk import a_picture

pytestmark = pytest.mark.django_db


def test_words_and_files_go_and_it_is_closed_again() -> None:
    receipt = Receipt.new()
    case, other, iris = cast.taken(receipt=receipt), cast.taken(), cast.desk_client("iris")
    assert iris.post(f"/zaak/{case.code}/samenvoegen/erbij/").status_code == 422, "it is not merged"
    merge(case, other)
    cast.answer(receipt, SAID)
    upload = SimpleUploadedFile("brief.png", a_picture())
    iris.post(f"/zaak/{case.code}/bestand/", {"source": "letter", "files": upload})
    with cast.opened("iris", case) as file:
        promised = file.case.promise_on
        assert file.case.state == "reopened"
    assert iris.post(f"/zaak/{case.code}/samenvoegen/erbij/").status_code == 302
    assert SAID in page(iris, other)
    assert count(Attachment, case=other) == 1
    with cast.opened("iris", case) as one, cast.opened("iris", other) as two:
        assert one.case.state == "closed"
        assert two.case.state == "team"
        assert promised
        assert two.case.promise_on
        assert two.case.promise_on <= promised


def test_who_cannot_reach_both_cannot() -> None:
    receipt = Receipt.new()
    case, other = cast.taken(receipt=receipt), cast.taken()
    merge(case, other)
    cast.answer(receipt, SAID)
    assert cast.refused("farah", case, "samenvoegen/erbij")
    behind_a_wall(other)
    assert cast.desk_client("sanne").post(f"/zaak/{case.code}/samenvoegen/erbij/").status_code == 422
    assert SAID not in page(cast.desk_client("iris"), other)
