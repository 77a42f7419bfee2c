"""What can be done with a lawyer's place: one function per verb, atomic, with its ledger entry. Only these write."""

from helpdesk.counsel.actions.answer import record_counsel_answer, see_counsel_answer
from helpdesk.counsel.actions.end import revoke_counsel
from helpdesk.counsel.actions.invite import invite_counsel
from helpdesk.counsel.actions.outside import AnsweredBefore, collect, enrol, enter, note_wrong, reply
from helpdesk.counsel.actions.remind import remind_counsel, send_reminder
from helpdesk.counsel.actions.share import share_with_counsel, take_back_share
from helpdesk.counsel.actions.sweep import sweep_counsel

__all__ = [
    "AnsweredBefore",
    "collect",
    "enrol",
    "enter",
    "invite_counsel",
    "note_wrong",
    "record_counsel_answer",
    "remind_counsel",
    "reply",
    "revoke_counsel",
    "see_counsel_answer",
    "send_reminder",
    "share_with_counsel",
    "sweep_counsel",
    "take_back_share",
]
