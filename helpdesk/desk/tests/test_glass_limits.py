"""What the glass never does: open a known family's case, tell of one, write, or outlast a conflict."""

from __future__ import annotations

import pytest
from django.http import Http404

from helpdesk.cases import actions
from helpdesk.cases.access import case_for
from helpdesk.cases.access_glass import request_for, requests_for, tally_for
from helpdesk.cases.models import Case, GlassRequest
from helpdesk.lib.row_actor import act_as
from tests import cast

pytestmark = pytest.mark.django_db
REASON = "Het kind belt en haar jurist is er vandaag niet."


def asks(who: str, code: str) -> GlassRequest:
    one = cast.member(who)
    with act_as(one.pk):
        return actions.ask_glass(member=one, code=code, reason=REASON)


def opens(who: str, wanted: GlassRequest) -> None:
    one = cast.member(who)
    with act_as(one.pk):
        actions.decide_glass(member=one, request=request_for(one, wanted.pk, to="decide-glass"), yes=True)


def knows(who: str, case: Case) -> None:
    with cast.opened(who, case, to="mark-conflict") as file:
        actions.mark_conflict(file=file, member=file.member)


def test_a_lead_who_knows_the_family_hears_of_no_request() -> None:
    case, sanne = cast.taken(), cast.member("sanne")
    wanted = asks("farah", case.code)
    with act_as(sanne.pk):
        assert [row.pk for row in requests_for(sanne)] == [wanted.pk], "the control finds nothing"
        assert tally_for(sanne).waiting == 1
    knows("sanne", case)
    with act_as(sanne.pk):
        assert requests_for(sanne) == []
        assert tally_for(sanne).waiting == 0
        with pytest.raises(Http404):
            request_for(sanne, wanted.pk, to="decide-glass")
    karim = cast.member("karim")
    with act_as(karim.pk):
        assert [row.pk for row in requests_for(karim)] == [wanted.pk], "privacy still decides"


def test_a_conflict_ends_an_open_glass_at_once() -> None:
    case = cast.taken()
    opens("sanne", asks("farah", case.code))
    with cast.opened("farah", case) as file:
        assert file.case.pk == case.pk
    knows("farah", case)
    with act_as(cast.member("farah").pk):
        assert not Case.objects.visible_to(cast.member("farah")).filter(pk=case.pk).exists()
        with pytest.raises(Http404):
            case_for(cast.member("farah"), case.code)


def test_whoever_knows_the_family_asks_in_vain_and_is_told_nothing() -> None:
    case = cast.taken()
    opens("sanne", asks("farah", case.code))
    knows("farah", case)
    again, nobodys = asks("farah", case.code), asks("farah", "KR-22222")
    assert (again.case_id, again.team_id) == (nobodys.case_id, nobodys.team_id) == (None, None)


@pytest.mark.parametrize("verb", ["note", "reply", "add-party", "show-name", "wall-case", "close", "assign"])
def test_it_is_for_reading_only(verb: str) -> None:
    case = cast.taken()
    opens("sanne", asks("farah", case.code))
    with cast.opened("farah", case):
        pass
    with act_as(cast.member("farah").pk), pytest.raises(Http404):
        case_for(cast.member("farah"), case.code, to=verb)
