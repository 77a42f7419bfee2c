"""A complaint about ourselves: it comes in shut in, is confirmed, and is answered with what we change."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from helpdesk.cases import complaints
from helpdesk.cases.access import Birth, CaseFile, Visit, sealed_value, to_counting
from helpdesk.cases.actions.ask import Question, file_question
from helpdesk.cases.actions.party import clear_removed
from helpdesk.cases.actions.read_first import none_is_being_read, none_waits_any_more, tell_list
from helpdesk.cases.actions.stepping import change_summary, now_text, stepping
from helpdesk.cases.actions.write import read_letter_first, tell_asker
from helpdesk.cases.models import Case, Closing, CountedFact, Draft, OwnComplaint, Wall
from helpdesk.cases.workflow import NotNow
from helpdesk.ledger.actions import ASKER, record
from helpdesk.lib import clock
from helpdesk.lib.ids import new_id
from helpdesk.lib.receipts import Receipt

WHY = "Klacht over ons: niet voor wie het aangaat."


def file_complaint(question: Question, *, receipt: Receipt, submission: UUID, about: Visit | None = None) -> Case:
    """Store a complaint as a question of its own, behind a wall from its first moment.

    Args:
        about: the open mailbox of the case that it is about; whoever helped there is shut out as by a conflict.

    Raises:
        AlreadyFiled: as `file_question` does.
    """
    days = complaints.days_from(clock.today())
    facts = {**question.facts, "kind": complaints.KIND, "title": complaints.TITLE, "complaint": days}
    if about is not None:
        facts["about"] = str(about.box.case_id)

    def shut_in(case: Case, birth: Birth) -> None:
        wall = Wall(case=case, created_on=case.created_on)
        birth.open(wall)
        wall.content = {"reason": WHY, "by": "asker", "at": now_text()}
        who = list((about.box.status or {}).get("who") or []) if about else []
        values = [case.pk, new_id(), case.promise_on, wall.pk, case.created_on, sealed_value(wall, "content")]
        values += [about.lookup, about.box.pk] if about else [b"", None]
        with connection.cursor() as cursor:
            cursor.execute("SELECT complaint_filed(%s, %s, %s, %s, %s, %s, %s, %s, %s::uuid[])", [*values, who])
        record("complain", actor=ASKER, object_id=case.pk)

    told = Question(question.text, question.channel, question.danger, None, facts, question.more)
    confirm_by = date.fromisoformat(days["confirm_by"])
    return file_question(told, receipt=receipt, submission=submission, promise_on=confirm_by, beside=shut_in)


def confirm_complaint(*, file: CaseFile, text: str) -> None:
    """Write to the complainant that we have it and who answers by when.

    Raises:
        NotNow: it is no complaint, or was confirmed before.
        NeedsReader: a second colleague reads it first.
    """
    read = read_letter_first(file, text, kind="confirm-complaint")
    with stepping(file, "confirm-complaint") as case:
        if not complaints.offered("confirm_complaint", case.summary) or not complaints.is_complaint(case.summary):
            raise NotNow("Deze klacht is al bevestigd, of dit is geen klacht over ons.")
        tell_asker(file, text, kind="confirm-complaint", read=read)
        told = {**case.summary["complaint"], "confirmed_at": now_text()}
        first = case.summary.get("first_reply_at") or now_text()
        change_summary(case, complaint=told, first_reply_at=first, reading=tell_list(case))
        case.promise_on = date.fromisoformat(told["answer_by"])
        OwnComplaint.objects.filter(case=case).update(next_on=case.promise_on, confirmed=True)
        Draft.objects.filter(case=case, member=file.member, kind="reply").delete()


def answer_complaint(*, file: CaseFile, verdict: str, lesson: str, text: str) -> None:
    """Answer and end it: founded, partly or not, and what we change. Both are told to the complainant.

    Raises:
        NotNow: it is no complaint about us.
        NeedsReader: a second colleague reads it first.
    """
    words = answer_in_words(verdict, lesson, text)
    read = read_letter_first(file, words, kind="answer-complaint")
    with stepping(file, "answer-complaint") as case:
        if not complaints.is_complaint(case.summary):
            raise NotNow("Dit is geen klacht over ons.")
        told: dict[str, Any] = {**case.summary["complaint"], "answered_at": now_text()}
        none_is_being_read(case)
        tell_asker(file, words, kind="answer-complaint", read=read)
        closing = file.mine(Closing(case=case, created_on=clock.today()))
        closing.content = {"complaint": verdict, "lesson": lesson, "by": str(file.member.pk), "at": now_text()}
        closing.save(force_insert=True)
        fact = CountedFact(closed_on=clock.today().replace(day=1))
        to_counting(fact)
        fact.content = {"kind": complaints.KIND, "complaint": verdict, "in_time": _in_time(told)}
        fact.save(force_insert=True)
        none_waits_any_more(case)
        change_summary(case, complaint=told, ended_at=now_text(), waits=None, next=None, reading=None)
        case.promise_on = None
        OwnComplaint.objects.filter(case=case).update(next_on=None)
        clear_removed(file)
        Draft.objects.filter(case=case).delete()


def answer_in_words(verdict: str, lesson: str, text: str) -> str:
    """All that the complainant reads."""
    return f"{text}\n\n{complaints.VERDICTS[verdict]}.\n\nDit veranderen we: {lesson}"


def _in_time(told: dict[str, Any]) -> bool:
    return clock.today() <= date.fromisoformat(told["answer_by"])
