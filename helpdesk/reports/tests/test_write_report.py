"""A report is written: facts with their source, her own words, passages as they stood, conditions, annexes, consent."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from helpdesk.cases.models import Attachment, Source
from helpdesk.cases.workflow import NotNow
from helpdesk.library.tests.shelf import CODE
from helpdesk.reports import actions
from helpdesk.reports.document import nodes, said
from helpdesk.reports.manuscript import canonical, read
from helpdesk.reports.tests.scene import DECIDED, REASON, WORDS, scene
from helpdesk.reports.told import Agreed, Enclosure, FactTold
from tests import cast
from tests.walk import a_picture

pytestmark = pytest.mark.django_db


def test_a_fact_has_its_source_and_its_number_by_its_day() -> None:
    made = scene()
    late = made.fact("Zij woont bij pleegouders.", day=None, day_words="sinds de zomer")
    early = made.fact(contested="yes", contested_by=(made.mother,), page="3")
    first, second = made.manuscript.facts
    assert (first.ref, second.ref) == (early, late), "what has a day comes first"
    assert first.said_by == "moeder, blz. 3"
    assert first.contested_by == "ouder met gezag M.B."
    assert second.day_words == "sinds de zomer"


def test_a_fact_comes_from_this_case_only() -> None:
    made, other = scene(), scene()
    with pytest.raises(NotNow, match="Kies waar dit feit vandaan komt"):
        made.fact(source_id=other.mother)
    with pytest.raises(NotNow, match="staat niet bij de zaak"):
        made.fact(contested="yes", contested_by=(other.mother,))
    assert not made.report.facts


def test_a_fact_is_set_right_and_taken_out_and_stays_in_its_steps() -> None:
    made = scene()
    ref = made.fact()
    told = FactTold(text="Er was geen gesprek.", source="party", source_id=made.mother, said_by="moeder")
    made.do(actions.change_fact, ref=ref, told=told)
    assert [one.text for one in made.report.facts] == ["Er was geen gesprek."]
    made.do(actions.take_out_fact, ref=ref)
    assert not made.report.facts
    texts = [one.said.get("text") for one in made.report.lines]
    assert "Het besluit noemt geen gesprek met haar." in texts, "nothing is lost"
    with pytest.raises(NotNow, match="is er niet meer"):
        made.do(actions.take_out_fact, ref=ref)


def quote(made: Any, text: str) -> Any:
    told = FactTold(
        text=text, source="message", source_id=made.message, said_by="het kind", voice=True, how="Zij schreef het zelf."
    )
    return made.do(actions.quote_child, told=told, words=WORDS)


def test_her_own_words_stand_in_her_chapter_as_she_said_them() -> None:
    made = scene()
    _, placed = quote(made, "Ik wil weten wanneer ik naar huis mag. … wil ik dat ze dat zeggen.")
    assert placed
    (block,) = (node for node in nodes(made.doc("voice")) if node["type"] == "blockquote")
    assert block["attrs"]["who"] == "het kind"
    assert "Ik wil weten wanneer" in said(block)
    doc = made.doc("voice")["content"]
    assert [one["type"] for one in doc].index("blockquote") == 3, (
        "under its own heading, in the place of the empty line"
    )


def test_words_that_she_did_not_say_are_no_quote() -> None:
    made = scene()
    for text in ("Ik wil nooit meer naar huis.", "…", "Ik wil weten waarom ik naar huis mag."):
        with pytest.raises(NotNow, match="staat er niet zo"):
            quote(made, text)
    assert not made.report.facts


def test_a_quote_becomes_shorter_and_not_another() -> None:
    made = scene()
    ref, _ = quote(made, "Ik wil weten wanneer ik naar huis mag.")
    held: dict[str, Any] = {"source": "message", "source_id": made.message, "said_by": "het kind", "voice": True}
    with pytest.raises(NotNow):
        made.do(actions.change_fact, ref=ref, told=FactTold(text="Ik mag naar huis, zegt zij.", **held))
    made.do(actions.change_fact, ref=ref, told=FactTold(text="… wanneer ik naar huis mag.", **held))
    assert made.report.facts[0].text == "… wanneer ik naar huis mag."


def test_a_passage_is_cited_as_it_stood_on_the_day_of_the_decision() -> None:
    made = scene()
    ref = made.cite()
    (line,) = made.manuscript.citations
    assert line.ref == ref
    assert line.quote == "Twee, anders.", "the state of 1 July 2026, for the decision is of October"
    assert line.digest == hashlib.sha256(line.quote.encode()).hexdigest()
    assert line.group == "law"
    made.do(actions.frame_report, told=made.told(decision_on=None, on=DECIDED.replace(year=2021)))
    made.do(actions.cite_anew, ref=ref)
    assert made.manuscript.citations[0].quote == "Twee.", "the state of that day"


def test_cited_twice_it_is_one_and_the_case_relies_on_it_once() -> None:
    made = scene()
    assert made.cite() == made.cite()
    with cast.opened("iris", made.case) as file:
        rows = file.open(Source.objects.filter(case=made.case))
        assert [(row.content["code"], row.content["place"]) for row in rows] == [(CODE, "artikel=2")]
        assert file.case.summary["sources"], "so a worklist lights up when the law changes"


def test_a_passage_that_is_not_there_is_not_cited() -> None:
    made = scene()
    for work, place in ((CODE, "artikel=99"), ("BWBR0000000", "artikel=1")):
        with pytest.raises(NotNow):
            made.cite(place, work)
    with cast.opened("iris", made.case) as file:
        assert not Source.objects.filter(case=made.case).exists()
        assert not file.case.summary.get("sources")


def test_what_a_chapter_stands_on_is_not_taken_out() -> None:
    made = scene()
    ref = made.fact()
    with cast.opened("iris", made.case, to="write-report") as file:
        from helpdesk.reports.models import ReportPart

        part = file.mine(ReportPart.objects.get(report=made.uuid, key="application"))
        atom = {"type": "paragraph", "attrs": {"id": "aaaaaaaa"}, "content": [{"type": "fact", "attrs": {"ref": ref}}]}
        part.content = {**part.content, "doc": {"type": "doc", "content": [atom]}}
        part.save(update_fields=["content"])
    with pytest.raises(NotNow, match="Toepassing op dit kind"):
        made.do(actions.take_out_fact, ref=ref)


def test_conditions_say_why_and_are_never_added_up() -> None:
    made = scene()
    now, because = {1: "good", 2: "poor"}, {1: "Uit het gesprek.", 2: "Uit het besluit."}
    stay = ("Zij blijft", {1: "moderate"}, {1: "Dat zegt de school."})
    made.do(actions.weigh, now=now, evidence=because, outcomes=[stay])
    found = made.manuscript.conditions
    assert found is not None
    assert found.now == now
    assert found.names[1] == "adequate verzorging"
    assert len(found.names) == 14
    assert found.outcomes[0].expected == {1: "moderate"}
    with pytest.raises(NotNow, match="waaruit dat blijkt"):
        made.do(actions.weigh, now=now, evidence={}, outcomes=[])
    with pytest.raises(NotNow, match="waarom je dat verwacht"):
        made.do(actions.weigh, now={}, evidence={}, outcomes=[("Zij blijft", {1: "poor"}, {})])
    with pytest.raises(NotNow, match="Kies goed"):
        made.do(actions.weigh, now={1: "7"}, evidence={1: "x"}, outcomes=[])


def annexed(made: Any) -> list[str]:
    """Two safe copies, enclosed."""
    for name in ("besluit.png", "verslag.png"):
        file = SimpleUploadedFile(name, a_picture())
        made.client.post(f"/zaak/{made.case.code}/bestand/", {"source": "letter", "files": file})
    with cast.opened("iris", made.case):
        rows = [str(row.pk) for row in Attachment.objects.filter(case=made.case, state="safe").order_by("id")]
    assert len(rows) == 2
    return [
        str(made.do(actions.enclose, enclosure=Enclosure("file", row, f"Stuk {at}", DECIDED, 1)))
        for at, row in enumerate(rows, start=1)
    ]


def annex_of(made: Any, ref: str) -> int:
    found = made.manuscript.fact(ref)
    return int(found.annex) if found else -1


def test_annexes_are_numbered_moved_and_known_by_their_digest() -> None:
    made = scene()
    one, two = annexed(made)
    assert [(annex.number, annex.title) for annex in made.manuscript.annexes] == [(1, "Stuk 1"), (2, "Stuk 2")]
    assert all(len(annex.digest) == 64 for annex in made.manuscript.annexes)
    held = made.report.annexes[0]
    fact = made.fact(source="file", source_id=held.id, said_by="besluit")
    assert annex_of(made, fact) == 1
    made.do(actions.move_annex, ref=one, up=False)
    assert annex_of(made, fact) == 2, "the number of an annex is looked up, never typed"
    made.do(actions.move_annex, ref=one, up=False)
    with pytest.raises(NotNow, match="gaat al mee"):
        made.do(actions.enclose, enclosure=Enclosure("file", held.id, "Nog eens", DECIDED))
    made.do(actions.take_out_annex, ref=two)
    assert [annex.title for annex in made.manuscript.annexes] == ["Stuk 1"]
    with pytest.raises(NotNow, match="er niet meer"):
        made.do(actions.move_annex, ref=two, up=True)


def test_consent_says_how_it_was_given() -> None:
    made = scene()
    assert made.report.consent is None
    yes = Agreed("yes", "Op 6 november, in een gesprek.", "not-needed", "", "", DECIDED)
    made.do(actions.record_report_consent, agreed=yes)
    assert made.report.consent is not None
    assert made.report.consent.given
    with pytest.raises(NotNow, match="hoe en wanneer"):
        made.do(actions.record_report_consent, agreed=Agreed("yes", "", "yes", "Per brief", "", None))
    no = Agreed("no", "Zij wil dit niet.", "yes", "Per brief", "", None)
    made.do(actions.record_report_consent, agreed=no)
    assert made.report.consent is not None
    assert not made.report.consent.given


def test_initials_unless_somebody_chose_a_name_and_said_why() -> None:
    made = scene()
    paper = canonical(made.manuscript).decode()
    for name in ("Dounia", "Mariam", "Jansen", "Iris"):
        assert name not in paper
    assert made.manuscript.front.child == "D.A., 8 jaar"
    with pytest.raises(NotNow):
        made.do(actions.name_in_full, parties=[made.mother], reason="zomaar")
    made.do(actions.name_in_full, parties=[made.lawyer, "staff"], reason=REASON)
    front = made.manuscript.front
    assert "Willem Jansen" in front.for_whom, "the control"
    assert front.writer.startswith("Iris")
    assert "Mariam" not in canonical(made.manuscript).decode()
    made.do(actions.frame_report, told=made.told(title="Anders"))
    assert "Willem Jansen" in made.manuscript.front.for_whom, "setting the frame right keeps what was allowed"


def test_the_manuscript_can_be_written_down_and_read_back() -> None:
    made = scene()
    made.fact()
    made.cite()
    assert canonical(read(canonical(made.manuscript))) == canonical(made.manuscript)
