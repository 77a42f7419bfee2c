"""What the refs of a text say: facts, citations and people of one report, as the editor shows them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helpdesk.cases.access import CaseFile
from helpdesk.cases.models import Party
from helpdesk.people.person import Person
from helpdesk.reports.laid import LaidReport


def refs_of(file: CaseFile, report: LaidReport) -> dict[str, Mapping[str, Any]]:
    """Everything that a text of this report may name, by its ref."""
    found: dict[str, Mapping[str, Any]] = {}
    for fact in report.facts:
        more = {"number": fact.number, "contested": fact.contested == "yes"}
        found[fact.ref] = _shown("fact", f"feit {fact.number}", fact.text, **more)
    for cited in report.citations:
        found[cited.ref] = _shown("citation", cited.short, cited.quote, number=cited.number, sure=cited.sure)
    for row in file.open(Party.objects.filter(case=file.case)):
        person, ref = Person.of(row.content), str(row.pk)
        found[ref] = _shown("person", person.name if ref in report.frame.named else person.initials, person.part_label)
    return found


def _shown(kind: str, label: str, text: str, **more: Any) -> Mapping[str, Any]:
    nothing = {"number": 0, "sure": "", "contested": False, "url": ""}
    return {"kind": kind, "label": label, "text": text, **nothing, **more}
