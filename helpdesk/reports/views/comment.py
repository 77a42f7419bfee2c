"""Remarks in the margin of a chapter: made, answered, seen to. Answers in JSON."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from helpdesk.cases.access import CaseFile
from helpdesk.cases.panels.people import Colleagues
from helpdesk.cases.views.answer import on_case
from helpdesk.cases.workflow import NotNow
from helpdesk.reports import actions
from helpdesk.reports.access import report_for
from helpdesk.reports.document import NotADocument
from helpdesk.reports.review import remarks
from helpdesk.reports.shown import as_comment
from helpdesk.reports.views.part import json_of, said_in, sentence

LONG = 10_000


@require_POST
@on_case("write-report")
def remark(request: HttpRequest, file: CaseFile, report: UUID, part: str) -> HttpResponse:
    """Say something of a place in the text, or answer what was said of it."""
    try:
        data: Any = said_in(request)
        text, on = str(data["text"])[:LONG], data.get("on") or ""
        if on:
            actions.answer(file=file, report_id=report, on=UUID(on), text=text)
        else:
            on = str(actions.remark(file=file, report_id=report, text=text, part=part))
    except (NotADocument, NotNow) as refusal:
        return sentence(str(refusal))
    except (TypeError, KeyError, ValueError, AttributeError):
        return sentence("Dit is niet goed aangekomen.")
    return _shown(file, report, str(on))


@require_POST
@on_case("write-report")
def settle_remark(request: HttpRequest, file: CaseFile, report: UUID, part: str, remark: UUID) -> HttpResponse:
    """It was seen to."""
    try:
        actions.settle_remark(file=file, report_id=report, on=remark)
    except NotNow as refusal:
        return sentence(str(refusal))
    return _shown(file, report, str(remark))


def _shown(file: CaseFile, report: UUID, on: str) -> HttpResponse:
    found = next(one for one in remarks(report_for(file, report).lines) if one.id == on)
    return json_of(as_comment(found, file.member.pk, Colleagues.load()))
