"""What can be done with a report: a function per verb, atomic, with its ledger entry. The only place that writes."""

from helpdesk.reports.actions.start import frame_report, name_in_full, start_report

__all__ = ["frame_report", "name_in_full", "start_report"]
