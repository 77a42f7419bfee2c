"""What can be done with a deadline: a function per verb, atomic, with its ledger entry. The only place that writes."""

from helpdesk.deadlines.actions.calendar import make_calendar, revoke_calendar, sweep_calendar
from helpdesk.deadlines.actions.day import confirm_deadline, correct_deadline, dispute_deadline, set_deadline
from helpdesk.deadlines.actions.owner import end_deadline, take_over_deadline
from helpdesk.deadlines.actions.proceeding import record_proceeding
from helpdesk.deadlines.actions.remind import remind

__all__ = [
    "confirm_deadline",
    "correct_deadline",
    "dispute_deadline",
    "end_deadline",
    "make_calendar",
    "record_proceeding",
    "remind",
    "revoke_calendar",
    "set_deadline",
    "sweep_calendar",
    "take_over_deadline",
]
