"""What is missing in a report, and what of that keeps it from being signed: the checks over it as it stands now."""

from __future__ import annotations

from datetime import date

from helpdesk.cases.access import CaseFile
from helpdesk.lib import clock
from helpdesk.reports.checks import Around, Consent, Finding, Severity, check, stops
from helpdesk.reports.composing import manuscript_of
from helpdesk.reports.laid import LaidReport
from helpdesk.reports.material import Material
from helpdesk.reports.review import Review, open_attempts, review

LOST = "Er ligt nog tekst die niet kon worden ingevoegd. Kijk wat ermee moet gebeuren."
REMARKS = "Er staan nog opmerkingen open."


def findings(material: Material) -> list[Finding]:
    """The whole checklist, what stops first."""
    report = material.report
    reading = review(report, material.versions)
    manuscript = manuscript_of(material.file, report, staff=False, material=material)
    own = [Finding(Severity.STOPS, "attempts", LOST)] if open_attempts(report.lines) else []
    own += [Finding(Severity.STOPS, "remarks", REMARKS)] if reading.open_remarks else []
    return [*own, *check(manuscript, _around(material, reading))]


def what_stops(file: CaseFile, report: LaidReport) -> list[str]:
    """Every reason not to sign it yet, as sentences; nothing when it can be signed."""
    return [one.sentence for one in stops(findings(Material(file, report)))]


def _around(material: Material, reading: Review) -> Around:
    people, report, frame = material.people, material.report, material.report.frame
    consent = report.consent
    return Around(
        today=clock.today(),
        procedure=frame.procedure,
        hearing_on=_hearing(material.file),
        hidden=[one.name for ref, one in people.items() if one.name and ref not in frame.named],
        named=[one.name for ref, one in people.items() if one.name and ref in frame.named],
        consent=Consent(consent.child, consent.guardian, consent.basis) if consent else None,
        writers=report.writers,
        reader=reading.reader_now or reading.reader,
        open_comments=[one.id for one in reading.open_remarks],
    )


def _hearing(file: CaseFile) -> date | None:
    """The first day before the court that is still to come, as the summary of the case keeps it."""
    kept = file.case.summary.get("proceedings") or ()
    days = [date.fromisoformat(one["on"]) for row in kept for one in row["hearings"]]
    return min((day for day in days if day >= clock.today()), default=None)
