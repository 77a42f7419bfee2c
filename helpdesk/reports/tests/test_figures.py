"""Figures that expose nobody: what is shown fits every count that it keeps back, and is made once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpdesk.reports.counted import Counted, Norm, batch_after, read, year_of
from helpdesk.reports.figures import STEP, TOLD, Figures, closed_years, figures, in_words, kept
from helpdesk.reports.figures import read as read_figures
from helpdesk.reports.followup import Dealt, Result
from helpdesk.reports.outline import outlines

NORMS = [Norm("BWBV0002508", f"artikel={number}") for number in (3, 9, 12)]
Cell = tuple[str, Norm, Dealt]
PROCEDURES = sorted(outlines())[:2]
EVERY = [  # each report that these procedures and articles allow
    Counted(at, Result.GRANTED, {norm: word for norm, word in zip(NORMS, words, strict=True) if word}, signal, False)
    for at, signal in product(PROCEDURES, (False, True))
    for words in product((None, *Dealt), repeat=len(NORMS))
]
one_report = st.sampled_from(EVERY)
several = st.tuples(one_report, st.integers(1, 12))  # most are alike, or no number would reach five
many = st.lists(several, max_size=10).map(lambda drawn: [one for one, times in drawn for _ in range(times)])
calm = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def report(norm: Norm = NORMS[0], word: Dealt = Dealt.FOLLOWED, at: str = "court", signal: bool = False) -> Counted:
    return Counted(at, Result.GRANTED, {norm: word}, signal, False)


def shown(reports: Sequence[Counted]) -> Figures:
    return figures(2025, reports)


def least(found: Figures, cell: Cell) -> int:
    procedure, norm, word = cell
    rows = [row for row in found.rows if (row.procedure, row.norm) == (procedure, norm)]
    return rows[0].least[word] if rows else 0


def cells() -> list[Cell]:
    return [(at, norm, word) for at in PROCEDURES for norm in NORMS for word in TOLD]


@calm
@given(many)
def test_each_number_is_the_class_of_its_own_count_and_nothing_below_five_is_told(reports: list[Counted]) -> None:
    found = shown(reports)
    for cell in cells():
        at, norm, word = cell
        true = sum(one.procedure == at and one.rights.get(norm) == word for one in reports)
        told = least(found, cell)
        assert told % STEP == 0
        assert told <= true < told + STEP
    for pattern in found.patterns:
        said = [one for one in reports if one.signal and one.rights.get(pattern.norm) in TOLD]
        assert len(said) >= pattern.least >= STEP


@settings(calm, max_examples=200)
@given(many, st.data())
def test_every_combination_of_counts_within_the_classes_gives_the_same_page(
    reports: list[Counted], data: st.DataObject
) -> None:
    """So no reckoning with all that is shown, however clever, leaves one count less than its five possibilities."""
    found = shown(reports)
    other: list[Counted] = []
    for norm in NORMS:
        here: list[Counted] = []
        for cell in cells():
            if cell[1] == norm:
                count = least(found, cell) + data.draw(st.integers(0, STEP - 1), label=str(cell))
                here += [report(norm, cell[2], cell[0])] * count
        signals = next((one.least for one in found.patterns if one.norm == norm), 0)
        other += [Counted(r.procedure, r.result, r.rights, at < signals, False) for at, r in enumerate(here)]
    assert shown(other) == found


@calm
@given(many)
def test_a_row_stands_there_only_when_it_tells_something(reports: list[Counted]) -> None:
    """A row full of "fewer than five" would say that the right was named at all."""
    assert all(any(row.least.values()) for row in shown(reports).rows)


@calm
@given(many, one_report)
def test_one_report_more_moves_no_number_by_more_than_one_class(reports: list[Counted], more: Counted) -> None:
    before, after = shown(reports), shown([*reports, more])
    moved = [cell for cell in cells() if least(after, cell) != least(before, cell)]
    for cell in moved:
        assert least(after, cell) - least(before, cell) == STEP
        assert cell[:1] == (more.procedure,)
        assert more.rights.get(cell[1]) == cell[2], "another's count never moves"


def test_what_goes_wrong_with_a_total_is_kept_out() -> None:
    """The control: with totals, as 8 to 12 beside two that are hidden, the two would be four each."""
    reports = [report()] * 4 + [report(word=Dealt.NOT_FOLLOWED)] * 4 + [report(word=Dealt.SILENT)] * 5
    (row,) = shown(reports).rows
    assert row.least == {Dealt.FOLLOWED: 0, Dealt.NOT_FOLLOWED: 0, Dealt.SILENT: 5}
    told = kept(shown(reports), {NORMS[0]: "art. 3 IVRK"})
    assert set(told) == {"rows", "patterns", "names"}
    assert read_figures(2025, told) == (shown(reports), {NORMS[0]: "art. 3 IVRK"})


def test_a_pattern_says_nothing_of_a_count_that_is_kept_back() -> None:
    three_times_four = [report(word=word, signal=True) for word in TOLD for _ in range(4)]
    assert shown(three_times_four) == Figures(2025, (), ()), "ten at least would leave three possibilities of five"
    told = shown([*three_times_four, *[report(signal=True)] * 3])
    assert [one.least for one in told.patterns] == [5], "fifteen is true; five is what the rows tell already"


def test_a_year_is_told_when_nothing_comes_to_it_any_more() -> None:
    years = [2024, 2025, 2026]
    assert closed_years(years, date(2026, 12, 31)) == [2024, 2025]
    assert closed_years(years, date(2027, 1, 31)) == [2024, 2025]
    assert closed_years(years, date(2027, 2, 1)) == years


@calm
@given(st.dates(date(2020, 1, 1), date(2050, 12, 31)))
def test_a_report_is_counted_with_all_of_its_quarter(settled: date) -> None:
    batch = batch_after(settled)
    assert (batch.day, batch.month % 3) == (1, 1)
    assert settled < batch <= settled + timedelta(days=92)
    assert year_of(batch, batch, ()) == settled.year
    assert year_of(batch, date(2060, 1, 1), [settled.year]) == 2060, "a worker that was down for months"


@calm
@given(one_report)
def test_what_is_sealed_comes_back_and_holds_no_free_text(one: Counted) -> None:
    said = one.kept()
    assert read(said) == one
    assert set(said) == {"procedure", "result", "rights", "signal", "published"}


@pytest.mark.parametrize(("number", "words"), [(0, "minder dan 5"), (5, "5 tot en met 9"), (20, "20 tot en met 24")])
def test_a_class_is_read_as_a_sentence(number: int, words: str) -> None:
    assert in_words(number) == words
