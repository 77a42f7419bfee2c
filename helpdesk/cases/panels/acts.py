"""Which verbs are offered on a case page: what the workflow allows now and the role allows at all."""

from __future__ import annotations

from helpdesk.cases.access import CaseFile, may_at
from helpdesk.cases.complaints import offered
from helpdesk.cases.waiting import offered_to
from helpdesk.cases.workflow import may_step

# Name in templates: step in the workflow, verb in the table of access.
VERBS = {
    "accept": ("accept", "accept"),
    "take": ("take", "take"),
    "route": ("route", "route"),
    "assign": ("assign", "assign"),
    "hand_over": ("hand-over", "hand-over"),
    "reply": ("reply", "reply"),
    "write_to_party": ("write-to-party", "write-to-party"),
    "write_letter": ("write-letter", "write-letter"),
    "post_letter": ("post-letter", "write-letter"),
    "print_case": ("print-case", "print-case"),
    "ask_reading": ("ask-reading", "ask-reading"),
    "agree_reading": ("agree-reading", "agree-reading"),
    "return_reading": ("return-reading", "return-reading"),
    "withdraw_reading": ("withdraw-reading", "withdraw-reading"),
    "retry_mail": ("retry-mail", "write-to-party"),
    "settle_mail": ("settle-mail", "write-to-party"),
    "invite_asker": ("invite-asker", "invite-asker"),
    "cut_off_mailbox": ("cut-off-mailbox", "cut-off-mailbox"),
    "ask_more": ("ask-more", "ask-more"),
    "join_contact": ("join-contact", "join-contact"),
    "note": ("note", "note"),
    "set_urgency": ("set-urgency", "set-urgency"),
    "set_themes": ("set-themes", "set-themes"),
    "plan_task": ("plan-task", "plan-task"),
    "finish_task": ("finish-task", "finish-task"),
    "add_task_list": ("add-task-list", "add-task-list"),
    "remove_task_list": ("remove-task-list", "remove-task-list"),
    "renew_promise": ("renew-promise", "renew-promise"),
    "wait": ("wait-third", "wait-third"),
    "resume": ("resume", "resume"),
    "add_party": ("add-party", "add-party"),
    "change_party": ("change-party", "change-party"),
    "remove_party": ("remove-party", "remove-party"),
    "show_name": ("show-name", "show-name"),
    "attach_file": ("attach-file", "attach-file"),
    "recheck_file": ("recheck-file", "recheck-file"),
    "lock_file": ("lock-file", "lock-file"),
    "ask_file": ("ask-file", "ask-file"),
    "agree_file": ("agree-file", "agree-file"),
    "flag_contact": ("flag-contact", "flag-contact"),
    "unflag_contact": ("unflag-contact", "unflag-contact"),
    "move_message": ("move-message", "move-message"),
    "split_case": ("split-case", "split-case"),
    "merge_cases": ("merge-cases", "merge-cases"),
    "undo_split": ("undo-split", "split-case"),
    "undo_merge": ("undo-merge", "merge-cases"),
    "link_case": ("link-case", "link-case"),
    "unlink_case": ("unlink-case", "unlink-case"),
    "write_complaint": ("write-complaint", "write-complaint"),
    "give_complaint": ("give-complaint", "give-paper"),
    "give_bundle": ("give-bundle", "give-paper"),
    "invite_counsel": ("invite-counsel", "invite-counsel"),
    "share_with_counsel": ("share-with-counsel", "share-with-counsel"),
    "take_back_share": ("take-back-share", "share-with-counsel"),
    "revoke_counsel": ("revoke-counsel", "revoke-counsel"),
    "remind_counsel": ("remind-counsel", "remind-counsel"),
    "record_counsel_answer": ("record-counsel-answer", "record-counsel-answer"),
    "wall": ("wall-case", "wall-case"),
    "record_consent": ("record-consent", "record-consent"),
    "withdraw_consent": ("withdraw-consent", "withdraw-consent"),
    "ask_exception": ("ask-exception", "ask-exception"),
    "grant_exception": ("grant-exception", "grant-exception"),
    "call_party": ("call-party", "call-party"),
    "plan_referral": ("plan-referral", "plan-referral"),
    "send_referral": ("send-referral", "send-referral"),
    "record_referral_result": ("record-referral-result", "record-referral-result"),
    "withdraw_referral": ("withdraw-referral", "withdraw-referral"),
    "add_source": ("add-source", "add-source"),
    "check_source": ("check-source", "check-source"),
    "take_back_source": ("take-back-source", "take-back-source"),
    "set_asker_contact": ("set-asker-contact", "set-asker-contact"),
    "set_needs": ("set-needs", "set-needs"),
    "set_whereabouts": ("set-whereabouts", "set-whereabouts"),
    "show_whereabouts": ("show-whereabouts", "show-whereabouts"),
    "start_mediation": ("start-mediation", "start-mediation"),
    "change_mediation": ("change-mediation", "change-mediation"),
    "record_position": ("record-position", "record-position"),
    "make_proposal": ("make-proposal", "make-proposal"),
    "answer_proposal": ("answer-proposal", "answer-proposal"),
    "make_agreement": ("make-agreement", "make-agreement"),
    "mark_promise": ("mark-promise", "mark-promise"),
    "ask_information": ("ask-information", "ask-information"),
    "record_information": ("record-information", "record-information"),
    "end_mediation": ("end-mediation", "end-mediation"),
    "reopen_mediation": ("reopen-mediation", "reopen-mediation"),
    "correct_mediation": ("correct-mediation", "correct-mediation"),
    "set_deadline": ("set-deadline", "set-deadline"),
    "confirm_deadline": ("confirm-deadline", "confirm-deadline"),
    "take_over_deadline": ("take-over-deadline", "take-over-deadline"),
    "end_deadline": ("end-deadline", "end-deadline"),
    "correct_deadline": ("correct-deadline", "correct-deadline"),
    "record_proceeding": ("record-proceeding", "record-proceeding"),
    "start_report": ("start-report", "start-report"),
    "write_report": ("write-report", "write-report"),
    "ask_second_reader": ("ask-second-reader", "ask-second-reader"),
    "read_report": ("read-report", "read-report"),
    "sign_report": ("sign-report", "sign-report"),
    "withdraw_report": ("withdraw-report", "withdraw-report"),
    "give_report": ("give-report", "give-report"),
    "supplement_report": ("supplement-report", "supplement-report"),
    "follow_report": ("follow-report", "follow-report"),
    "take_back_outcome": ("take-back-outcome", "follow-report"),
    "confirm_complaint": ("confirm-complaint", "confirm-complaint"),
    "answer_complaint": ("answer-complaint", "answer-complaint"),
    "close": ("close", "close"),
    "refer": ("refer", "refer"),
    "reject": ("reject", "reject"),
    "reopen": ("reopen", "reopen"),
    "mark_conflict": ("mark-conflict", "mark-conflict"),
    "forget": ("forget", "forget-case"),
}


class Acts:
    """`page.can.reply` in a template."""

    def __init__(self, file: CaseFile) -> None:
        self._file = file
        self.answer_offer = offered_to(file.case, file.member.team_ids())

    def __getitem__(self, name: str) -> bool:
        step, verb = VERBS[name]
        case = self._file.case
        if not offered(name, case.summary):
            return False
        if not may_step(step, case.state) or not may_at(self._file.member, verb, case):
            return False
        if name == "take":
            return bool(self._file.member.team_ids()) and not self.mine
        return True

    @property
    def mine(self) -> bool:
        """Whether I am the one who helps."""
        return bool(self._file.case.summary.get("assignee") == str(self._file.member.pk))
