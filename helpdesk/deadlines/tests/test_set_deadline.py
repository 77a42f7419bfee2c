"""Set a last day: reckoned with its steps and kept as it was, or by hand where we do not reckon."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from helpdesk.deadlines.counted import Decision, from_term
from helpdesk.deadlines.models import Deadline
from helpdesk.deadlines.tests.scene import OBJECTION, scene, soon
from helpdesk.lib import clock
from helpdesk.remedies.answer import safe_day
from helpdesk.remedies.reckoning import NotReckoned
from helpdesk.remedies.terms import Term, terms, version
from tests import cast

pytestmark = pytest.mark.django_db


def test_it_is_shown_first_and_what_was_shown_is_set() -> None:
    made = scene()
    form = {
        "term": OBJECTION,
        "on": "2026-11-13",
        "way": "sent",
        "owner": str(cast.member("iris").pk),
        "whom": "het kind",
    }
    shown = made.client.post(made.at, {**form, "act": "show"}).content.decode()
    assert "Laatste dag: maandag 28 december" in shown  # six weeks end on Christmas, which moves
    assert "6:7; 6:8; 6:9" in shown
    assert "nagelezen" in shown
    assert made.all() == []
    other = made.client.post(made.at, {**form, "act": "set", "shown": "2026-12-24"})
    assert other.status_code == 200
    assert made.all() == [], "another day than the one that was shown is not set"
    assert made.client.post(made.at, {**form, "act": "set", "shown": "2026-12-28"}).status_code == 302
    (deadline,) = made.all()
    assert (deadline.last, deadline.safe) == (date(2026, 12, 28), date(2026, 12, 22))
    assert deadline.said["version"] == version()
    assert deadline.said["decision"] == {"on": "2026-11-13", "way": "sent", "whom": "het kind"}
    assert [step["rule"] for step in deadline.said["steps"]][:1] == ["R1"]
    assert deadline.said["row"]["article"] == "6:7; 6:8; 6:9"
    page = made.client.get(f"{made.at}{deadline.id}/").content.decode()
    for kept in ("Hoe we rekenden", version(), "Nog niet nagelezen".lower(), "het kind"):
        assert kept in page
    assert cast.acts(made.case)[-1] == "set-deadline"


def test_only_state_and_safe_day_lie_in_the_clear() -> None:
    clear = {field.name for field in Deadline._meta.local_concrete_fields}
    assert clear == {"id", "case", "created_on", "state", "safe_on"}


def uncomputable() -> list[Term]:
    found = []
    for term in terms():
        try:
            from_term(term.id, Decision(date(2026, 11, 13)))
        except NotReckoned:
            found.append(term)
    return found


def test_what_is_uncertain_gets_no_day_and_is_written_down_by_hand() -> None:
    made, refused = scene(), uncomputable()
    assert {term.confidence for term in refused} >= {"uncertain", "verified"}
    for term in (next(one for one in refused if one.confidence == kind) for kind in ("uncertain", "verified")):
        form = {"term": term.id, "on": "2026-11-13", "way": "sent", "owner": str(cast.member("iris").pk)}
        for act in ("show", "set"):
            page = made.client.post(made.at, {**form, "act": act, "shown": "2026-11-27"})
            assert page.status_code == 200
            assert "Zoek de dag zelf op en leg hem met de hand vast" in page.content.decode()
            assert "Zet vast" not in page.content.decode()
    begun = made.client.post(f"{made.at}met-de-hand/", {"act": "begin", "what": "bezwaar", "source": "Awb 6:7"})
    assert begun.status_code == 200
    assert 'value="Awb 6:7"' in begun.content.decode()
    assert made.all() == []


def test_by_hand_with_reason_and_source() -> None:
    made, last = scene(), soon(20)
    assert "Schrijf waar de dag vandaan komt" in made.by_hand(last, source="", expect=422)
    assert "Schrijf in minstens 20 letters waarom." in made.by_hand(last, text="Zomaar.", expect=422)
    assert "Kies een dag vanaf vandaag" in made.by_hand(clock.today() - timedelta(days=1), expect=422)
    made.by_hand(last)
    assert made.deadline.by_hand
    assert made.deadline.cite == "Brief van de school van maandag"
    page = made.look()
    assert "met de hand" in page
    assert "Hoe we rekenden" not in page


def test_the_safe_day_lies_a_margin_before_and_never_before_the_term() -> None:
    assert safe_day(date(2026, 11, 27)) == date(2026, 11, 24)
    assert safe_day(date(2026, 11, 29)) == date(2026, 11, 25), "back from a Sunday too"
    assert safe_day(date(2026, 12, 28)) == date(2026, 12, 22), "Christmas is no day to work"
    assert safe_day(date(2026, 11, 27), date(2026, 11, 26)) == date(2026, 11, 26)
    assert safe_day(date(2026, 11, 27), date(2026, 12, 3)) == date(2026, 11, 27)


def test_the_owner_must_see_the_case() -> None:
    made = scene()
    page = made.by_hand(soon(20), owner="farah", expect=422)
    assert "Kies iets uit de lijst" in page
    assert made.all() == []


def test_where_somebody_is_locked_up_no_day_is_added() -> None:
    locked = next(one for one in terms() if one.id == "VW-11")
    counted, found = from_term(locked.id, Decision(date(2026, 12, 18)))
    assert counted.last == found.nominal == date(2026, 12, 25), "Christmas, and it stays"


def test_in_triage_whoever_sees_it_first_sets_it() -> None:
    case = cast.ask_question()
    mo = cast.desk_client("mo")
    mo.get(f"/triage/{case.code}/")
    assert mo.post(f"/zaak/{case.code}/aannemen/").status_code == 302
    last = soon(20).isoformat()
    form = {"what": "Reactie", "last": last, "source": "Brief", "text": "Dat staat zo in de brief van de school."}
    answer = mo.post(f"/zaak/{case.code}/termijnen/met-de-hand/", {**form, "owner": str(cast.member("mo").pk)})
    assert answer.status_code == 302, answer.content.decode()[-2000:]
    with cast.opened("mo", case) as file:
        assert file.case.summary["deadlines"][0]["what"] == "Reactie"


def test_what_is_wrong_is_said_and_what_was_typed_stays() -> None:
    made = scene()
    page = made.client.post(
        made.at, {"act": "show", "term": "", "on": "2026-02-31", "way": "sent", "whom": "de moeder"}
    )
    assert page.status_code == 422
    said = page.content.decode()
    for words in ("Kies de termijn.", "Deze dag bestaat niet. Kijk nog eens op de brief.", "de moeder"):
        assert words in said
    old = made.client.post(made.at, {"act": "show", "term": OBJECTION, "on": "2001-01-01", "way": "sent"})
    assert "meer dan vijf jaar weg" in old.content.decode()


def test_policy_and_another_team_find_none() -> None:
    made = scene()
    made.set()
    assert cast.refused("farah", made.case, "termijnen")
    assert cast.refused("lotte", made.case, f"termijnen/{made.id}/klopt")


def test_a_letter_from_another_page_is_shown_and_is_mine() -> None:
    made = scene()
    answer = made.client.post(made.at, {"term": OBJECTION, "on": "2026-11-13", "way": "ruled", "whom": "Ouder"})
    assert answer.status_code == 200
    assert "Laatste dag: maandag 28 december" in answer.content.decode()
    assert answer.context["form"]["owner"].value() == str(cast.member("iris").pk)
    assert made.all() == []
