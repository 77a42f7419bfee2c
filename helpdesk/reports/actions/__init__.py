"""What can be done with a report: a function per verb, atomic, with its ledger entry. The only place that writes."""

from helpdesk.reports.actions.cite import cite, cite_anew, take_out_citation
from helpdesk.reports.actions.facts import add_fact, change_fact, quote_child, take_out_fact
from helpdesk.reports.actions.follow import follow_report, take_back_outcome, take_over_answer
from helpdesk.reports.actions.give import give_report
from helpdesk.reports.actions.part import (
    Held,
    bring_back,
    keep_typing,
    let_go,
    save_part,
    settle_attempt,
    take_part,
)
from helpdesk.reports.actions.press import carry_out, order_giving, order_signing, take_back_press
from helpdesk.reports.actions.returned import take_in_word
from helpdesk.reports.actions.review import answer, approve, ask_second_reader, remark, send_back, settle_remark
from helpdesk.reports.actions.sign import fetch_signed, sign_report, withdraw_report
from helpdesk.reports.actions.start import frame_report, name_in_full, start_report
from helpdesk.reports.actions.supplement import supplement_report
from helpdesk.reports.actions.weigh import enclose, move_annex, record_report_consent, take_out_annex, weigh

__all__ = [
    "Held",
    "add_fact",
    "answer",
    "approve",
    "ask_second_reader",
    "bring_back",
    "carry_out",
    "change_fact",
    "cite",
    "cite_anew",
    "enclose",
    "fetch_signed",
    "follow_report",
    "frame_report",
    "give_report",
    "keep_typing",
    "let_go",
    "move_annex",
    "name_in_full",
    "order_giving",
    "order_signing",
    "quote_child",
    "record_report_consent",
    "remark",
    "save_part",
    "send_back",
    "settle_attempt",
    "settle_remark",
    "sign_report",
    "start_report",
    "supplement_report",
    "take_back_outcome",
    "take_back_press",
    "take_in_word",
    "take_out_annex",
    "take_out_citation",
    "take_out_fact",
    "take_over_answer",
    "take_part",
    "weigh",
    "withdraw_report",
]
