"""From a decision to its remedies: every fact with its source, every day from the list, nothing that may not be."""

from __future__ import annotations

import re
from datetime import date

import pytest

from helpdesk.directory.files import items
from helpdesk.remedies.citing import cite
from helpdesk.remedies.decisions import Decision, Line, checked_on, decision, decisions
from helpdesk.remedies.finding import Facts, Finding, Read, Way, Who, find, wrong_way
from helpdesk.remedies.reckoning import reckon
from helpdesk.remedies.terms import term, terms

DAY = date(2026, 11, 13)
MARKS = {"verified", "knowledge", "uncertain"}
EVERY = [(one, who) for one in decisions() for who in Who]
NUMBER = re.compile(r"\b(één|twee|drie|vier|zes|acht|\d+) (dagen|dag|weken|week|maanden|maand|jaar)\b")


def finding(decision_id: str, who: Who = Who.PARENT, day: date = DAY, *, claim_on: date | None = None) -> Finding:
    one = decision(decision_id)
    return find(one, Facts(who, Way(one.ways[0]), day, claim_on))


def lines_of(one: Decision) -> list[Line]:
    return [*one.lines, *one.impossible, *(line for remedy in one.remedies for line in remedy.lines)]


def ids_of(reads: tuple[Read, ...]) -> list[str]:
    return [read.term.id for read in reads]


@pytest.mark.parametrize("one", decisions(), ids=lambda one: one.id)
def test_every_fact_has_a_law_a_source_and_a_mark(one: Decision) -> None:
    for line in lines_of(one):
        assert line.says.endswith(".")
        assert line.law
        assert line.source
        assert line.confidence in MARKS
        assert set(line.who) <= set(Who)
    assert set(one.ways) <= set(Way)
    assert one.public in {"", "ask", "day"}
    assert one.remedies


@pytest.mark.parametrize("one", decisions(), ids=lambda one: one.id)
def test_terms_and_institutions_are_of_the_lists(one: Decision) -> None:
    known = {item.key for item in items() if item.list_name == "institution"}
    listed = {row.id for row in terms()}
    assert set(one.by) <= known
    for remedy in one.remedies:
        assert {reading.term for reading in remedy.readings} <= listed
        assert remedy.readings
        assert {*remedy.at, *remedy.help} <= known
        assert set(remedy.who) <= set(Who)
        assert remedy.closed or set(remedy.who) == set(Who), "whoever may not is told who may"
        assert len(remedy.readings) == 1 or remedy.choose, "a choice says on what it hangs"


def test_no_road_that_is_closed_in_the_netherlands_and_nothing_uncertain_is_offered() -> None:
    used = {reading.term for one in decisions() for remedy in one.remedies for reading in remedy.readings}
    assert not used & {"INT-07", "INT-08", "INT-03", "KLA-01", "VW-20"}
    assert {term(used_id).kind for used_id in used}.isdisjoint({"not_available"})
    assert {term(used_id).confidence for used_id in used} <= {"verified", "knowledge"}


@pytest.mark.parametrize(("one", "who"), EVERY, ids=lambda value: getattr(value, "id", value))
def test_every_reading_has_a_day_or_says_why_not(one: Decision, who: Who) -> None:
    for way in one.ways:
        found = find(one, Facts(who, Way(way), DAY))
        assert found.open or found.closed
        for remedy in (*found.open, *found.closed):
            for read in remedy.reads:
                assert (read.found is None) == bool(read.why_not)
                assert read.found is None or read.found.last == reckon(read.term, DAY).last
                assert not read.why_not or read.why_not.endswith(".")
        assert all(not line.who or who in line.who for line in found.lines)


def test_a_written_instruction_of_friday_the_13th() -> None:
    found = finding("aanwijzing", Who.CHILD_12)
    (court,) = found.open
    assert court.earliest is not None
    assert court.earliest.last == date(2026, 11, 27)
    said = " ".join(line.says for line in court.lines)
    assert "12 jaar of ouder kan dit zelf" in said
    assert "advocaat is niet nodig" in said
    assert "807" in found.decision.impossible[0].law


def test_whoever_may_not_hears_who_may_and_the_day_runs_all_the_same() -> None:
    found = finding("aanwijzing", Who.PARENT_WITHOUT)
    assert not found.open
    assert "ouder met gezag" in found.closed[0].remedy.closed
    assert found.closed[0].earliest is not None
    assert any("bijzondere curator" in line.says for line in found.lines)


def test_under_twelve_the_child_does_not_fight_an_instruction_alone() -> None:
    assert not finding("aanwijzing", Who.CHILD).open
    assert not any("kan dit zelf" in line.says for line in finding("aanwijzing", Who.PARENT).open[0].lines)


def test_a_ruling_counts_from_the_day_of_the_judge_and_not_from_the_post() -> None:
    one = decision("uithuisplaatsing")
    assert "rechter besliste" in wrong_way(one, Way.SENT)
    assert not wrong_way(one, Way.RULED)
    assert "niet van een rechter" in wrong_way(decision("jeugdhulp"), Way.RULED)
    with pytest.raises(ValueError, match="rechter"):
        find(one, Facts(Who.PARENT, Way.SENT, DAY))


def test_another_interested_person_gets_no_day_from_the_day_of_the_ruling() -> None:
    appeal = finding("uithuisplaatsing").open[0]
    assert ids_of(appeal.reads) == ["FAM-09", "FAM-10"]
    assert appeal.reads[0].found is not None
    assert appeal.reads[1].found is None


@pytest.mark.parametrize(
    ("day", "claim_on", "ids"),
    [
        (date(2026, 6, 11), None, ["VW-21"]),
        (date(2026, 6, 12), None, ["VW-02", "VW-03", "VW-21"]),
        (date(2026, 9, 1), date(2026, 6, 11), ["VW-02", "VW-03", "VW-21"]),
        (date(2026, 9, 1), date(2026, 6, 12), ["VW-02", "VW-03"]),
    ],
)
def test_around_the_migration_pact_both_rule_sets_are_given(day: date, claim_on: date | None, ids: list[str]) -> None:
    appeal = finding("asiel", Who.CHILD_12, day, claim_on=claim_on).open[0]
    assert ids_of(appeal.reads) == ids
    assert "jurist kiest" in appeal.remedy.choose
    assert decision("asiel").public == "ask"


def test_the_shortest_reading_is_the_one_to_keep() -> None:
    appeal = finding("asiel", Who.CHILD_12, date(2026, 9, 1)).open[0]
    assert appeal.earliest is not None
    assert appeal.earliest.term.id == "VW-02"


def test_what_did_not_hold_then_has_no_day() -> None:
    assert (
        finding("laatste-rechter", day=date(2021, 5, 3)).open[0].reads[0].why_not == "Op die dag gold deze regel niet."
    )
    assert finding("besluit", day=date(2009, 5, 3)).open[0].earliest is None


@pytest.mark.parametrize("decision_id", ["geen-besluit", "gesloten-maatregel", "schorsing", "bewaring"])
def test_without_a_number_in_the_law_there_is_no_day(decision_id: str) -> None:
    assert finding(decision_id, Who.CHILD_12).open[0].earliest is None


def test_where_somebody_is_locked_up_no_day_is_added() -> None:
    found = finding("inrichting", Who.CHILD_12, date(2026, 5, 7)).open[0].earliest
    assert found is not None
    assert found.last == found.nominal == date(2026, 5, 14)


def test_a_sentence_names_no_length_that_the_list_does_not_know() -> None:
    known = {(row.length, str(row.unit)) for row in terms()}
    # Of the list too, in words of its own: the year after an answer, four months of a fine, six months before 2022.
    known |= {(4, "month"), (6, "month"), (1, "day")}
    numbers = {"één": 1, "twee": 2, "drie": 3, "vier": 4, "zes": 6, "acht": 8}
    units = {"dag": "day", "week": "week", "weken": "week", "maand": "month", "jaar": "year"}
    for one in decisions():
        words = [line.says for line in lines_of(one)] + [remedy.no_day for remedy in one.remedies]
        for text in words:
            for count, unit in NUMBER.findall(text):
                size = (numbers.get(count) or int(count), units[unit.removesuffix("en") if unit != "weken" else unit])
                assert size in known or size[1] == "year", text


@pytest.mark.parametrize(
    ("term_id", "words"),
    [
        ("FAM-01", "art. 1:264 BW"),
        ("FAM-03", "art. 1:265 lid 3 en 1:264 lid 3 BW"),
        ("AWB-01", "art. 6:7, 6:8 en 6:9 Awb"),
        ("VW-02", "art. 69 lid 2 onder a Vw 2000"),
        ("VW-21", "art. 69 (oud) Vw 2000"),
        ("JW-11", "art. 6.1.12 lid 7 Jeugdwet"),
        ("FAM-09", "art. 806 lid 1 onder a en 358 Rv"),
        ("STR-13", "art. 66 lid 7 Bjj"),
    ],
)
def test_an_article_is_written_as_a_jurist_writes_it(term_id: str, words: str) -> None:
    assert cite(term(term_id)) == words


def test_there_is_a_day_on_which_somebody_looked() -> None:
    assert checked_on() <= date.today()  # noqa: DTZ011 - a calendar day
    with pytest.raises(KeyError):
        decision("tovenaar")
