"""Writing in a chapter: taken by one at a time, saved while one types, put aside now and then. Nothing sent is lost.

What is typed is kept every other second; like a draft it is no act and no look. The act is taking the chapter.
"""

from __future__ import annotations

from contextlib import nullcontext
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import F

from helpdesk.cases.access import CaseFile, SealedFile
from helpdesk.cases.actions.stepping import now_text
from helpdesk.cases.workflow import NotNow, may_step
from helpdesk.lib import clock
from helpdesk.lib.ids import new_id
from helpdesk.reports.access import report_for
from helpdesk.reports.access_parts import locked_report, part_for, sealed_content, version_for
from helpdesk.reports.actions.keep import put_step, writing
from helpdesk.reports.models import PartVersion, ReportPart
from helpdesk.reports.parts import ASIDE, SUGGEST, WRITE, Refused, Saved, Sent, answered, bare, holder, remembered
from helpdesk.reports.review import open_attempts
from helpdesk.reports.workflow import OPEN, Kind, check


class Held(NotNow):
    """Somebody else has this chapter now."""


def keep_typing(*, file: SealedFile, report_id: UUID, key: str, sent: Sent) -> Saved | None:
    """Save what the holder of a chapter types, without opening the case.

    Returns:
        None when more must be looked at: the chapter is not hers to write in, or somebody saved meanwhile.
    """
    with transaction.atomic():
        report, part = locked_report(file, report_id), part_for(file, report_id, key)
        if known := answered(part, sent.key):
            return known
        mine = part.held_by_id == file.member.pk and part.held_to == WRITE == sent.mode
        if not mine or report.state not in OPEN or not may_step("write-report", file.case.state):
            return None
        return _put(file, part, sent)


def save_part(*, file: CaseFile, report_id: UUID, key: str, sent: Sent) -> Saved | Refused:
    """Save, and take the chapter when nobody has it. What cannot be put in is kept as a version of its own.

    Raises:
        NotNow: the chapter is not there.
    """
    part = part_for(file, report_id, key)
    mode = _honest(part, sent)
    free = holder(part, clock.now()) in {None, file.member.pk}
    fresh = free and part.version == sent.base and answered(part, sent.key) is None
    take = fresh and (part.held_by_id != file.member.pk or part.held_to != mode)
    takes = takes_text(file, report_id)
    # Taking is an act with its entry, and locks the case; saving what one holds is neither.
    with transaction.atomic(), writing(file, report_id) if take and takes else nullcontext():
        report, part = locked_report(file, report_id), part_for(file, report_id, key)
        if known := answered(part, sent.key):
            return known
        if part.version and part.content["doc"] == sent.doc:
            return Saved(part.version, part.content["at"])
        held = holder(part, clock.now()) not in {None, file.member.pk}
        if held or not takes or report.state not in OPEN:
            return _keep_attempt(file, part, sent, held=held)
        if part.version == sent.base:
            _take(file, part, mode)
            if saved := _put(file, part, sent, mode):
                return saved
        return _keep_attempt(file, part, sent, held=False)


def take_part(*, file: CaseFile, report_id: UUID, key: str, mode: str = WRITE) -> ReportPart:
    """From now on this chapter is hers to write in, as long as she does.

    Raises:
        Held: somebody else has it.
        NotNow: the report takes no text any more.
    """
    part = part_for(file, report_id, key)
    mine = part.held_by_id == file.member.pk and part.held_to == mode
    with transaction.atomic(), nullcontext() if mine else writing(file, report_id):
        check("write-report", report_for(file, report_id).state)
        locked_report(file, report_id)
        part = part_for(file, report_id, key)
        if holder(part, clock.now()) not in {None, file.member.pk}:
            raise Held("Een collega schrijft nu in dit hoofdstuk.")
        _take(file, part, mode)
        held = {"held_by": file.member, "held_at": clock.now(), "held_to": mode}
        ReportPart.objects.filter(pk=part.pk).update(**held)
    return part_for(file, report_id, key)


def let_go(*, file: CaseFile | SealedFile, report_id: UUID, key: str) -> None:
    """Another may write in it; nothing happens when it was not hers."""
    rows = ReportPart.objects.filter(case=file.case, report_id=report_id, key=key, held_by=file.member)
    rows.update(held_by=None, held_at=None, held_to="")


def bring_back(*, file: CaseFile, report_id: UUID, key: str, version_id: UUID) -> None:
    """Make an earlier version the text again. What stood there stays as a version, so that is never lost either.

    Raises:
        Held: somebody else has the chapter.
        NotNow: the version is not there, or somebody saved just now.
    """
    part = take_part(file=file, report_id=report_id, key=key)
    old = version_for(file, part, version_id).content["doc"]
    keep_aside(file, part, "saved")
    saved = save_part(file=file, report_id=report_id, key=key, sent=Sent(old, part.version, str(new_id())))
    if isinstance(saved, Refused):
        raise NotNow("Er is intussen iets veranderd. Kijk nog een keer.")
    let_go(file=file, report_id=report_id, key=key)


def settle_attempt(*, file: CaseFile, report_id: UUID, attempt: UUID) -> None:
    """Somebody saw to what could not be put in; it stays as a version.

    Raises:
        NotNow: there is none that waits.
    """
    with writing(file, report_id) as sheet:
        if str(attempt) not in {one.said["attempt"] for one in open_attempts(sheet.report.lines)}:
            raise NotNow("Dit is al afgehandeld.")
        sheet.put(Kind.SETTLE, attempt=str(attempt))


def keep_aside(file: CaseFile | SealedFile, part: ReportPart, why: str) -> None:
    """Put the text of this chapter aside as a version; one that lies there already is not put there twice."""
    row = file.mine(PartVersion(pk=uuid5(part.pk, f"{why} {part.version}"), part=part, case=file.case))
    row.created_on = clock.today()
    row.content = {"mode": WRITE, **part.content, "version": part.version, "why": why}
    PartVersion.objects.bulk_create([row], ignore_conflicts=True)


def _honest(part: ReportPart, sent: Sent) -> str:
    """A suggestion leaves the text itself as it is. What does not, is writing, and makes an author."""
    if sent.mode == SUGGEST and bare(part.content["doc"]) == bare(sent.doc):
        return SUGGEST
    return WRITE


def takes_text(file: CaseFile, report_id: UUID) -> bool:
    """Whether anything can be written in it now: the report is open, and its case is with the team."""
    return may_step("write-report", file.case.state) and report_for(file, report_id).open


def _take(file: CaseFile, part: ReportPart, mode: str) -> None:
    """What stood there is put aside when another wrote it; who writes for the first time becomes an author."""
    if part.content["by"] != str(file.member.pk):
        keep_aside(file, part, "saved")
    report = report_for(file, part.report_id)
    if mode == WRITE and str(file.member.pk) not in report.writers:
        put_step(file, report.id, Kind.WRITE, number=report.seen + 1, part=part.key)


def _put(file: CaseFile | SealedFile, part: ReportPart, sent: Sent, mode: str = WRITE) -> Saved | None:
    """One statement compares the version and writes; None when another was first."""
    now, saved = clock.now(), Saved(sent.base + 1, now_text())
    aside = part.kept_at is None or part.kept_at + ASIDE <= now
    saves = remembered(part, sent.key, saved)
    part.content = {"doc": sent.doc, "by": str(file.member.pk), "at": saved.at, "mode": mode}
    held = {"held_by": file.member, "held_at": now, "held_to": mode, "kept_at": now if aside else part.kept_at}
    kept = part.content if aside else None
    rows = ReportPart.objects.filter(pk=part.pk, version=sent.base)
    if not rows.update(version=F("version") + 1, content=sealed_content(part), saves=saves, **held):
        return None
    if kept is not None:
        part.version, part.content = saved.version, kept
        keep_aside(file, part, "saved")
    return saved


def _keep_attempt(file: CaseFile, part: ReportPart, sent: Sent, *, held: bool) -> Refused:
    """What could not be put in lies as a version, and the page of the report says so until somebody saw to it."""
    attempt = uuid5(part.pk, f"attempt {sent.key}")
    if PartVersion.objects.filter(pk=attempt).exists():
        return Refused(attempt, held)
    row = file.mine(PartVersion(pk=attempt, part=part, case=file.case, created_on=clock.today()))
    said = {"by": str(file.member.pk), "at": now_text(), "mode": sent.mode, "base": sent.base}
    row.content = {"doc": sent.doc, **said, "version": part.version, "why": "attempt"}
    row.save(force_insert=True)
    report = report_for(file, part.report_id)
    put_step(file, report.id, Kind.CONFLICT, number=report.seen + 1, part=part.key, attempt=str(attempt))
    return Refused(attempt, held)
