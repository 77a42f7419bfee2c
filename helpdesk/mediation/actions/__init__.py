"""What can be done in a mediation: one function per verb, atomic, with its ledger entry. The only place that writes."""

from helpdesk.mediation.actions.ask import answer_of, ask_information, record_information
from helpdesk.mediation.actions.child import propose_letter
from helpdesk.mediation.actions.frame import change_mediation, end_mediation, reopen_mediation, start_mediation
from helpdesk.mediation.actions.right import correct_mediation, take_back_step
from helpdesk.mediation.actions.talk import (
    answer_proposal,
    make_agreement,
    make_proposal,
    mark_promise,
    record_position,
)

__all__ = [
    "answer_of",
    "answer_proposal",
    "ask_information",
    "change_mediation",
    "correct_mediation",
    "end_mediation",
    "make_agreement",
    "make_proposal",
    "mark_promise",
    "propose_letter",
    "record_information",
    "record_position",
    "reopen_mediation",
    "start_mediation",
    "take_back_step",
]
