"""What became of a signed report is written down, taken over, or taken back; and somebody is asked to ask."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.plan import end_tasks, put_task
from helpdesk.cases.workflow import ENDED, NotNow
from helpdesk.cases.workflow import State as CaseState
from helpdesk.directory import reference
from helpdesk.lib import clock
from helpdesk.lib.dates import add_working_days
from helpdesk.reports.access import report_for
from helpdesk.reports.access_frozen import frozen_for, rights_of
from helpdesk.reports.actions.count import count_later
from helpdesk.reports.actions.keep import Sheet, writing
from helpdesk.reports.followup import UNDECIDED, Dealt, Known, Result, Told, asked, history, known
from helpdesk.reports.heard import heard_about
from helpdesk.reports.laid import LaidReport
from helpdesk.reports.models import Report
from helpdesk.reports.workflow import Kind

RULE = "report-outcome"
CHANGED = "Dit antwoord is intussen veranderd. Kijk eerst wat er nu staat."


def follow_report(*, file: CaseFile, report_id: UUID, told: Told, purpose: str = "") -> None:
    """Write down what became of it; the newest speaks. Also in a case that ended: a decision takes months.

    Raises:
        NotNow: it was not signed, a day lies ahead, or something is said of a right although nothing was decided.
    """
    if told.filed_on and told.filed_on > clock.today():
        raise NotNow("Deze dag is nog niet geweest.")
    if told.result in UNDECIDED and any(word != Dealt.UNKNOWN for word in told.rights.values()):
        raise NotNow("Er is niets beslist. Laat bij elk recht staan: nog niet bekend.")
    if set(told.rights) - {one.ref for one in rights_of(file, report_id)}:
        raise NotNow("Dit recht staat niet in dit rapport.")
    with writing(file, report_id, "follow-report", purpose=purpose) as sheet:
        sheet.put(Kind.FOLLOW, **told.kept())
        _now_known(sheet)


def take_over_answer(*, file: CaseFile, report_id: UUID, stamp: str) -> None:
    """What somebody outside answered becomes what we know; what we knew of each right stays, where that can be.

    Raises:
        NotNow: she answered something else meanwhile, or it was taken over already.
    """
    report = report_for(file, report_id)
    one = next((one for one in heard_about(file, report) if one.stamp == stamp), None)
    before = known(report.lines)
    if one is None or (before and before.told.heard == stamp):
        raise NotNow(CHANGED)
    base = before.told if before else Told(report.frame.procedure, "", one.result)
    result = base.result if one.result is Result.PENDING else one.result  # a filing takes no decision back
    told = replace(
        base,
        body=one.body or base.body,
        court_number=one.court_number or base.court_number,
        filed_on=one.filed_on or base.filed_on,
        result=result,
        ecli=one.ecli or base.ecli,
        note="\n\n".join(dict.fromkeys(filter(None, (base.note, one.note)))),
        rights={} if result in UNDECIDED else base.rights,
        heard=stamp,
    )
    follow_report(file=file, report_id=report_id, told=told, purpose="heard")


def take_back_outcome(*, file: CaseFile, report_id: UUID, step_id: UUID) -> None:
    """What was written down does not count; it stays to be seen, and what stood before it speaks again.

    Raises:
        NotNow: it is not there, or was taken back already.
    """
    with writing(file, report_id, "take-back-outcome") as sheet:
        one = next((one for one in history(sheet.report.lines) if one.id == str(step_id)), None)
        if one is None or one.gone:
            raise NotNow("Dit is al teruggenomen.")
        sheet.put(Kind.TAKE_BACK, takes_back=one.id)
        _now_known(sheet)


def ask_later(sheet: Sheet) -> None:
    """Inside the act that gives a copy: in a while somebody asks how it ended, unless that is asked or known."""
    if asked(sheet.report.lines) is None and known(sheet.report.lines) is None:
        _ask(sheet, _in_a_while())


def _now_known(sheet: Sheet) -> None:
    """After what was written in this act: who asks, and what counts."""
    report = report_for(sheet.file, sheet.report.id)
    _ask_anew(sheet, report)
    count_later(sheet, report)


def _ask_anew(sheet: Sheet, report: LaidReport) -> None:
    """Nobody is asked about what is known; what is not known yet is asked once more, later."""
    before, now = asked(report.lines), known(report.lines)
    if before and before.said["task"]:
        end_tasks(sheet.file, sheet.case, [before.said["task"]])
    if (now is None and before is None) or (now and now.over):
        Report.objects.filter(pk=sheet.report.id).update(ask_on=None)
        return
    _ask(sheet, _when(now, before.said["on"] if before else ""))


def _when(now: Known | None, before: str) -> date:
    """As it was, when what was known is taken back; otherwise in a while."""
    return date.fromisoformat(before) if now is None and before else _in_a_while()


def _in_a_while() -> date:
    return add_working_days(clock.today(), reference.own_days(RULE))


def _ask(sheet: Sheet, on: date) -> None:
    """A task for whoever does this, while the case has a list of tasks; and the day on which the list shows it."""
    task = ""
    if CaseState(sheet.case.state) not in ENDED:
        number = frozen_for(sheet.file, sheet.report.id).content["number"]
        text = f"Vraag hoe het afliep met rapportage {number}"
        member = str(sheet.file.member.pk)
        task = str(put_task(sheet.file, sheet.case, text=text, due_on=on, assignee=member).pk)
    sheet.put(Kind.ASK, on=on, task=task)
    Report.objects.filter(pk=sheet.report.id).update(ask_on=on)
