"""The tables that are put into a report and never typed: facts, sources, conditions, annexes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from helpdesk.lib.papers.blocks import Block, Paragraph, Rich, Run, Table, plain
from helpdesk.reports.manuscript import CitationLine, Conditions, FactLine, Manuscript
from helpdesk.reports.printing.inline import annex_anchor, fact_anchor, group_of, numbered_sources, source_anchor
from helpdesk.reports.printing.names import CONTESTED, GROUPS, IN_FORCE, LEVELS, SURE, day_in_words

Row = Sequence[Rich]


def generated(what: str, manuscript: Manuscript) -> list[Block]:
    """The table with this name; a sentence when there is nothing to put in it."""
    match what:
        case "facts":
            return _facts(manuscript)
        case "sources":
            return _sources(manuscript)
        case "conditions":
            return _conditions(manuscript.conditions)
        case "annexes":
            return _annexes(manuscript)
    return []


def _facts(manuscript: Manuscript) -> list[Block]:
    rows = [_fact(one) for one in sorted(manuscript.facts, key=lambda one: one.number)]
    head = ["Nr", "Feit", "Wanneer", "Van wie of waaruit", "Betwist"]
    return [Table(head, rows, (6, 39, 18, 25, 14), small=True)] if rows else _nothing("Er zijn geen feiten opgenomen.")


def _fact(fact: FactLine) -> Row:
    source = [Run(fact.said_by)]
    if fact.annex:
        source += [Run("; " if fact.said_by else ""), Run(f"bijlage {fact.annex}", to=f"#{annex_anchor(fact.annex)}")]
    contested = CONTESTED.get(fact.contested, CONTESTED["unknown"])
    if fact.contested == "yes" and fact.contested_by:
        contested += f", door {fact.contested_by}"
    return [_placed(str(fact.number), fact_anchor(fact.number)), fact.text, _when(fact), source, contested]


def _when(fact: FactLine) -> str:
    return fact.day_words or day_in_words(fact.day) or "niet bekend"


def _sources(manuscript: Manuscript) -> list[Block]:
    """By kind, as a court lists them."""
    numbered = numbered_sources(manuscript)
    tables: list[Block] = []
    for group, title in GROUPS.items():
        rows = [_source(number, one) for number, one in numbered if group_of(one) == group]
        if rows:
            tables.append(Table(["Nr", "Bron", "Stand"], rows, (4, 38, 14), caption=title, small=True))
    return tables or _nothing("Er zijn geen bronnen aangehaald.")


def _source(number: int, line: CitationLine) -> Row:
    what = [Paragraph([Run(line.full or line.short, strong=True)])]
    if line.quote:
        what.append(Paragraph(plain(f"“{line.quote}”")))
    if line.source:
        what.append(Paragraph([Run(line.source, to=line.source)]))
    doubts = (IN_FORCE[line.in_force] if line.in_force is False else "", SURE.get(line.sure, ""))
    state = [Paragraph([Run(line.version)])] if line.version else []
    state += [Paragraph([Run(one, strong=True)]) for one in doubts if one]
    return [_placed(str(number), source_anchor(number)), what, state or ""]


def _conditions(conditions: Conditions | None) -> list[Block]:
    """How each condition is and what is expected of it. Not added up: the model has no total and no cut-off."""
    if conditions is None:
        return _nothing("De veertien voorwaarden zijn niet ingevuld.")
    outcomes = conditions.outcomes
    numbers = sorted(conditions.names)
    rows = [
        [
            str(number),
            conditions.names[number],
            _level(conditions.now.get(number)),
            *(_level(one.expected.get(number)) for one in outcomes),
        ]
        for number in numbers
    ]
    head = ["Nr", "Voorwaarde", "Nu", *(one.title for one in outcomes)]
    table = Table(head, rows, (4, 30, 11, *(16 for _ in outcomes)), small=True)
    said = Paragraph([Run("De oordelen worden niet opgeteld; zij worden samen gewogen.", emph=True)])
    grounds = list(_grounds(conditions, numbers))
    if not grounds:
        return [table, said]
    why = Table(["Nr", "Wanneer", "Waarop dit steunt"], grounds, (4, 16, 41), "Waarop de oordelen steunen", small=True)
    return [table, said, why]


def _level(level: str | None) -> str:
    return LEVELS.get(level or "unknown", LEVELS["unknown"])


def _grounds(conditions: Conditions, numbers: Sequence[int]) -> Iterator[Row]:
    for number in numbers:
        if evidence := conditions.evidence.get(number):
            yield [str(number), "Nu", evidence]
        for one in conditions.outcomes:
            if because := one.because.get(number):
                yield [str(number), one.title, because]


def _annexes(manuscript: Manuscript) -> list[Block]:
    rows: list[Row] = [
        [
            _placed(str(one.number), annex_anchor(one.number)),
            one.title,
            day_in_words(one.day),
            str(one.pages or ""),
        ]
        for one in sorted(manuscript.annexes, key=lambda one: one.number)
    ]
    head = ["Nr", "Bijlage", "In de zaak sinds", "Blz."]
    return [Table(head, rows, (4, 36, 16, 9), small=True)] if rows else _nothing("Er zijn geen bijlagen.")


def _placed(words: str, anchor: str) -> list[Paragraph]:
    return [Paragraph(plain(words), anchor=anchor)]


def _nothing(sentence: str) -> list[Block]:
    return [Paragraph([Run(sentence, emph=True)])]
