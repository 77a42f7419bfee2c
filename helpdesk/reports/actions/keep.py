"""One act on a report: the case locked, steps written at the end, then its line in the summary of the case."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.stepping import change_summary, step_content, stepping
from helpdesk.cases.models import Case
from helpdesk.lib import clock
from helpdesk.reports.access import report_for, reports_of
from helpdesk.reports.access_press import being_made
from helpdesk.reports.followup import RESULTS, known
from helpdesk.reports.laid import FRAME, LaidReport
from helpdesk.reports.models import Report, ReportStep
from helpdesk.reports.workflow import Kind, State, check

REPLACES = frozenset({Kind.FACT, Kind.CITE, Kind.CONDITIONS, Kind.ANNEX, Kind.CONSENT})  # each the last word on its ref


@dataclass
class Sheet:
    """The report under the lock, to write the next steps on."""

    file: CaseFile
    case: Case
    report: LaidReport
    written: int = 0

    def put(self, kind: Kind, **said: Any) -> UUID:
        """Write one step at the end; its id."""
        self.written += 1
        if before := self._before(kind, said.get("ref")):
            said["takes_back"] = before
        return put_step(self.file, self.report.id, kind, number=self.report.seen + self.written, **said)

    def _before(self, kind: Kind, ref: object) -> str:
        """The step in whose place this one comes, so that search no longer finds its words."""
        alike = FRAME if kind in FRAME else REPLACES & {kind}
        found = [one.id for one in self.report.lines if one.kind in alike and one.said.get("ref") == ref]
        return found[-1] if found else ""

    def stand(self, state: State) -> None:
        """What lies in the clear."""
        Report.objects.filter(pk=self.report.id).update(state=state)


@contextmanager
def writing(file: CaseFile, report_id: UUID, verb: str = "write-report", *, purpose: str = "") -> Iterator[Sheet]:
    """One act on one report.

    Raises:
        NotNow: the case or the report has moved on meanwhile; nothing was changed.
    """
    with stepping(file, verb, purpose=purpose) as case:
        report = report_for(file, report_id)
        check(verb, report.state)
        yield Sheet(file, case, report)
        settle(file, case)


def put_step(file: CaseFile, report_id: UUID, kind: Kind, **said: Any) -> UUID:
    """Write one step."""
    row = file.mine(ReportStep(case=file.case, report_id=report_id, created_on=clock.today()))
    row.content = step_content(file, kind, **said)
    row.save(force_insert=True)
    step_id: UUID = row.pk
    return step_id


def settle(file: CaseFile, case: Case) -> None:
    """What the case page and the lists show, from the reports as they are after the act."""
    making = being_made(file)
    change_summary(case, reports=[kept(one, making.get(one.id)) for one in reports_of(file)] or None)


def kept(one: LaidReport, making: datetime | None = None) -> dict[str, Any]:
    """A line for the summary; see `cases/panels/reports.py`. Nothing in it names anybody outside.

    Args:
        making: since when it waits for the press.
    """
    frame = one.frame
    return {
        "id": str(one.id),
        "state": str(one.state),
        "procedure": frame.outline.label,
        "title": frame.title,
        "on": frame.on.isoformat(),
        "writers": one.writers,
        "started": one.started_at.date().isoformat(),
        "outcome": RESULTS[now.told.result] if (now := known(one.lines)) else "",
        **({"making": making.isoformat()} if making else {}),
    }
