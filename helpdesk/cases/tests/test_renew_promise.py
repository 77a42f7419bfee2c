"""Another day than we promised: with a reason, known to the asker at once, a line to her lying ready."""

from __future__ import annotations

from datetime import timedelta

import pytest

from helpdesk.cases.access import visit_with
from helpdesk.cases.models import Case
from helpdesk.lib import clock
from helpdesk.lib.dates import add_working_days
from helpdesk.lib.receipts import Receipt
from tests import cast

pytestmark = pytest.mark.django_db
WHY = "Wij wachten op stukken van de rechtbank."


def status(receipt: Receipt) -> dict[str, object]:
    with cast.as_public():
        visit = visit_with(receipt)
        assert visit is not None
        return dict(visit.box.status)


def test_the_new_day_holds_and_a_line_to_the_asker_lies_ready() -> None:
    receipt = Receipt.new()
    case, day = cast.taken(receipt=receipt), add_working_days(clock.today(), 5)
    sanne = cast.desk_client("sanne")
    assert sanne.post(f"/zaak/{case.code}/nieuwe-dag/", {"on": day.isoformat(), "reason": WHY}).status_code == 302
    page = sanne.get(f"/zaak/{case.code}/").content.decode()
    assert "Nieuwe dag, gekozen door Sanne Oud" in page
    assert "Ons antwoord duurt langer dan we hadden beloofd." in page
    assert WHY in page
    assert status(receipt)["promise_on"] == day.isoformat()
    assert cast.acts(case)[-1] == "renew-promise"
    assert not cast.letters(receipt), "nothing leaves by itself"


@pytest.mark.parametrize(
    ("plus", "reason", "sentence"),
    [
        (0, WHY, "Kies een werkdag na vandaag"),
        (400, WHY, "Kies een werkdag na vandaag"),
        (None, "druk", "in minstens 20 letters"),
        (None, "", "Schrijf waarom."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_changes(plus: int | None, reason: str, sentence: str) -> None:
    case = cast.taken()
    on = add_working_days(clock.today(), 3) if plus is None else clock.today() + timedelta(days=plus)
    answer = cast.desk_client("iris").post(f"/zaak/{case.code}/nieuwe-dag/", {"on": on.isoformat(), "reason": reason})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    with cast.opened("iris", case):
        assert Case.objects.get(pk=case.pk).promise_on == case.promise_on


def test_another_team_cannot() -> None:
    assert cast.refused("farah", cast.taken(), "nieuwe-dag", on="2027-01-04", reason=WHY)
