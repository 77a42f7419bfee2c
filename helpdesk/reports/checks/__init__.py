"""What is missing in a report, or must be looked at, before it is signed. Pure: rows in, findings out."""

from helpdesk.reports.checks.all import check, stops
from helpdesk.reports.checks.record import Around, Consent, Finding, Severity

__all__ = ["Around", "Consent", "Finding", "Severity", "check", "stops"]
