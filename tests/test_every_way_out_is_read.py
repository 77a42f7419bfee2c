"""No words of a member leave without the question whether a second colleague reads them: found in the source.

That the question is asked with the right words is tried in `helpdesk/cases/tests/test_ask_reading.py` and
`test_read_before_the_act.py`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from helpdesk.cases import actions as of_cases
from helpdesk.counsel import actions as of_counsel
from helpdesk.deadlines import actions as of_deadlines
from helpdesk.mediation import actions as of_mediation
from helpdesk.reports import actions as of_reports
from tests import inspector
from tests.read_first import ASKS, carriers, functions, reaches

# Lets something out and asks nobody, and why.
UNREAD = {
    "invite_asker": "An automatic sentence and a link; the letters that go along were read when they left first.",
    "call_party": "It was said by telephone before it is written down.",
    "log_call_out": "It was said by telephone before it is written down.",
    "join_contact": "A call that was made before comes into the case.",
    "print_for_party": "The talk with this person as it left before, letter by letter.",
    "give_report": "Signed after a second colleague agreed with every word; it leaves as it was frozen.",
    "carry_out": "The worker's part of `give_report`, for whoever ordered it.",
    "invite_counsel": "An automatic sentence and a link.",
    "send_reminder": "An automatic sentence and a link.",
    "share_with_counsel": "The very bytes that were given before; what was written in them was read then.",
    "record_counsel_answer": "It was said by telephone before it is written down.",
    "give_bundle": "Pieces as they lie in the case; what left of them was read then, and nothing is written for it.",
}


def sources() -> list[tuple[Path, str]]:
    rooms = [
        inspector.HELPDESK / room / "actions" for room in ("cases", "mediation", "deadlines", "reports", "counsel")
    ]
    found = [path for room in rooms for path in sorted(room.glob("*.py"))]
    return [(path, path.read_text("utf-8")) for path in found]


def public() -> set[str]:
    """The acts that the pages can do."""
    rooms = (of_cases, of_mediation, of_deadlines, of_reports, of_counsel)
    return {name for room in rooms for name in room.__all__}


def ways() -> set[str]:
    uses, out = functions(sources()), carriers(sources())
    return {name for name in public() if name in uses and reaches(name, uses, out)}


def test_every_act_that_lets_words_out_asks_for_a_reader() -> None:
    uses = functions(sources())
    unread = {name for name in ways() if not reaches(name, uses, {ASKS})}
    assert unread == set(UNREAD), "the list holds what is there, and nothing more"


def test_it_finds_the_ways_that_are_known() -> None:
    known = {"reply", "ask_more", "write_to_party", "write_letter", "reject_case", "refer_case", "send_referral"}
    known |= {"confirm_complaint", "answer_complaint", "give_complaint", "ask_information"}
    assert known <= ways()
    assert not {"note", "plan_task", "close_case", "answer", "file_question"} & ways(), "the control"


FORGET = {  # the act, its file, and what it would leave out
    "reject_case": ("triage.py", "read_letter_first("),
    "answer_complaint": ("own_complaint.py", "read_letter_first("),
    "send_referral": ("referral.py", "read_first("),
    "give_complaint": ("complaint.py", "read_first("),
}


@pytest.mark.parametrize("verb", FORGET)
def test_one_that_forgets_it_is_found(verb: str) -> None:
    name, line = FORGET[verb]
    forgot = [(path, text.replace(line, "nothing(") if path.name == name else text) for path, text in sources()]
    uses = functions(forgot)
    assert reaches(verb, uses, carriers(forgot))
    assert not reaches(verb, uses, {ASKS})
