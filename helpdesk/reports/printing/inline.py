"""The words of a paragraph: marks, and what facts, citations and persons say. Comments are never printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Any, Literal

from helpdesk.lib.papers.blocks import ADDED, REMOVED, Run
from helpdesk.reports.document import Node, marks_of
from helpdesk.reports.manuscript import CitationLine, Manuscript
from helpdesk.reports.printing.look import Look
from helpdesk.reports.printing.words import Words, words_in

Change = Literal["", "added", "removed"]
GROUPS = ("treaty", "comment", "law", "case-law", "policy", "other")  # in the order of the list of sources


def fact_anchor(number: int) -> str:
    """Where a fact stands in the list of facts."""
    return f"fact_{number}"


def source_anchor(number: int) -> str:
    """Where a source stands in the list of sources."""
    return f"source_{number}"


def annex_anchor(number: int) -> str:
    """Where an annex stands in the list of annexes."""
    return f"annex_{number}"


def numbered_sources(manuscript: Manuscript) -> list[tuple[int, CitationLine]]:
    """The sources as the list of sources has them: by kind, and numbered through."""
    listed = sorted(manuscript.citations, key=lambda one: GROUPS.index(group_of(one)))
    return list(enumerate(listed, start=1))


def group_of(line: CitationLine) -> str:
    """Its kind in the list of sources; what we do not know is another source."""
    return line.group if line.group in GROUPS else "other"


class Inline:
    """Makes words of inline nodes, for one report and one look."""

    def __init__(self, manuscript: Manuscript, look: Look) -> None:
        self.manuscript, self.said = manuscript, words_in(manuscript.front.language)
        self.shown = look.suggestions == "shown"
        self.numbers = {one.ref: number for number, one in numbered_sources(manuscript)}

    def words(self, nodes: Sequence[Node]) -> list[Run]:
        """The words; what a sentence stands on is a footnote behind its last word."""
        kept = [node for node in nodes if self.shown or "deletion" not in marks_of(node)]
        found: list[Run] = []
        for refs, group in groupby(kept, key=_ground):
            same = list(group)
            found += [run for node in same for run in self._node(node)]
            named = {node["attrs"]["ref"] for node in same if "ref" in node.get("attrs", {})}
            if rest := [ref for ref in refs if ref not in named]:
                found = _noted(found, self._stands_on(rest))
        return list(_joined(found))

    def flat(self, nodes: Sequence[Node]) -> str:
        """The words alone, for where nothing else can stand."""
        return "".join(run.text for run in self.words(nodes)).replace("\n", " ").strip()

    def citation(self, ref: str) -> Run | None:
        """A citation by its short name, leading to the list of sources."""
        line = self.manuscript.citation(ref)
        return Run(line.short, to=f"#{source_anchor(self.numbers[ref])}") if line else None

    def _node(self, node: Node) -> Iterator[Run]:
        marks, attrs = marks_of(node), node.get("attrs", {})
        run = self._said(node["type"], node, attrs)
        change, by, on = self._change(marks) if self.shown else ("", "", None)
        strong, emph = run.strong or "strong" in marks, "em" in marks
        yield replace(run, strong=strong, emph=emph, change=change, by=by, on=on)

    def _said(self, kind: str, node: Node, attrs: Mapping[str, Any]) -> Run:
        match kind:
            case "text":
                return Run(str(node["text"]))
            case "hard_break":
                return Run("\n")
            case "footnote":
                return Run("", note=str(attrs["text"]))
            case "fact":
                fact = self.manuscript.fact(attrs["ref"])
                if fact is None:
                    return self._missing(kind)
                return Run(self.said("inline.fact", number=fact.number), to=f"#{fact_anchor(fact.number)}")
            case "citation":
                line = self.manuscript.citation(attrs["ref"])
                if line and attrs["as"] == "note":
                    return Run("", note=note_of(line, self.said))
                return self.citation(attrs["ref"]) or self._missing(kind)
            case "person" if initials := self.manuscript.persons.get(attrs["ref"]):
                return Run(initials)
        return self._missing(kind)

    def _stands_on(self, refs: Sequence[str]) -> str:
        facts = sorted(fact.number for ref in refs if (fact := self.manuscript.fact(ref)))
        sources = [line.short for ref in refs if (line := self.manuscript.citation(ref))]
        numbers = _listed([str(number) for number in facts], self.said("inline.and"))
        key = "inline.stands_on_fact" if len(facts) == 1 else "inline.stands_on_facts"
        told = [self.said(key, numbers=numbers)] if facts else []
        return "; ".join([*told, *sources])

    def _change(self, marks: Mapping[str, Mapping[str, Any]]) -> tuple[Change, str, date | None]:
        """Who proposes it stays inside: a reader sees whether it came from us or back from Word, and on which day."""
        for name, change in (("insertion", ADDED), ("deletion", REMOVED)):
            if name in marks:
                by = self.said("by.word" if marks[name].get("by") == "word" else "by.ours")
                return ("added" if change == ADDED else "removed"), by, _day(str(marks[name].get("at", "")))
        return "", "", None

    def _missing(self, kind: str) -> Run:
        return Run(self.said.named("missing", kind, "other"), strong=True)


def note_of(line: CitationLine, words: Words) -> str:
    """A source in a footnote: what it is, which state, and what makes it weaker than it looks."""
    doubt = words.named("sure", line.sure) if line.sure != "title" else ""  # the list of sources says that
    return ", ".join(part for part in (line.full or line.short, line.version, doubt) if part) + "."


def _ground(node: Node) -> tuple[str, ...]:
    return tuple(str(marks_of(node).get("stands_on", {}).get("refs", "")).split())


def _day(moment: str) -> date | None:
    try:
        return date.fromisoformat(moment[:10])
    except ValueError:
        return None


def _noted(runs: list[Run], note: str) -> list[Run]:
    if not note:
        return runs
    *before, last = runs or [Run("")]
    body = last.text.rstrip()
    space = last.text[len(body) :]
    noted = replace(last, text=body, note=f"{last.note} {note}." if last.note else f"{note}.")
    return [*before, noted, *([replace(last, text=space, note="")] if space else [])]


def _joined(runs: Sequence[Run]) -> Iterator[Run]:
    """Two footnotes at one place are one, for two raised numbers side by side read as another; no blank before one."""
    waiting: Run | None = None
    for run in runs:
        if waiting and not run.text and run.note and waiting.change == run.change:
            note = f"{waiting.note} {run.note}".strip()
            waiting = replace(waiting, text=waiting.text.rstrip(" "), note=note)
            continue
        if waiting:
            yield waiting
        waiting = run
    if waiting:
        yield waiting


def _listed(words: Sequence[str], between: str) -> str:
    return between.join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
