"""What can be done with a report: a function per verb, atomic, with its ledger entry. The only place that writes."""

from helpdesk.reports.actions.cite import cite, cite_anew, take_out_citation
from helpdesk.reports.actions.facts import add_fact, change_fact, quote_child, take_out_fact
from helpdesk.reports.actions.start import frame_report, name_in_full, start_report
from helpdesk.reports.actions.weigh import enclose, move_annex, record_report_consent, take_out_annex, weigh

__all__ = [
    "add_fact",
    "change_fact",
    "cite",
    "cite_anew",
    "enclose",
    "frame_report",
    "move_annex",
    "name_in_full",
    "quote_child",
    "record_report_consent",
    "start_report",
    "take_out_annex",
    "take_out_citation",
    "take_out_fact",
    "weigh",
]
