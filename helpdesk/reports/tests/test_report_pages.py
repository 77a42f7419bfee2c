"""A report is made through its pages: begun from the case, facts chosen, words quoted, passages found and cited."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from helpdesk.library.tests.shelf import CODE
from helpdesk.reports.document import said
from helpdesk.reports.tests.scene import DECIDED, REASON, WRITTEN, Scene, scene
from tests import cast

pytestmark = pytest.mark.django_db


def frame(made: Scene, **more: Any) -> dict[str, Any]:
    said = {"procedure": "court", "title": "Terug naar huis", "child": made.child, "lawyer": made.lawyer}
    return {**said, "decision_on": DECIDED.isoformat(), "on": WRITTEN.isoformat(), "age": "8 jaar", **more}


def test_it_begins_from_the_case_with_what_the_case_knows() -> None:
    made = scene(started=False)
    made.client.post(f"/zaak/{made.case.code}/termijnen/procedure/", {"body": "Rechtbank Den Haag", "number": "C/09/1"})
    page = made.client.get(made.at).content.decode()
    assert "Rechtbank Den Haag" in page
    assert "C/09/1" in page
    assert "Dounia" not in page, "initials"
    answer = made.client.post(made.at, frame(made))
    assert answer.status_code == 302
    shown = made.client.get(answer["Location"]).content.decode()
    assert "Kinderrechtenrapportage voor D.A., 8 jaar" in shown
    for heading in ("1. Samenvatting", "6. Afweging van belangen", "10. Bijlagen en verantwoording", "Voor het kind"):
        assert heading in shown
    assert "Terug naar huis" in made.client.get(f"/zaak/{made.case.code}/").content.decode(), "a line on the case page"
    assert answer["Location"] in made.client.get("/rapportages/").content.decode()


def test_nothing_typed_is_lost_when_something_is_wrong() -> None:
    made = scene(started=False)
    again = made.post("", expect=422, **frame(made, title="", question="Mag zij naar huis?"))
    assert "Geef de rapportage een titel." in again
    assert "Mag zij naar huis?" in again


def test_a_fact_is_chosen_from_the_case_and_worded_once() -> None:
    made = scene()
    made.post("feiten/nieuw/", text="Zij woont bij pleegouders.", piece=f"party:{made.mother}", contested="no")
    (fact,) = made.report.facts
    assert fact.said_by == "ouder met gezag M.B.", "looked up, not typed"
    assert "niet betwist" in made.look("feiten/")
    made.post(f"feiten/{fact.ref}/", text="Zij woont daar.", piece=f"party:{made.mother}", contested="no")
    assert made.report.facts[0].text == "Zij woont daar."
    listed = json.loads(made.look("feiten/lijst/"))["facts"]
    assert [(one["id"], one["label"], one["text"]) for one in listed] == [(fact.ref, "feit 1", "Zij woont daar.")]
    made.post(f"feiten/{fact.ref}/weg/")
    assert "Er staan nog geen feiten in" in made.look("feiten/")


def test_who_contests_it_is_said() -> None:
    made = scene()
    typed: dict[str, Any] = {"text": "Er was geen gesprek.", "piece": f"party:{made.mother}", "contested": "yes"}
    assert "Kies wie het betwist." in made.post("feiten/nieuw/", expect=422, **typed)
    made.post("feiten/nieuw/", **typed, contested_by=[made.lawyer])
    assert made.manuscript.facts[0].contested_by == "advocaat W.J."
    made.post("feiten/nieuw/", **{**typed, "contested": "no"})
    listed = json.loads(made.look("feiten/lijst/"))["facts"]
    assert [one["contested"] for one in listed] == [True, False], "the editor asks only whether"


def test_her_words_are_chosen_and_cut_down() -> None:
    made = scene()
    chosen = made.look("woorden/")
    assert "Ik wil weten wanneer" in chosen
    piece = f"message:{made.message}"
    form = made.post("woorden/", expect=200, piece=piece)
    assert "Hoe zijn deze woorden verzameld?" in form
    typed: dict[str, Any] = {"piece": piece, "how": "Zij schreef het zelf.", "said_by": "D.A., bericht"}
    wrong = made.post("woorden/", expect=422, **typed, text="Ik wil dit niet.")
    assert "Dit staat er niet zo." in wrong
    assert "Ik wil dit niet." in wrong, "what was typed is there"
    made.post("woorden/", **typed, text="Ik wil weten wanneer ik naar huis mag.")
    assert "Ik wil weten wanneer ik naar huis mag." in said(made.doc("voice"))
    assert made.report.facts[0].voice


def test_a_passage_is_found_and_cited_on_the_page_and_by_the_editor() -> None:
    made = scene()
    found = made.post("bronnen/", expect=200, q="art. 2 Proefwet")
    assert "Twee, anders." in found
    made.post("bronnen/citeer/", work=CODE, address="artikel=2")
    assert "art. 2 Proefwet" in made.look("bronnen/")
    answer = made.client.post(f"{made.url}bronnen/zoek/", {"q": "art. 1 Proefwet"}, content_type="application/json")
    (one,) = answer.json()["found"]
    assert set(one) == {"work", "address", "label", "text", "sure", "in_force"}
    where = {"work": one["work"], "address": one["address"]}
    said = made.client.post(f"{made.url}bronnen/citeer/", where, content_type="application/json").json()
    assert made.report.citation(said["id"])
    assert said["text"] == "Eén."
    wrong = made.client.post(f"{made.url}bronnen/citeer/", {"work": "niets"}, content_type="application/json")
    assert wrong.status_code == 422
    assert "bibliotheek" in wrong.json()["error"]
    ref = made.report.citations[0].ref
    made.post(f"bronnen/{ref}/opnieuw/")
    made.post(f"bronnen/{ref}/weg/")
    assert len(made.report.citations) == 1


def test_an_open_report_lights_up_when_its_law_changes() -> None:
    from helpdesk.library.tests.shelf import state

    made = scene()
    made.cite()
    assert "is gewijzigd" not in made.look(), "the control"
    state({"1": "Eén.", "2": "Twee, heel anders."}, on=WRITTEN)
    assert "Een bron van deze rapportage is gewijzigd." in made.look()


def test_conditions_are_a_form_of_fourteen_without_a_total() -> None:
    made = scene()
    page = made.look("voorwaarden/")
    assert page.count('id="v') == 14
    for word in ("totaal", "score", "punten"):
        assert word not in page.lower()
    typed: dict[str, Any] = {
        "title_1": "Zij blijft",
        "now_3": "good",
        "evidence_3": "Uit het verslag.",
        "expected_1_3": "poor",
    }
    wrong = made.post("voorwaarden/", expect=422, **typed)
    assert "Schrijf bij voorwaarde 3 waarom" in wrong
    assert "Uit het verslag." in wrong
    made.post("voorwaarden/", **typed, because_1_3="Zij verliest haar moeder.")
    assert "Zij verliest haar moeder." in made.look("voorwaarden/")


def test_names_and_consent_are_visible_choices() -> None:
    made = scene()
    assert "Mariam" not in made.look("namen/"), "a name lies behind an act of its own"
    again = made.post("namen/", expect=422, parties=[made.mother], reason="kort")
    assert "letters waarom" in again
    made.post("namen/", parties=[made.mother], reason=REASON)
    assert REASON in made.look(), "it stands on the page while it holds"
    made.post("namen/")
    assert REASON not in made.look()
    made.post("toestemming/", child="yes", child_how="In een gesprek.", guardian="yes", guardian_how="Per brief.")
    assert made.report.consent is not None
    assert made.report.consent.given


def test_who_may_not_write_reads() -> None:
    made = scene()
    made.fact()
    for who in ("mo", "noor"):
        assert cast.desk_client(who).get(made.url).status_code == 404, who
    assert cast.refused("mo", made.case, f"rapportages/{made.id}/feiten/nieuw/")
    assert "Kinderrechtenrapportage" in made.look(who="sanne"), "the lead of the team"


def test_a_report_that_is_not_there_is_said() -> None:
    made = scene()
    other = scene()
    answer = made.client.get(f"{made.at}{other.id}/")
    assert "Deze rapportage is er niet meer." in answer.content.decode()


def test_the_list_costs_the_same_for_one_and_for_many() -> None:
    made = scene()

    def statements() -> tuple[int, str]:
        with CaptureQueriesContext(connections["default"]) as data, CaptureQueriesContext(connections["keys"]) as keys:
            page = made.client.get("/rapportages/").content.decode()
        return len(data) + len(keys), page

    one, _ = statements()
    for _more in range(3):
        scene()
    many, page = statements()
    assert page.count("data-row") == 4
    assert many == one <= 8
