"""What can be done with a case: one function per verb, atomic, with its ledger entry. The only place that writes."""

from helpdesk.cases.actions.ask import AlreadyFiled, ProofSpent, Question, file_question, spend_proof
from helpdesk.cases.actions.asker import set_asker_contact
from helpdesk.cases.actions.attach import Kept, Received, attach_file, keep_files, recheck_file, text_of, unwanted
from helpdesk.cases.actions.birth import make_case_of_contact
from helpdesk.cases.actions.bundle import give_bundle
from helpdesk.cases.actions.call import CallOut, call_party
from helpdesk.cases.actions.call_back import party_called, plan_callback, record_attempt
from helpdesk.cases.actions.call_out import log_call_out, must_be_promised
from helpdesk.cases.actions.complaint import give_complaint, write_complaint
from helpdesk.cases.actions.contact import finish_contact, join_contact, log_contact, save_contact, take_off_contact
from helpdesk.cases.actions.draft import drop_draft, put_back, save_draft
from helpdesk.cases.actions.dues import keep_dues
from helpdesk.cases.actions.ending import close_case, forget_case, reopen_case
from helpdesk.cases.actions.family import link_case, other_side, unlink_case
from helpdesk.cases.actions.flag import flag_contact, unflag_contact
from helpdesk.cases.actions.give import given_file
from helpdesk.cases.actions.glass import ask_glass, decide_glass, sign_glass
from helpdesk.cases.actions.how import pass_how_by, tell_how
from helpdesk.cases.actions.invite import cut_off_mailbox, invite_asker
from helpdesk.cases.actions.letter import PrintedLetter, post_letter, print_letter, write_letter
from helpdesk.cases.actions.look import show_code_word, show_party_code_word
from helpdesk.cases.actions.mail_desk import make_case_of_mail
from helpdesk.cases.actions.merge import bring_over, merge_cases, merged_into, undo_merge
from helpdesk.cases.actions.mergeable import must_be_mergeable
from helpdesk.cases.actions.move import (
    move_message,
    people_apart,
    put_back_message,
    row_to_move,
    sends_mail,
    went_to,
    words_of,
)
from helpdesk.cases.actions.own_complaint import answer_complaint, confirm_complaint, file_complaint
from helpdesk.cases.actions.paper import Printed, print_case, print_for_party
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
from helpdesk.cases.actions.promise import escalate, renew_promise
from helpdesk.cases.actions.read_first import NeedsReader
from helpdesk.cases.actions.reading import agree_reading, ask_reading, return_reading, typed_before, withdraw_reading
from helpdesk.cases.actions.referral import (
    Plan,
    change_referral,
    plan_referral,
    record_referral_result,
    referral_of,
    referrals_of,
    see_referral_answer,
    send_referral,
    withdraw_referral,
)
from helpdesk.cases.actions.referral_answer import AnsweredBefore, answer_referral
from helpdesk.cases.actions.routing import switch_routing, try_routing, write_routing
from helpdesk.cases.actions.send import write_to_party
from helpdesk.cases.actions.source import add_source, check_source, source_of, take_back_source
from helpdesk.cases.actions.split import Chosen, split_case, undo_split
from helpdesk.cases.actions.stepping import NO_PICTURES
from helpdesk.cases.actions.stop import allow_again, stop_consent
from helpdesk.cases.actions.task_list import add_task_list, remove_task_list
from helpdesk.cases.actions.team import accept_handover, assign_case, decline_handover, hand_over_case, mark_conflict
from helpdesk.cases.actions.telling import ask_exception, grant_exception, record_consent, withdraw_consent
from helpdesk.cases.actions.triage import accept_case, refer_case, reject_case, route_case, take_case
from helpdesk.cases.actions.two_people import agree_file, ask_file, ask_mail, lock_file, may_have_whole, original_of
from helpdesk.cases.actions.undelivered import retry_mail, settle_mail
from helpdesk.cases.actions.visit import accept_invitation, answer, burn_mailbox, mark_letter_read
from helpdesk.cases.actions.wall import open_wall, wall_case
from helpdesk.cases.actions.whereabouts import set_whereabouts, show_whereabouts
from helpdesk.cases.actions.write import ask_more, note, reply, take_back
from helpdesk.cases.workflow import AskAgain

__all__ = [
    "NO_PICTURES",
    "AlreadyFiled",
    "AnsweredBefore",
    "AskAgain",
    "CallOut",
    "Chosen",
    "Kept",
    "NeedsReader",
    "Plan",
    "Printed",
    "PrintedLetter",
    "ProofSpent",
    "Question",
    "Received",
    "accept_case",
    "accept_handover",
    "accept_invitation",
    "add_party",
    "add_source",
    "add_task_list",
    "agree_file",
    "agree_reading",
    "allow_again",
    "answer",
    "answer_complaint",
    "answer_referral",
    "ask_exception",
    "ask_file",
    "ask_glass",
    "ask_mail",
    "ask_more",
    "ask_reading",
    "assign_case",
    "attach_file",
    "bring_over",
    "burn_mailbox",
    "call_party",
    "change_party",
    "change_referral",
    "check_source",
    "close_case",
    "confirm_complaint",
    "cut_off_mailbox",
    "decide_glass",
    "decline_handover",
    "drop_draft",
    "escalate",
    "file_complaint",
    "file_question",
    "finish_contact",
    "finish_task",
    "flag_contact",
    "forget_case",
    "give_bundle",
    "give_complaint",
    "given_file",
    "grant_exception",
    "hand_over_case",
    "invite_asker",
    "join_contact",
    "keep_dues",
    "keep_files",
    "link_case",
    "lock_file",
    "log_call_out",
    "log_contact",
    "make_case_of_contact",
    "make_case_of_mail",
    "mark_conflict",
    "mark_letter_read",
    "may_have_whole",
    "merge_cases",
    "merged_into",
    "move_message",
    "must_be_mergeable",
    "must_be_promised",
    "note",
    "open_wall",
    "original_of",
    "other_side",
    "party_called",
    "party_of",
    "pass_how_by",
    "people_apart",
    "plan_callback",
    "plan_referral",
    "plan_task",
    "post_letter",
    "print_case",
    "print_for_party",
    "print_letter",
    "put_back",
    "put_back_message",
    "recheck_file",
    "record_attempt",
    "record_consent",
    "record_referral_result",
    "refer_case",
    "referral_of",
    "referrals_of",
    "reject_case",
    "remove_party",
    "remove_task_list",
    "renew_promise",
    "reopen_case",
    "reply",
    "restore_party",
    "resume_case",
    "retry_mail",
    "return_reading",
    "route_case",
    "row_to_move",
    "save_contact",
    "save_draft",
    "see_referral_answer",
    "send_referral",
    "sends_mail",
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
    "source_of",
    "spend_proof",
    "split_case",
    "stop_consent",
    "switch_routing",
    "take_back",
    "take_back_source",
    "take_case",
    "take_off_contact",
    "tell_how",
    "tell_of_likeness",
    "text_of",
    "try_routing",
    "typed_before",
    "undo_merge",
    "undo_split",
    "unflag_contact",
    "unlink_case",
    "unwanted",
    "wait_for_third",
    "wall_case",
    "went_to",
    "withdraw_consent",
    "withdraw_reading",
    "withdraw_referral",
    "words_of",
    "write_complaint",
    "write_letter",
    "write_routing",
    "write_to_party",
]
