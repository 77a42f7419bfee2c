"""The checklist: what stops signing, what is worth a look, and where it stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from helpdesk.reports.checks import Around, Consent, Finding, Severity, check, stops
from helpdesk.reports.checks.names import Names
from helpdesk.reports.document import Node, checked
from helpdesk.reports.manuscript import Annex, CitationLine, Conditions, FactLine, Manuscript, Outcome, Part
from helpdesk.reports.tests.test_document import ADDED, FACT, LAW, STANDS, TAKEN, paragraph, text
from helpdesk.reports.tests.test_manuscript import FRONT

CHILD, REMARK = "5f0f7a0e-0000-4000-8000-000000000003", "5f0f7a0e-0000-4000-8000-000000000009"
OURS = {"type": "position"}
NAMED = {"type": "person", "attrs": {"ref": CHILD}}
CITED = {"type": "citation", "attrs": {"ref": LAW, "as": "note"}}
ASKED = {"type": "comment", "attrs": {"id": REMARK}}
QUOTE = {"type": "blockquote", "attrs": {"id": "", "who": "D."}, "content": [paragraph(text("Ik mis mama."))]}


def part(key: str, *content: Node) -> Part:
    return Part(key, 1, key.capitalize(), checked({"type": "doc", "content": list(content)}))


FACTS = (FactLine(FACT, 1, "Niemand sprak met D.", "Besluit", date(2026, 10, 2)),)
SOURCES = (CitationLine(LAW, "art. 12 IVRK", "art. 12 IVRK", "treaty", "…", "geldig", "0" * 64, True),)
PARTS = (
    part("summary", paragraph(text("Kort gezegd: hoor D."))),
    part("voice", QUOTE),
    part("facts", {"type": "generated", "attrs": {"what": "facts"}}),
    part("application", paragraph(text("Dat mag niet.", STANDS), text(" Zo zien wij het.", OURS))),
    part("conclusion", paragraph(text("Wij vragen om haar te horen.", OURS))),
)
WHOLE = Manuscript(FRONT, PARTS, FACTS, SOURCES, {CHILD: "D."})
FINE = Around(date(2026, 11, 28), "objection", consent=Consent("yes", "not-needed"), writers=("iris",), reader="noor")


def found(manuscript: Manuscript = WHOLE, around: Around = FINE) -> list[tuple[str, str]]:
    return [(one.severity.value, one.what) for one in check(manuscript, around)]


def with_part(one: Part) -> Manuscript:
    kept = [other for other in PARTS if other.key != one.key]
    return replace(WHOLE, parts=(*kept, one))


def only(manuscript: Manuscript, around: Around = FINE) -> Finding:
    (one,) = check(manuscript, around)
    assert one.sentence.endswith((".", "”"))
    return one


def test_a_report_that_is_whole_has_nothing_to_look_at() -> None:
    assert found() == []


@pytest.mark.parametrize(
    ("voice", "wanted"),
    [
        (part("voice", paragraph()), [("stops", "no-voice")]),
        (part("voice", paragraph(text("Zij wilde niets zeggen."))), [("look", "no-own-words")]),
        (part("voice", {**QUOTE, "attrs": {"id": "", "who": " "}}), [("stops", "no-who")]),
        (part("plain", {**QUOTE, "attrs": {"id": "", "who": ""}}), [("look", "no-who")]),
    ],
)
def test_the_voice_of_the_child(voice: Part, wanted: list[tuple[str, str]]) -> None:
    assert found(with_part(voice)) == wanted


def test_a_report_without_the_part_has_no_voice_either() -> None:
    assert found(replace(WHOLE, parts=[one for one in PARTS if one.key != "voice"])) == [("stops", "no-voice")]


def test_a_sentence_of_the_reasoning_stands_on_something() -> None:
    words = [
        text("Dat mag niet.", STANDS),
        text(" Het belang van D., o.a. art. 3, telt. "),
        text("😀 Ook"),
        text(" hier!"),
    ]
    told = check(with_part(part("application", paragraph(*words, block="0000abcd"))), FINE)
    assert [(one.what, one.part, one.block, one.start, one.end) for one in told] == [
        ("no-ground", "application", "0000abcd", 14, 51),
        ("no-ground", "application", "0000abcd", 52, 64),
    ]
    assert told[0].sentence == "Waar staat deze zin op? “Het belang van D., o.a. art. 3, telt.”"


def right(citation: str) -> Node:
    words = {
        "right_fact": "Niemand sprak met D.",
        "right_norm": "Ieder kind wordt gehoord.",
        "right_gap": "Dat bleef uit.",
    }
    return {
        "type": "right",
        "attrs": {"id": "", "citation": citation},
        "content": [{"type": kind, "content": [paragraph(text(said))]} for kind, said in words.items()],
    }


def test_the_norm_of_a_right_stands_on_the_provision_that_was_chosen() -> None:
    def asked(citation: str) -> list[str]:
        told = check(with_part(part("application", right(citation))), FINE)
        return [one.sentence.partition("? ")[2] for one in told if one.what == "no-ground"]

    every = ["“Niemand sprak met D.”", "“Ieder kind wordt gehoord.”", "“Dat bleef uit.”"]
    assert asked("") == every, "nothing was chosen"
    assert asked(LAW) == [every[0], every[2]]


def test_places_are_counted_as_the_editor_does() -> None:
    words = [NAMED, text(" weet het "), text("niet ", TAKEN), text("wel. ", ADDED), text("Echt.", OURS)]
    told = [one for one in check(with_part(part("weighing", paragraph(*words))), FINE) if one.what == "no-ground"]
    assert [(one.start, one.end) for one in told] == [(0, 20)]
    assert told[0].sentence.endswith("“weet het wel.”")


@pytest.mark.parametrize(
    "words",
    [
        [text("Dat staat in het verdrag"), CITED, text(".")],
        [text("Wat volgt hieruit?")],
        [text("Dat mag niet", OURS), text(".")],
        [text("– ", OURS)],
    ],
)
def test_these_need_no_other_ground(words: list[dict[str, Any]]) -> None:
    assert found(with_part(part("alternatives", paragraph(*words)))) == []


def test_headings_quotes_and_other_parts_need_no_ground() -> None:
    heading = {"type": "heading", "attrs": {"id": "", "level": 1}, "content": [text("Dat mag niet.")]}
    assert found(with_part(part("weighing", heading, QUOTE))) == []
    assert found(with_part(part("child", paragraph(text("D. is acht."))))) == []


def test_empty_parts_suggestions_and_open_remarks() -> None:
    assert found(with_part(part("conclusion", paragraph()))) == [("stops", "empty")]
    assert found(with_part(part("frame", paragraph()))) == [("look", "empty")]
    proposed = paragraph(text("Wij vragen "), text("niet ", ADDED), text("om haar te horen.", OURS))
    assert found(with_part(part("child", proposed))) == [("stops", "suggestions")]
    remarked = with_part(part("child", paragraph(text("Wie?", ASKED))))
    assert found(remarked) == []
    assert found(remarked, replace(FINE, open_comments={REMARK})) == [("stops", "comments")]


def test_facts_and_citations() -> None:
    bare = replace(FACTS[0], said_by=" ")
    assert found(replace(WHOLE, facts=(bare,))) == [("stops", "no-source")]
    other = replace(FACTS[0], ref=REMARK, number=2)
    assert only(replace(WHOLE, facts=(*FACTS, other))) == Finding(
        Severity.LOOK, "unused-fact", "Geen zin staat op feit 2.", ref=REMARK
    )
    (line,) = SOURCES
    assert found(replace(WHOLE, citations=(replace(line, in_force=False),))) == [("stops", "not-in-force")]
    assert found(replace(WHOLE, citations=(replace(line, in_force=None),))) == [("look", "in-force-unknown")]
    assert found(replace(WHOLE, citations=(replace(line, in_force=None, group="case-law"),))) == []
    assert found(replace(WHOLE, citations=(replace(line, sure="uncertain"),))) == [("look", "unsure-citation")]
    assert found(replace(WHOLE, citations=(line, replace(line, ref=REMARK)))) == [("look", "unused-citation")]
    assert found(replace(WHOLE, citations=())) == [("stops", "gone")]


@pytest.mark.parametrize(
    ("around", "wanted"),
    [
        (replace(FINE, consent=None), "Er is geen toestemming van kind en ouder genoteerd, en ook geen andere grond."),
        (
            replace(FINE, consent=Consent("yes", "no")),
            "Wie het gezag heeft vindt het niet goed, en er is geen andere grond",
        ),
        (replace(FINE, consent=Consent("no", "yes")), "Het kind vindt het niet goed, en er is geen andere grond"),
        (replace(FINE, reader=""), "Er is nog geen tweede lezer."),
        (replace(FINE, reader="iris"), "De tweede lezer schreef mee."),
    ],
)
def test_consent_and_the_second_reader_stop_signing(around: Around, wanted: str) -> None:
    one = only(WHOLE, around)
    assert one.sentence.startswith(wanted)
    assert stops([one]) == [one]


def test_another_ground_is_enough() -> None:
    assert (
        found(WHOLE, replace(FINE, consent=Consent("no", "not-asked", "Bijzondere curator, beschikking van 3 mei")))
        == []
    )


def test_for_whom_it_is() -> None:
    assert found(replace(WHOLE, front=replace(FRONT, for_whom=""))) == [("look", "for-nobody")]


def test_until_when_papers_can_be_filed() -> None:
    """Awb 8:58 lid 1: until ten days before the hearing, so from a hearing on the 15th the last day is the 5th."""
    court = replace(FINE, procedure="court", hearing_on=date(2026, 12, 15))
    one = only(WHOLE, court)
    assert (one.severity, one.what) == (Severity.LOOK, "deadline")
    assert "tot en met zaterdag 5 december 2026" in one.sentence
    assert "art. 8:58 lid 1 Awb, nagelezen" in one.sentence
    late = only(WHOLE, replace(court, today=date(2026, 12, 14)))
    assert late.what == "deadline-over"
    assert only(WHOLE, replace(court, hearing_on=None)).what == "no-hearing"
    assert found(WHOLE, replace(court, procedure="complaint")) == []


HIDDEN = ("Fatima el Amrani", "Jan de Boer", "Mohammed Yilmaz")


@pytest.mark.parametrize(
    ("words", "hits"),
    [
        ("Haar tante Fatima belde.", [("Fatima", True)]),
        ("Mevrouw El Amrani belde.", [("Amrani", True)]),
        ("Fatima El-Amrani, haar tante", [("Fatima El-Amrani", True)]),
        ("Volgens Jan de Boer, en BOER zelf", [("Jan de Boer", True), ("BOER", True)]),
        ("De boer op het land.", [("boer", False)]),
        ("Volgens Mohamed was het stil.", [("Mohamed", False)]),
        ("Oom Yılmaz en Jilmaz", [("Yılmaz", True), ("Jilmaz", False)]),
        ("Het kind wil naar huis. Maar niemand luistert.", []),
        ("", []),
    ],
)
def test_names_that_are_not_to_be_printed(words: str, hits: list[tuple[str, bool]]) -> None:
    assert [(one.words, one.sure) for one in Names(HIDDEN, ()).hits(words)] == hits


def test_who_may_be_named_is_no_hit() -> None:
    assert not Names(HIDDEN, ["Fatima el Amrani"]).hits("Haar tante Fatima el Amrani belde.")


def test_names_are_found_wherever_something_is_printed() -> None:
    note = {"type": "footnote", "attrs": {"text": "Gesprek met Fatima."}}
    quote = {**QUOTE, "attrs": {"id": "", "who": "Fatima"}}
    stay = Outcome("stay", "Bij Fatima", {}, {1: "Fatima"})
    told = Manuscript(
        replace(FRONT, question="Mag Fatima dit?"),
        (*PARTS, part("child", paragraph(text("Bij Fatima thuis.", OURS), note), quote)),
        (replace(FACTS[0], text="Fatima was er."),),
        SOURCES,
        {CHILD: "D."},
        Conditions({1: "zorg"}, {1: "good"}, {1: "Fatima zag het."}, (stay,)),
        (Annex(1, "Brief van Fatima"),),
    )
    names = [one for one in check(told, replace(FINE, hidden=HIDDEN)) if one.what == "name"]
    assert len(names) == 9
    assert {one.severity for one in names} == {Severity.STOPS}
    (first,) = (one for one in names if one.block)
    assert (first.part, first.start, first.end) == ("child", 4, 10)
    assert "Fatima" not in repr(replace(FINE, hidden=HIDDEN))
