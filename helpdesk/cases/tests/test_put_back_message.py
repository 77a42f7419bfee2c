"""What was moved to another case is put back within a day, as it was."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from helpdesk.cases.models import Message
from helpdesk.cases.tests.test_move_message import SAID, answered, move, page, put_back, row_of
from helpdesk.lib import clock
from tests import cast

pytestmark = pytest.mark.django_db


def test_it_is_put_back_within_a_day_and_not_later() -> None:
    case, other, iris = answered(), cast.taken(), cast.desk_client("iris")
    row = row_of(case)
    with cast.opened("iris", case) as file:
        before = file.mine(Message.objects.get(pk=row))
        kept = (before.content, before.created_on, before.visible_at)
    move(iris, case, row, other.code)
    assert put_back(iris, case).status_code == 302
    with cast.opened("iris", case) as file:
        after = file.mine(Message.objects.get(pk=row, case=case))
        assert (after.content, after.created_on, after.visible_at) == kept
        assert Message.objects.filter(case=case).count() == 2
    assert SAID not in page(iris, other)
    assert cast.acts(case)[-1] == cast.acts(other)[-1] == "put-back-message"
    move(iris, case, row, other.code)
    mark = re.findall(r'action="(/zaak/[^"]+/terug/)"', page(iris, case))[0]
    with clock.at(clock.now() + timedelta(hours=25)):
        late = cast.desk_client("iris")
        assert mark not in page(late, case)
        assert late.post(mark).status_code == 422


def test_what_was_moved_on_is_not_put_back_from_the_first_case() -> None:
    case, other, third, iris = answered(), cast.taken(), cast.taken(), cast.desk_client("iris")
    row = row_of(case)
    move(iris, case, row, other.code)
    assert move(iris, other, row, third.code).status_code == 302
    assert put_back(iris, case).status_code == 422
    assert SAID in page(iris, third)
    assert put_back(iris, other).status_code == 302
    assert put_back(iris, case).status_code == 302
    assert SAID in page(iris, case)


def test_who_cannot_reach_the_other_case_cannot() -> None:
    case, other, iris = answered(), cast.taken(), cast.desk_client("iris")
    move(iris, case, row_of(case), other.code)
    mark = re.findall(r'action="(/zaak/[^"]+/terug/)"', page(iris, case))[0]
    assert cast.desk_client("farah").post(mark).status_code == 404
    assert SAID in page(iris, other)
