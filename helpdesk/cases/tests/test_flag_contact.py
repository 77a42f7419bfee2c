"""A warning about abusive or very frequent contact: seen by colleagues, over by itself, in nobody's way."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from helpdesk.cases.flags import flag_of
from helpdesk.cases.models import Party
from helpdesk.lib import clock
from helpdesk.lib.ids import new_id
from helpdesk.lib.receipts import Receipt
from tests import cast
from tests.walk import somebody

pytestmark = pytest.mark.django_db
REASON = "Schold de telefonist uit."


def typed(days: int = 10, **more: Any) -> dict[str, Any]:
    return {"kind": "abusive", "reason": REASON, "until": (clock.today() + timedelta(days=days)).isoformat(), **more}


def test_colleagues_see_it_until_its_day_and_no_longer() -> None:
    case, iris = cast.taken(), cast.desk_client("iris")
    assert REASON not in iris.get(f"/zaak/{case.code}/").content.decode()
    assert iris.post(f"/zaak/{case.code}/waarschuwing/", typed()).status_code == 302
    assert REASON in cast.desk_client("sanne").get(f"/zaak/{case.code}/").content.decode()
    assert cast.acts(case)[-1] == "flag-contact"
    with cast.opened("iris", case) as file:
        summary = file.case.summary
    with clock.at(clock.now() + timedelta(days=10)):
        assert flag_of(summary) is not None
    with clock.at(clock.now() + timedelta(days=11)):
        assert flag_of(summary) is None


def test_it_is_seen_in_triage() -> None:
    case, mo = cast.ask_question(), cast.desk_client("mo")
    assert REASON not in mo.get(f"/triage/{case.code}/").content.decode()
    assert mo.post(f"/zaak/{case.code}/waarschuwing/", typed()).status_code == 302
    assert REASON in mo.get(f"/triage/{case.code}/").content.decode()


@pytest.mark.parametrize("wrong", [{"days": 31}, {"days": -1}, {"reason": ""}, {"kind": "vervelend"}])
def test_it_has_a_reason_and_an_end_that_is_near(wrong: dict[str, Any]) -> None:
    case = cast.taken()
    assert cast.desk_client("iris").post(f"/zaak/{case.code}/waarschuwing/", typed(**wrong)).status_code == 422
    assert cast.acts(case)[-1] == "take"


def test_the_child_writes_and_is_answered_as_before() -> None:
    receipt = Receipt.new()
    case, iris = cast.taken(receipt=receipt), cast.desk_client("iris")
    iris.post(f"/zaak/{case.code}/waarschuwing/", typed())
    cast.answer(receipt, "Ik ben bang vanavond.")
    assert "Ik ben bang vanavond." in iris.get(f"/zaak/{case.code}/").content.decode()
    assert iris.post(f"/zaak/{case.code}/antwoorden/", {"text": "We bellen je."}).status_code == 302


def test_one_person_is_marked_where_one_is_about_to_act_and_nobody_else() -> None:
    case, iris = cast.taken(), cast.desk_client("iris")
    known = {"told_contact": "yes", "by_email": "yes", "by_post": "yes", "email": "m@example.net", "address": "Sloot 1"}
    for part in ("parent", "family"):
        iris.post(f"/zaak/{case.code}/persoon/", somebody(part=part, telephone="0612345678", **known))
    with cast.opened("iris", case) as file:
        rows = {row.content["part"]: str(row.pk) for row in file.open(Party.objects.filter(case=file.case))}
    mother, aunt = rows["parent"], rows["family"]
    assert iris.post(f"/zaak/{case.code}/waarschuwing/", typed(days=3, party=mother)).status_code == 302
    sheet = cast.sheet(code=case.code, party=mother, callback_on="2027-01-04")
    assert iris.post(f"/contact/{new_id()}/koppelen/", sheet).status_code == 302
    paths = ("bellen", "schrijven", "brief")

    def marked() -> list[bool]:
        pages = [*(f"/zaak/{case.code}/persoon/{mother}/{path}/" for path in paths), "/terugbellen/"]
        pages += [f"/zaak/{case.code}/", f"/telefoon/?zaak={case.code}&bellen"]
        return ["Scheldt of dreigt" in iris.get(page).content.decode() for page in pages]

    assert all(marked())
    assert REASON not in iris.get("/terugbellen/").content.decode()
    for path in paths:
        assert "Scheldt of dreigt" not in iris.get(f"/zaak/{case.code}/persoon/{aunt}/{path}/").content.decode()
    with clock.at(clock.now() + timedelta(days=4)):
        iris = cast.desk_client("iris")
        assert not any(marked())
    iris = cast.desk_client("iris")
    assert iris.post(f"/zaak/{case.code}/waarschuwing/weg/", {"party": mother}).status_code == 302
    assert not any(marked())


def test_another_team_cannot() -> None:
    assert cast.refused("farah", cast.taken(), "waarschuwing", **typed())
