"""The tables that are put into a report and never typed: facts, sources, conditions, annexes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from helpdesk.lib.papers.blocks import Block, Paragraph, Rich, Run, Table, plain
from helpdesk.reports.manuscript import CitationLine, Conditions, FactLine, Manuscript
from helpdesk.reports.printing.inline import (
    GROUPS,
    annex_anchor,
    fact_anchor,
    group_of,
    numbered_sources,
    source_anchor,
)
from helpdesk.reports.printing.words import Words, words_in

Row = Sequence[Rich]


def generated(what: str, manuscript: Manuscript) -> list[Block]:
    """The table with this name; a sentence when there is nothing to put in it."""
    words = words_in(manuscript.front.language)
    match what:
        case "facts":
            return _facts(manuscript, words)
        case "sources":
            return _sources(manuscript, words)
        case "conditions":
            return _conditions(manuscript.conditions, words)
        case "annexes":
            return _annexes(manuscript, words)
    return []


def _facts(manuscript: Manuscript, words: Words) -> list[Block]:
    rows = [_fact(one, words) for one in sorted(manuscript.facts, key=lambda one: one.number)]
    head = [words(f"facts.{name}") for name in ("nr", "fact", "when", "whence", "contested")]
    return [Table(head, rows, (6, 39, 18, 25, 14), small=True)] if rows else _nothing(words("facts.none"))


def _fact(fact: FactLine, words: Words) -> Row:
    source = [Run(fact.said_by)]
    if fact.annex:
        annex = Run(words("inline.annex", number=fact.annex), to=f"#{annex_anchor(fact.annex)}")
        source += [Run("; " if fact.said_by else ""), annex]
    contested = words.named("contested", fact.contested, "unknown")
    if fact.contested == "yes" and fact.contested_by:
        contested = words("contested.yes_by", who=fact.contested_by)
    when = fact.day_words or words.day(fact.day) or words("facts.when_unknown")
    return [_placed(str(fact.number), fact_anchor(fact.number)), fact.text, when, source, contested]


def _sources(manuscript: Manuscript, words: Words) -> list[Block]:
    """By kind, as a court lists them."""
    numbered = numbered_sources(manuscript)
    tables: list[Block] = []
    head = [words(f"sources.{name}") for name in ("nr", "source", "state")]
    for group in GROUPS:
        rows = [_source(number, one, words) for number, one in numbered if group_of(one) == group]
        if rows:
            tables.append(Table(head, rows, (4, 38, 14), caption=words(f"groups.{group}"), small=True))
    return tables or _nothing(words("sources.none"))


def _source(number: int, line: CitationLine, words: Words) -> Row:
    what = [Paragraph([Run(line.full or line.short, strong=True)])]
    if line.quote:
        what.append(Paragraph(plain(f"“{line.quote}”")))
    if line.source:
        what.append(Paragraph([Run(line.source, to=line.source)]))
    doubts = (words("state.not_in_force") if line.in_force is False else "", words.named("sure", line.sure))
    state = [Paragraph([Run(line.version)])] if line.version else []
    state += [Paragraph([Run(one, strong=True)]) for one in doubts if one]
    return [_placed(str(number), source_anchor(number)), what, state or ""]


def _conditions(conditions: Conditions | None, words: Words) -> list[Block]:
    """How each condition is and what is expected of it. Not added up: the model has no total and no cut-off."""
    if conditions is None:
        return _nothing(words("conditions.none"))
    outcomes = conditions.outcomes
    numbers = sorted(conditions.names)
    rows = [
        [
            str(number),
            conditions.names[number],
            _level(conditions.now.get(number), words),
            *(_level(one.expected.get(number), words) for one in outcomes),
        ]
        for number in numbers
    ]
    head = [*(words(f"conditions.{name}") for name in ("nr", "condition", "now")), *(one.title for one in outcomes)]
    table = Table(head, rows, (4, 30, 11, *(16 for _ in outcomes)), small=True)
    said = Paragraph([Run(words("conditions.not_added"), emph=True)])
    grounds = list(_grounds(conditions, numbers, words))
    if not grounds:
        return [table, said]
    head = [words(f"conditions.{name}") for name in ("nr", "condition", "when", "because")]
    return [table, said, Table(head, grounds, (4, 18, 14, 31), words("conditions.grounds"), small=True)]


def _level(level: str | None, words: Words) -> str:
    return words.named("levels", level or "unknown", "unknown")


def _grounds(conditions: Conditions, numbers: Sequence[int], words: Words) -> Iterator[Row]:
    for number in numbers:
        if evidence := conditions.evidence.get(number):
            yield [str(number), conditions.names[number], words("conditions.now"), evidence]
        for one in conditions.outcomes:
            if because := one.because.get(number):
                yield [str(number), conditions.names[number], one.title, because]


def _annexes(manuscript: Manuscript, words: Words) -> list[Block]:
    rows: list[Row] = [
        [
            _placed(str(one.number), annex_anchor(one.number)),
            one.title,
            words.day(one.day),
            str(one.pages or ""),
        ]
        for one in sorted(manuscript.annexes, key=lambda one: one.number)
    ]
    head = [words(f"annexes.{name}") for name in ("nr", "annex", "since", "pages")]
    return [Table(head, rows, (4, 36, 16, 9), small=True)] if rows else _nothing(words("annexes.none"))


def _placed(said: str, anchor: str) -> list[Paragraph]:
    return [Paragraph(plain(said), anchor=anchor)]


def _nothing(sentence: str) -> list[Block]:
    return [Paragraph([Run(sentence, emph=True)])]
