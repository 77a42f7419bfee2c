"""What can be done with a case: one function per verb, atomic, with its ledger entry. The only place that writes."""

from helpdesk.cases.actions.ask import AlreadyFiled, ProofSpent, Question, file_question, spend_proof
from helpdesk.cases.actions.asker import set_asker_contact
from helpdesk.cases.actions.attach import Kept, Received, attach_file, keep_files, recheck_file, text_of
from helpdesk.cases.actions.birth import make_case_of_contact
from helpdesk.cases.actions.call import call_party
from helpdesk.cases.actions.complaint import answer_complaint, confirm_complaint, file_complaint
from helpdesk.cases.actions.contact import (
    finish_contact,
    join_contact,
    log_contact,
    plan_callback,
    record_attempt,
    save_contact,
    take_off_contact,
)
from helpdesk.cases.actions.draft import save_draft
from helpdesk.cases.actions.ending import close_case, forget_case, reopen_case
from helpdesk.cases.actions.family import link_case, other_side, unlink_case
from helpdesk.cases.actions.flag import flag_contact, unflag_contact
from helpdesk.cases.actions.glass import ask_glass, decide_glass, sign_glass
from helpdesk.cases.actions.how import pass_how_by, tell_how
from helpdesk.cases.actions.invite import cut_off_mailbox, invite_asker
from helpdesk.cases.actions.look import show_code_word, show_party_code_word
from helpdesk.cases.actions.mail_desk import make_case_of_mail
from helpdesk.cases.actions.move import move_message, put_back_message, row_to_move, went_to
from helpdesk.cases.actions.party import (
    add_party,
    change_party,
    party_of,
    remove_party,
    restore_party,
    show_name,
    tell_of_likeness,
)
from helpdesk.cases.actions.plan import (
    finish_task,
    plan_task,
    resume_case,
    set_needs,
    set_themes,
    set_urgency,
    wait_for_third,
)
from helpdesk.cases.actions.send import write_to_party
from helpdesk.cases.actions.team import accept_handover, assign_case, decline_handover, hand_over_case, mark_conflict
from helpdesk.cases.actions.telling import ask_exception, grant_exception, record_consent, withdraw_consent
from helpdesk.cases.actions.triage import accept_case, refer_case, reject_case, route_case, take_case
from helpdesk.cases.actions.two_people import agree_file, ask_file, lock_file, original_of
from helpdesk.cases.actions.undelivered import retry_mail, settle_mail
from helpdesk.cases.actions.visit import accept_invitation, answer, burn_mailbox, mark_letter_read
from helpdesk.cases.actions.wall import open_wall, wall_case
from helpdesk.cases.actions.whereabouts import set_whereabouts, show_whereabouts
from helpdesk.cases.actions.write import ask_more, note, reply, take_back
from helpdesk.cases.workflow import AskAgain

__all__ = [
    "AlreadyFiled",
    "AskAgain",
    "Kept",
    "ProofSpent",
    "Question",
    "Received",
    "accept_case",
    "accept_handover",
    "accept_invitation",
    "add_party",
    "agree_file",
    "answer",
    "answer_complaint",
    "ask_exception",
    "ask_file",
    "ask_glass",
    "ask_more",
    "assign_case",
    "attach_file",
    "burn_mailbox",
    "call_party",
    "change_party",
    "close_case",
    "confirm_complaint",
    "cut_off_mailbox",
    "decide_glass",
    "decline_handover",
    "file_complaint",
    "file_question",
    "finish_contact",
    "finish_task",
    "flag_contact",
    "forget_case",
    "grant_exception",
    "hand_over_case",
    "invite_asker",
    "join_contact",
    "keep_files",
    "link_case",
    "lock_file",
    "log_contact",
    "make_case_of_contact",
    "make_case_of_mail",
    "mark_conflict",
    "mark_letter_read",
    "move_message",
    "note",
    "open_wall",
    "original_of",
    "other_side",
    "party_of",
    "pass_how_by",
    "plan_callback",
    "plan_task",
    "put_back_message",
    "recheck_file",
    "record_attempt",
    "record_consent",
    "refer_case",
    "reject_case",
    "remove_party",
    "reopen_case",
    "reply",
    "restore_party",
    "resume_case",
    "retry_mail",
    "route_case",
    "row_to_move",
    "save_contact",
    "save_draft",
    "set_asker_contact",
    "set_needs",
    "set_themes",
    "set_urgency",
    "set_whereabouts",
    "settle_mail",
    "show_code_word",
    "show_name",
    "show_party_code_word",
    "show_whereabouts",
    "sign_glass",
    "spend_proof",
    "take_back",
    "take_case",
    "take_off_contact",
    "tell_how",
    "tell_of_likeness",
    "text_of",
    "unflag_contact",
    "unlink_case",
    "wait_for_third",
    "wall_case",
    "went_to",
    "withdraw_consent",
    "write_to_party",
]
