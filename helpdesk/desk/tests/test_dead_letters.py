"""What did not arrive is on the e-mail page of whoever sees the case, and of nobody else."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from helpdesk.cases.models import Case, Message, Outgoing
from helpdesk.cases.tests.test_write_to_party import party_in, written
from helpdesk.lib import clock
from helpdesk.lib.row_actor import act_as
from helpdesk.people.roles import Part
from tests import cast

pytestmark = pytest.mark.django_db


def failed(case: Case, state: str = "dead") -> Message:
    """A mail of this case that did not arrive."""
    message = written(case, party_in(case, part=Part.PARENT))
    with act_as(cast.member("iris").pk):
        Outgoing.objects.filter(message=message).update(state=state)
    return message


def page_of(who: str) -> str:
    answer = cast.desk_client(who).get("/e-mail/")
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize(
    ("state", "words"), [("dead", "niet bezorgd"), ("unsure", "onzeker"), ("refused", "tegengehouden")]
)
def test_it_says_what_since_when_and_leads_to_the_case(state: str, words: str) -> None:
    case = cast.taken()
    with clock.at(timezone.now() - timedelta(days=2)):
        failed(case, state)
    page = page_of("iris")
    assert f'href="/zaak/{case.code}/#paneel-draden"' in page
    assert words in page
    assert "sinds" in page
    for secret in ("gerda@example.net", "Gerda", "Kwartel", "Zeepaardje"):
        assert secret not in page


def test_what_left_or_waits_is_not_there() -> None:
    case = cast.taken()
    for state in ("waiting", "sending", "sent"):
        failed(case, state)
    assert "Alles is aangekomen of gaat nog weg." in page_of("iris")
    failed(case)
    assert page_of("iris").count(case.code) == 2  # its address and its words


def test_another_team_a_conflict_and_the_other_side_of_a_wall_see_none() -> None:
    case = cast.taken()
    failed(case)
    assert case.code in page_of("iris")
    assert case.code in page_of("sanne")
    assert case.code not in page_of("farah")
    assert case.code not in page_of("mo")
    cast.desk_client("sanne").post(f"/zaak/{case.code}/ik-ken-dit-gezin/")
    assert case.code not in page_of("sanne")
    assert case.code in page_of("iris")


def test_it_is_no_look_and_costs_the_same_with_more(django_assert_max_num_queries: object) -> None:
    case, iris = cast.taken(), cast.desk_client("iris")
    failed(case)
    for _ in range(5):
        failed(case)
        failed(cast.taken())
    looks = cast.looks(case)
    with django_assert_max_num_queries(6):  # type: ignore[operator]
        assert iris.get("/e-mail/").content.decode().count("krh-message__from") == 11
    assert cast.looks(case) == looks
