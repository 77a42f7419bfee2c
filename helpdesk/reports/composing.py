"""From the rows of a report to its manuscript: initials instead of names, unless somebody chose otherwise, with why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helpdesk.cases.access import CaseFile
from helpdesk.directory import reference
from helpdesk.people.person import Person
from helpdesk.reports.laid import STAFF, Cited, Enclosed, Fact, LaidReport
from helpdesk.reports.manuscript import Annex, CitationLine, Conditions, FactLine, Front, Manuscript, Outcome, Part
from helpdesk.reports.material import Material
from helpdesk.reports.outline import PLAIN
from helpdesk.reports.printing.words import DUTCH, Words, words_in


def manuscript_of(
    file: CaseFile,
    report: LaidReport,
    *,
    number: str = "",
    reader: str = "",
    plain: bool = False,
    staff: bool = True,
    material: Material | None = None,
) -> Manuscript:
    """The whole of it as data, as it stands now. Three statements, or none for what `material` holds already.

    Args:
        number: of the report once it is signed.
        reader: id of the member who read it second; nobody yet in a draft.
        plain: the version for the child, which goes along apart; without it every other chapter.
        staff: whether it says who of us wrote and read it, which costs a statement and no check asks for.
    """
    material = material or Material(file, report)
    people, words = material.people, words_in(report.frame.language)
    shown = {ref: _shown(person, ref in report.frame.named, words) for ref, person in people.items()}
    texts = {key: row.content["doc"] for key, row in material.parts.items()}
    parts = [
        Part(one.key, one.number, one.title, texts[one.key])
        for one in report.frame.outline.sections
        if one.key in texts and (one.key == PLAIN) == plain
    ]
    annexes = {(one.kind, one.id): one.number for one in report.annexes}
    return Manuscript(
        front=_front(material, number, _staff(material, reader) if staff else ("", "")),
        parts=tuple(parts),
        facts=tuple(_fact(one, annexes, people, words) for one in report.facts),
        citations=tuple(_citation(one) for one in report.citations),
        persons=shown,
        conditions=_conditions(report),
        annexes=tuple(_annex(one) for one in report.annexes),
    )


def in_words(person: Person, language: str = DUTCH) -> str:
    """ouder met gezag M.B."""
    return f"{words_in(language)(f'people.{person.part}')} {person.initials}".strip()


def _shown(person: Person, named: bool, words: Words) -> str:
    return (person.name if named else "") or person.initials or words(f"people.{person.part}")


def _front(material: Material, number: str, names: tuple[str, str]) -> Front:
    people, frame = material.people, material.report.frame
    words = words_in(frame.language)
    child, lawyer = people.get(frame.child), people.get(frame.lawyer)
    who = _shown(child, frame.child in frame.named, words) if child else ""
    part = words("people.lawyer").capitalize()
    for_whom = f"{part} {_shown(lawyer, frame.lawyer in frame.named, words)}" if lawyer else ""
    return Front(
        title=frame.title,
        number=number,
        child=", ".join(filter(None, (who, frame.age))),
        code=material.file.case.code,
        procedure=frame.outline.on_paper,
        before=", ".join(filter(None, (frame.before, frame.court_number))),
        for_whom=for_whom,
        writer=names[0],
        reader=names[1],
        on=frame.on,
        question=frame.question,
        privacy=words("paper.named" if frame.named else "paper.initials"),
        language=frame.language,
    )


def _staff(material: Material, reader: str) -> tuple[str, str]:
    """Who wrote and who read: by function, and by name when that was chosen."""
    report = material.report
    named, words = STAFF in report.frame.named, words_in(report.frame.language)

    def said(member_id: str) -> str:
        one = material.colleagues.get(member_id)
        if not member_id or one is None:
            return ""
        function = f"{words(f'roles.{one.role}')}, {words('by.ours')}"
        return f"{one.full_name}, {function}" if named else function

    return said(report.started_by), said(reader)


def _fact(one: Fact, annexes: Mapping[tuple[str, str], int], people: Mapping[str, Person], words: Words) -> FactLine:
    said_by = ", ".join(filter(None, (one.said_by, words("inline.page", page=one.page) if one.page else "")))
    by = ", ".join(in_words(people[ref], words.language) for ref in one.contested_by if ref in people)
    return FactLine(
        ref=one.ref,
        number=one.number,
        text=one.text,
        said_by=said_by,
        day=one.day,
        day_words=one.day_words,
        contested=one.contested,
        contested_by=by,
        annex=annexes.get((one.source, one.source_id), 0),
    )


def _citation(one: Cited) -> CitationLine:
    names = ("ref", "short", "full", "group", "quote", "version", "digest", "in_force", "sure", "source")
    values: dict[str, Any] = {name: getattr(one, name) for name in names}
    return CitationLine(**values)


def _conditions(report: LaidReport) -> Conditions | None:
    weighed = report.conditions
    if weighed is None:
        return None
    english = report.frame.language == "en"
    names = {one.number: one.name_en if english else one.name for one in reference.conditions()}
    outcomes = tuple(Outcome(*one) for one in weighed.outcomes)
    return Conditions(names, weighed.now, weighed.evidence, outcomes)


def _annex(one: Enclosed) -> Annex:
    return Annex(one.number, one.title, one.day, one.pages, one.digest, f"{one.kind}:{one.id}")
