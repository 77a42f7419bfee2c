"""A passage of the library is cited as it stood on the day that counts; the case relies on it from then on."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.source import add_source, sources_of
from helpdesk.cases.workflow import NotNow
from helpdesk.lib.ids import new_id
from helpdesk.library.standing import Key
from helpdesk.reports.access import report_for
from helpdesk.reports.actions.facts import must_be_free
from helpdesk.reports.actions.keep import writing
from helpdesk.reports.citing import cited
from helpdesk.reports.workflow import Kind

WHY = "Geciteerd in een rapportage."


def cite(*, file: CaseFile, report_id: UUID, work: str, place: str) -> str:
    """Cite this passage; its ref. Cited twice it is one citation.

    The case gets the same source, so that it lights up when the law changes; see decision 0021.

    Raises:
        NotNow: the library has no such passage, or the case holds as many sources as it can.
    """
    with transaction.atomic():
        frame = report_for(file, report_id).frame
        day = frame.decision_on or frame.on
        said = cited(work, place, day, told_in=frame.language)
        key = Key.of(work, place, said["language"])
        if place and not any((one.key, one.place) == (key, place) for one in sources_of(file)):
            add_source(file=file, code=work, place=place, why=WHY, on=day, language=said["language"])
        with writing(file, report_id) as sheet:
            same = [one.ref for one in sheet.report.citations if (one.work, one.place) == (work, place)]
            if same:
                return same[0]
            ref = str(new_id())
            sheet.put(Kind.CITE, ref=ref, on=day, **said)
    return ref


def cite_anew(*, file: CaseFile, report_id: UUID, ref: str) -> None:
    """The same passage as it stands by the frame now: the day of the decision was set right, or the library knows more.

    Raises:
        NotNow: it is not there any more.
    """
    with writing(file, report_id) as sheet:
        held, frame = sheet.report.citation(ref), sheet.report.frame
        if held is None:
            raise NotNow("Deze bron is er niet meer.")
        day = frame.decision_on or frame.on
        sheet.put(
            Kind.CITE, ref=ref, on=day, **cited(held.work, held.place, day, held.language, told_in=frame.language)
        )


def take_out_citation(*, file: CaseFile, report_id: UUID, ref: str) -> None:
    """It is no part of the report after all. The case may still rely on it; that is taken back there.

    Raises:
        NotNow: it is gone already, or a chapter still stands on it.
    """
    with writing(file, report_id) as sheet:
        if sheet.report.citation(ref) is None:
            raise NotNow("Deze bron is er niet meer.")
        must_be_free(sheet, ref)
        sheet.put(Kind.CITE, ref=ref, gone=True)
