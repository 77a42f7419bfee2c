"""Read a report a second time: never by who wrote in it, always what was seen; remarks, back, and yes."""

from __future__ import annotations

import json
from typing import Any

import pytest

from helpdesk.reports.review import reads, review
from helpdesk.reports.tests.writing_scene import Written, written
from helpdesk.reports.workflow import State
from tests import cast

pytestmark = pytest.mark.django_db


def asked(made: Written | None = None) -> Written:
    """Iris wrote it and asked Sanne."""
    found = made or written()
    found.saved("Het kind is niet gehoord.")
    found.do("nalezen/vraag", reader=str(cast.member("sanne").pk), note="Let op het vierde hoofdstuk")
    return found


def agree(made: Written, who: str = "sanne", expect: int = 302) -> str:
    seen = made.as_(who).get(f"{made.at}nalezen/").context["more"].seen
    return made.do("nalezen/akkoord", who=who, expect=expect, seen=seen)


def agreed(made: Written) -> bool:
    from helpdesk.reports.access_parts import standing

    with cast.opened("iris", made.case) as file:
        return review(made.report, standing(file, made.id)).approved is not None


def test_a_colleague_is_asked_and_agrees() -> None:
    made = asked()
    assert made.report.state == State.READING
    assert "Let op het vierde hoofdstuk" in made.look("nalezen", "sanne")
    agree(made)
    assert agreed(made)
    assert cast.acts(made.case)[-2:] == ["ask-second-reader", "read-report"]
    assert "is akkoord" in made.look("nalezen")


def test_whoever_was_asked_to_read_it_proposes_in_the_editor() -> None:
    made = asked()
    assert 'data-mode="suggest"' in made.look("", "sanne")
    assert "data-mode" not in made.look("", "iris")


def test_who_reads_is_one_rule_for_the_editor_and_for_taking_a_chapter() -> None:
    made = asked()
    sanne, iris = cast.member("sanne"), cast.member("iris")
    assert reads(made.report, sanne)
    assert not reads(made.report, iris)
    agree(made)
    assert reads(made.report, sanne), "her yes counts on, so a word of hers is still a proposal"
    made.do("nalezen/terug", who="sanne", text="Bekijk het vierde hoofdstuk nog eens.")
    assert made.report.state == State.DRAFT
    assert not reads(made.report, sanne)


def test_the_author_is_never_the_reader() -> None:
    made = written()
    made.saved("Van Iris.")
    made.saved("Van Iris.", part="conclusion", who="sanne")
    for who in ("iris", "sanne"):
        page = made.do("nalezen/vraag", expect=422, reader=str(cast.member(who).pk))
        assert "leest het niet na" in page or "kan hier niet meelezen" in page, who
    assert made.report.state == State.DRAFT


def test_a_reader_who_writes_is_an_author_from_then_on() -> None:
    made = asked()
    assert "ben akkoord" in made.look("nalezen", "sanne"), "the control"
    made.saved("Ik schreef dit.", who="sanne", part="conclusion")
    assert "ben akkoord" not in made.look("nalezen", "sanne")
    assert "leest het niet na" in agree(made, expect=422)
    assert not agreed(made)


def test_every_later_word_asks_for_a_new_yes() -> None:
    made = asked()
    agree(made)
    made.saved("Het kind is niet gehoord, ook later niet.")
    assert not agreed(made)
    assert "Na het akkoord is er iets veranderd" in made.look("nalezen")
    agree(made)
    assert agreed(made)
    with cast.opened("iris", made.case, to="write-report") as file:
        from helpdesk.reports import actions

        actions.take_out_fact(file=file, report_id=made.id, ref=made.fact)
    assert not agreed(made), "a fact counts as a word"


def test_what_changed_under_her_eyes_is_not_agreed_with() -> None:
    made = asked()
    seen = made.as_("sanne").get(f"{made.at}nalezen/").context["more"].seen
    made.saved("Nog een zin.")
    assert "intussen iets veranderd" in made.do("nalezen/akkoord", who="sanne", expect=422, seen=seen)
    assert not agreed(made)


def test_remarks_are_answered_and_seen_to_before_a_yes() -> None:
    made = asked()
    one = made.post("opmerkingen/", {"text": "Dit is te sterk.", "on": ""}, who="sanne")
    said = json.loads(one.content)
    assert (said["text"], said["mine"], said["done"]) == ("Dit is te sterk.", True, False)
    other = json.loads(made.post("opmerkingen/", {"text": "Het is nu zachter.", "on": said["id"]}).content)
    assert [answer["text"] for answer in other["answers"]] == ["Het is nu zachter."]
    assert [comment["id"] for comment in made.load()["comments"]] == [said["id"]]
    assert "opmerkingen open" in agree(made, expect=422)
    assert made.post(f"opmerkingen/{said['id']}/klaar/").json()["done"]
    agree(made)
    refused: list[Any] = [{}, {"text": " "}, {"text": "x", "on": "niets"}, {"text": "x", "on": str(made.id)}, []]
    for bad in refused:
        assert made.post("opmerkingen/", bad).status_code == 422, bad


def test_remarks_on_the_page_itself() -> None:
    made = asked()
    made.do("nalezen/opmerking", who="sanne", text="Mist het belang van het kind.")
    (one,) = review(made.report, {}).remarks
    made.do("nalezen/opmerking", text="Staat nu in hoofdstuk 6.", on=one.id)
    made.do(f"nalezen/opmerking/{one.id}/klaar", who="sanne")
    page = made.look("nalezen")
    assert "Staat nu in hoofdstuk 6." in page
    assert "Toch niet klaar" in page
    assert "niet meer" in made.do("nalezen/opmerking", expect=422, text="Zo.", on="geen")


def test_it_comes_back_with_what_has_to_be_done() -> None:
    made = asked()
    assert "Schrijf" in made.do("nalezen/terug", who="sanne", expect=422, text="")
    made.do("nalezen/terug", who="sanne", text="Het derde feit mist een bron.")
    assert made.report.state == State.DRAFT
    assert "Het derde feit mist een bron." in made.look("nalezen")


def test_versions_are_listed_compared_and_brought_back() -> None:
    made = written()
    made.saved("Eerste tekst met een olifant.")
    made.post("laat-los/")
    made.saved("Tweede tekst met een giraf.", who="sanne")
    made.post("laat-los/", who="sanne")
    assert "olifant" in made.look("versies/application")
    (old,) = [one for one in made.versions() if "olifant" in str(one["doc"])]
    page = made.look(f"versies/application/{old['id']}")
    assert "olifant" in page
    assert "giraf" in page
    assert "<del" in page
    made.do(f"versies/application/{old['id']}/terug")
    assert made.words() == "Eerste tekst met een olifant."
    assert "giraf" in str(made.versions()), "nothing is lost by going back"
    assert "niet" in made.look(f"versies/application/{made.id}", expect=422)


def test_what_could_not_be_put_in_waits_on_the_page_until_it_was_seen_to() -> None:
    made = written()
    base = made.saved("Een.")
    made.saved("Twee.")
    lost = json.loads(made.save("Drie, uit een ander venster.", base=base).content)["conflict"]
    page = made.look("nalezen")
    assert "Kon niet worden ingevoegd" in page
    assert "kon niet worden ingevoegd" in made.look()
    assert "Drie, uit een ander venster." in made.look(f"versies/application/{lost}")
    made.do(f"nalezen/niet-ingevoegd/{lost}/klaar")
    assert "Kon niet worden ingevoegd" not in made.look("nalezen")
    assert "kon niet worden ingevoegd" not in made.look()
    assert "al afgehandeld" in made.do(f"nalezen/niet-ingevoegd/{lost}/klaar", expect=422)
