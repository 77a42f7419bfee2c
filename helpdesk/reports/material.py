"""What the pages and checks of one report read beside its steps: people, chapters, colleagues. Each is read once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

from helpdesk.cases.access import CaseFile
from helpdesk.cases.models import Party
from helpdesk.cases.panels.people import Colleagues
from helpdesk.people.person import Person
from helpdesk.reports.access import parts_of
from helpdesk.reports.laid import LaidReport
from helpdesk.reports.models import ReportPart


class Material:
    """Read when it is first asked for, so that page, checklist and manuscript share one statement for each."""

    def __init__(
        self, file: CaseFile, report: LaidReport, colleagues: Callable[[], Colleagues] = Colleagues.load
    ) -> None:
        self.file, self.report = file, report
        self._load = colleagues

    @cached_property
    def people(self) -> Mapping[str, Person]:
        """Everybody around the child by id."""
        return people_of(self.file)

    @cached_property
    def parts(self) -> Mapping[str, ReportPart]:
        """The chapters by key."""
        return parts_of(self.file, self.report.id)

    @cached_property
    def versions(self) -> Mapping[str, int]:
        """Which version each chapter has."""
        return {key: part.version for key, part in self.parts.items()}

    @cached_property
    def colleagues(self) -> Colleagues:
        return self._load()


def people_of(file: CaseFile) -> dict[str, Person]:
    """Everybody around the child by id, also who was taken away: a text may still name them."""
    return {str(row.pk): Person.of(row.content) for row in file.open(Party.objects.filter(case=file.case))}
