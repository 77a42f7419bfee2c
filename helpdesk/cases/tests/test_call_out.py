"""A call that we make, on a sheet: through the door in a case, as promised outside any. A refusal loses nothing."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from helpdesk.cases.models import Case, Party
from helpdesk.ledger.models import Entry
from helpdesk.lib import clock
from helpdesk.lib.ids import new_id
from tests import cast
from tests.walk import somebody

pytestmark = pytest.mark.django_db
SAFE, LATE = datetime(2027, 1, 4, 15, tzinfo=UTC), datetime(2027, 1, 4, 20, tzinfo=UTC)
MOTHER = somebody(name="Maryam", told_contact="yes", by_call="yes", hours="ma-vr 15-17", code_word="tulpenbol")
OUT: dict[str, Any] = {"kind": "call-out", "call_back": "", "asked": "Zij vroeg naar de zitting."}


def refusals() -> int:
    return Entry.objects.filter(verb="refuse", purpose="release").count()


def mother_of(case: Case, iris: Client, **more: Any) -> str:
    assert iris.post(f"/zaak/{case.code}/persoon/", {**MOTHER, **more}).status_code == 302
    with cast.opened("iris", case) as file:
        return str(Party.objects.get(case=file.case).pk)


def typed(case: Case, called: str, **more: Any) -> dict[str, Any]:
    return cast.sheet(**{**OUT, "code": case.code, "party": called, "result": "reached", "word_asked": "on", **more})


def test_the_sheet_shows_what_was_agreed_before_one_dials() -> None:
    case, iris = cast.taken(more={"safe_contact": "Bel nooit na zessen."}), cast.desk_client("iris")
    mother_of(case, iris)
    with clock.at(LATE):
        page = iris.get(f"/telefoon/?zaak={case.code}&bellen").content.decode()
    for words in (
        "Bel alleen ma-vr 15.00-17.00.",
        "Vraag naar het codewoord.",
        "Niet inspreken.",
        "Bel nooit na zessen.",
    ):
        assert words in page
    assert "Nu niet bellen." in page
    assert "tulpenbol" not in page
    assert "Met wie bel je" not in iris.get(f"/telefoon/?zaak={case.code}").content.decode()


@pytest.mark.parametrize(
    ("at", "more", "why"),
    [
        (LATE, {}, "Niet nu: bellen mag alleen ma-vr 15.00-17.00."),
        (SAFE, {"word_asked": ""}, "Vraag bij het bellen eerst naar het codewoord."),
        (SAFE, {"subjects": ["story"]}, "Niet afgesproken dat deze persoon mag weten het verhaal."),
        (SAFE, {"result": "voicemail"}, "Niet afgesproken dat de voicemail mag."),
        (SAFE, {"party": ""}, "Kies met wie je belt."),
    ],
)
def test_what_was_not_agreed_stays_a_draft(at: datetime, more: dict[str, Any], why: str) -> None:
    case, iris, contact_id = cast.taken(), cast.desk_client("iris"), new_id()
    party = mother_of(case, iris)
    before = refusals()
    with clock.at(at):
        answer = iris.post(f"/contact/{contact_id}/koppelen/", typed(case, party, **more))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert why in page
    assert "Zij vroeg naar de zitting." in page
    assert refusals() == before + ("party" not in more)
    row = cast.contact("iris", contact_id)
    assert (row.case_id, row.state, row.words["asked"]) == (None, "open", "Zij vroeg naar de zitting.")
    assert "calls" not in row.course


def test_what_was_agreed_lies_in_the_case_and_may_be_written_on_later() -> None:
    case, iris, contact_id = cast.taken(), cast.desk_client("iris"), new_id()
    party = mother_of(case, iris)
    with clock.at(SAFE):
        assert iris.post(f"/contact/{contact_id}/koppelen/", typed(case, party)).status_code == 302
    assert [one["party"] for one in cast.contact("iris", contact_id).course["calls"]] == [party]
    assert "call-party" in cast.acts(case)
    with clock.at(LATE):  # the words of a call that was allowed
        assert iris.post(f"/contact/{contact_id}/", typed(case, party, said="Later erbij.")).status_code == 302
    assert cast.contact("iris", contact_id).words["said"] == "Later erbij."


def test_a_call_that_came_in_does_not_become_one_that_we_made_unasked() -> None:
    case, iris = cast.taken(), cast.desk_client("iris")
    party = mother_of(case, iris)
    contact_id = cast.log_contact("iris")
    assert iris.post(f"/contact/{contact_id}/koppelen/", cast.sheet(code=case.code)).status_code == 302
    with clock.at(LATE):
        answer = iris.post(f"/contact/{contact_id}/", typed(case, party))
    assert answer.status_code == 422
    assert "Concept." in iris.get(f"/zaak/{case.code}/").content.decode()


def _asked(**more: str) -> tuple[Case, Client]:
    return cast.taken(more=more), cast.desk_client("iris")


def test_the_asker_is_called_only_as_she_said() -> None:
    silent, iris = _asked()
    path = f"/contact/{new_id()}/koppelen/"
    assert "niet gezegd of bellen veilig is" in iris.post(path, typed(silent, "asker")).content.decode()
    said, iris = _asked(safe_contact="Bel onder schooltijd.", code_word="tulpenbol")
    for more, why in [
        ({}, "Lees eerst wat de vrager zei over veilig contact"),
        ({"read": "on", "word_asked": ""}, "codewoord"),
        ({"read": "on", "result": "voicemail"}, "niet gezegd dat de voicemail veilig is"),
    ]:
        before = refusals()
        assert why in iris.post(path, typed(said, "asker", **more)).content.decode()
        assert refusals() == before + 1
    assert iris.post(path, typed(said, "asker", read="on")).status_code == 302


def test_hours_that_the_asker_said_on_the_telephone_hold_and_those_of_her_mother_do_not() -> None:
    case, iris = _asked()
    for asker in ("ouder", "kind"):
        path, answer = f"/contact/{new_id()}/koppelen/", typed(case, "asker")
        with clock.at(SAFE):  # 16.00 here
            refused = iris.post(path, answer)
        assert refused.status_code == 422, asker
        said = cast.sheet(asker=asker, hours_from="15:30", hours_to="16:30", code=case.code)
        assert iris.post(f"/contact/{new_id()}/koppelen/", said).status_code == 302
    with clock.at(LATE):
        assert "Nu niet bellen" in iris.post(path, answer).content.decode()
    with clock.at(SAFE):
        assert iris.post(path, answer).status_code == 302


@pytest.mark.parametrize("end", ["", "klaar/", "zaak/"])
def test_without_a_case_only_a_promised_number_in_the_promised_hours(end: str) -> None:
    iris, given = cast.desk_client("iris"), {"call_back": "yes", "number": "0612345678", "hours_to": "17:00"}
    where = f"/contact/{new_id()}/{end}"
    for more, at in [({}, SAFE), ({"call_back": "no"}, SAFE), ({**given, "number": ""}, SAFE), (given, LATE)]:
        before = refusals()
        with clock.at(at):
            answer = iris.post(where, cast.sheet(**{**OUT, "team": "jeugdhulp", **more}))
        assert answer.status_code == 422, more
        assert "Zij vroeg naar de zitting." in answer.content.decode()
        assert refusals() == before + 1
    with clock.at(SAFE):
        assert iris.post(where, cast.sheet(**{**OUT, "team": "jeugdhulp", **given})).status_code == 302


def test_calling_somebody_back_asks_the_same_door() -> None:
    case, iris, contact_id = cast.taken(), cast.desk_client("iris"), new_id()
    party = mother_of(case, iris)
    with clock.at(SAFE):
        sheet = typed(case, party, result="missed", callback_on="2027-01-04")
        assert iris.post(f"/contact/{contact_id}/koppelen/", sheet).status_code == 302
    tried, before = f"/contact/{contact_id}/poging/", refusals()
    for at, more in [(LATE, {"word_asked": "1"}), (SAFE, {})]:
        with clock.at(at):
            iris.post(tried, {"result": "reached", **more})
    assert refusals() == before + 2
    assert cast.contact("iris", contact_id).course["attempts"] == []
    with clock.at(SAFE):
        iris.post(tried, {"result": "reached", "word_asked": "1"})
    assert len(cast.contact("iris", contact_id).course["attempts"]) == 1
    _never_again(case, iris, UUID(party))
    iris.post(f"/contact/{contact_id}/terugbellen/", {"callback_on": "2027-01-11"})
    assert cast.contact("iris", contact_id).callback_on is None


def _never_again(case: Case, iris: Client, party: UUID) -> None:
    changed = {**MOTHER, "by_call": "no"}
    assert iris.post(f"/zaak/{case.code}/persoon/{party}/", changed).status_code == 302


def test_the_own_code_word_of_a_caller_is_asked_when_she_is_called_back() -> None:
    iris, contact_id = cast.desk_client("iris"), cast.log_contact("iris", callback_on="2027-01-04", code_word="appel")
    assert "Ik vraag eerst naar het codewoord" in iris.get("/terugbellen/").content.decode()
    for more, tries in [({}, 0), ({"word_asked": "1"}, 1)]:
        iris.post(f"/contact/{contact_id}/poging/", {"result": "reached", **more})
        assert len(cast.contact("iris", contact_id).course["attempts"]) == tries
