"""What became of a referral, as a colleague heard it; who did not turn up is not forgotten."""

from __future__ import annotations

from datetime import timedelta
from itertools import product
from typing import Any

import pytest

from helpdesk.cases.models import Case, Referral, Task
from helpdesk.cases.tests.referring import planned, sent, stands
from helpdesk.lib import clock
from helpdesk.people.referral import ENDED, FOLLOWS, How, Status
from tests import cast

pytestmark = pytest.mark.django_db


def record(case: Case, referral: Referral, **typed: Any) -> Any:
    return cast.desk_client("iris").post(f"/zaak/{case.code}/verwijzing/{referral.pk}/stand/", typed)


def page(case: Case) -> str:
    return cast.desk_client("iris").get(f"/zaak/{case.code}/").content.decode()


def test_accepted_with_a_day_and_then_she_did_not_come() -> None:
    case = cast.taken()
    referral = sent(case)
    on = (clock.today() + timedelta(days=3)).isoformat()
    assert record(case, referral, status="accepted", on=on, note="Met Bo", ask_on=on).status_code == 302
    assert stands(case, referral) == Status.ACCEPTED
    with cast.opened("iris", case) as file:
        [task] = [row.content for row in file.open(Task.objects.filter(case=case))]
    assert (task["text"], task["due_on"]) == ("Vraag na of het gelukt is: Jeugdstem", on)
    assert "Niet gekomen. Wat nu?" not in page(case)
    assert record(case, referral, status="missed").status_code == 302
    html = page(case)
    for way in (
        "Niet gekomen. Wat nu?",
        "Bel of schrijf de vrager, zoals het veilig is",
        "Plan een andere",
        "Stop met deze",
    ):
        assert way in html
    assert record(case, referral, status="done").status_code == 302
    assert stands(case, referral) == Status.DONE
    with cast.opened("iris", case) as file:
        assert file.mine(Task.objects.get(case=case)).content["done_at"], "the reminder is ticked off"
    assert cast.acts(case).count("record-referral-result") == 3


def test_only_what_follows_is_taken() -> None:
    case = cast.taken()
    referral = planned(case, how=How.HERSELF, person=None)
    assert record(case, referral, status="done").status_code == 302
    answer = record(case, referral, status="missed", note="Blijft staan")
    assert answer.status_code == 422
    assert "Blijft staan" in answer.content.decode()
    assert stands(case, referral) == Status.DONE


def test_an_end_is_an_end_and_everything_else_can_end() -> None:
    assert all(not FOLLOWS[status] for status in ENDED)
    for status, end in product(set(Status) - ENDED, {Status.DONE, Status.REFUSED}):
        assert end in FOLLOWS[status]


def test_another_team_cannot() -> None:
    case = cast.taken()
    assert cast.refused("farah", case, f"verwijzing/{planned(case).pk}/stand", status="done")
