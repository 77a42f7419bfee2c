"""A chapter for the editor: asked for, saved, taken, let go. Answers in JSON; nothing of it stays in the browser."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_http_methods, require_POST

from helpdesk.cases.access import CaseFile, SealedFile, case_for, sealed_case_for
from helpdesk.cases.panels.people import Colleagues
from helpdesk.cases.views.answer import on_case
from helpdesk.cases.workflow import NotNow
from helpdesk.reports import actions
from helpdesk.reports.access import report_for
from helpdesk.reports.access_parts import part_for
from helpdesk.reports.actions.part import takes_text
from helpdesk.reports.document import NotADocument, authors_of
from helpdesk.reports.parts import SUGGEST, WRITE, Refused, Saved, Sent, sent
from helpdesk.reports.refs import refs_of
from helpdesk.reports.review import reads, remarks
from helpdesk.reports.shown import as_comment, held_by, remarks_on
from helpdesk.reports.workflow import LABELS, OPEN
from helpdesk.teams.access import member_of, require

WHY = "write-report"


@require_http_methods(["GET", "POST"])
@require(WHY)
def write_report(request: HttpRequest, code: str, report: UUID, part: str) -> HttpResponse:
    """The chapter as it is; or the chapter as somebody has it now, to be kept."""
    if request.method != "POST":
        return _shown(case_for(member_of(request), code, to=WHY), report, part)
    sealed = sealed_case_for(member_of(request), code, to=WHY)
    try:
        posted = sent(said_in(request))
    except RequestDataTooBig:
        return sentence("Dit hoofdstuk is te groot. Verdeel het, of haal een tabel weg.", 413)
    except NotADocument as refusal:
        return sentence(str(refusal), 413 if "te groot" in str(refusal) else 422)
    try:
        return _save(sealed, code, report, part, posted)
    except NotNow as refusal:
        return sentence(str(refusal))


@require_POST
@on_case(WHY)
def take_part(request: HttpRequest, file: CaseFile, report: UUID, part: str) -> HttpResponse:
    """Nobody else writes in it for a while."""
    try:
        mode = SUGGEST if reads(report_for(file, report), file.member) else WRITE
        held = actions.take_part(file=file, report_id=report, key=part, mode=mode)
    except actions.Held:
        return json_of({"held_by": _holder(file, report, part)}, 409)
    except NotNow as refusal:
        return sentence(str(refusal))
    return json_of({"held_by": held_by(held, file.member, Colleagues.load()), "version": held.version})


@require_POST
@require(WHY)
def let_go_part(request: HttpRequest, code: str, report: UUID, part: str) -> HttpResponse:
    """Another may write in it."""
    actions.let_go(file=sealed_case_for(member_of(request), code, to=WHY), report_id=report, key=part)
    return json_of({"held_by": None})


def said_in(request: HttpRequest) -> Any:
    """The JSON that was posted.

    Raises:
        NotADocument: it is none.
    """
    try:
        return json.loads(request.body)
    except (ValueError, RecursionError):
        raise NotADocument("Dit is niet goed aangekomen.") from None


def json_of(data: object, status: int = 200) -> JsonResponse:
    """An answer that nobody keeps."""
    return JsonResponse(data, status=status, headers={"Cache-Control": "no-store"}, safe=False)


def sentence(text: str, status: int = 422) -> JsonResponse:
    """Why not; the text stays where it was typed."""
    return json_of({"error": text}, status)


def _save(sealed: SealedFile, code: str, report: UUID, part: str, posted: Sent) -> HttpResponse:
    kept = actions.keep_typing(file=sealed, report_id=report, key=part, sent=posted)
    if kept is not None:
        return _kept(kept)
    file = case_for(sealed.member, code, to=WHY)
    outcome = actions.save_part(file=file, report_id=report, key=part, sent=posted)
    return _kept(outcome) if isinstance(outcome, Saved) else _refused(file, report, part, outcome)


def _kept(saved: Saved) -> HttpResponse:
    return json_of({"version": saved.version, "saved_at": saved.at})


def _refused(file: CaseFile, report: UUID, key: str, refused: Refused) -> HttpResponse:
    """It lies as a version of its own; what stands there now goes along, so that the two can be laid together."""
    if not takes_text(file, report):
        state = report_for(file, report).state
        what = f"deze rapportage is {LABELS[state]}" if state not in OPEN else "deze zaak is niet meer bij het team"
        why = f"Dit kan nu niet: {what}. Wat je schreef, ligt bij de versies."
        return json_of({"error": why, "conflict": str(refused.attempt)}, 422)
    if refused.held:
        return json_of({"held_by": _holder(file, report, key), "conflict": str(refused.attempt)}, 423)
    now, people = part_for(file, report, key), Colleagues.load()
    said = now.content
    answer = {"version": now.version, "doc": said["doc"], "by": people.name(said["by"]), "at": said["at"]}
    return json_of({**answer, "conflict": str(refused.attempt)}, 409)


def _holder(file: CaseFile, report: UUID, key: str) -> dict[str, Any] | None:
    return held_by(part_for(file, report, key), file.member, Colleagues.load())


def _shown(file: CaseFile, report_id: UUID, key: str) -> HttpResponse:
    try:
        report, part = report_for(file, report_id), part_for(file, report_id, key)
    except NotNow as refusal:
        return sentence(str(refusal))
    people, doc = Colleagues.load(), part.content["doc"]
    section = report.frame.outline.section(key)
    comments = remarks_on(doc, key, remarks(report.lines))
    return json_of(
        {
            "key": key,
            "title": section.heading if section else key,
            "doc": doc,
            "version": part.version,
            "held_by": held_by(part, file.member, people),
            "frozen": not report.open,
            "refs": refs_of(file, report),
            "people": {one: people.name(one) for one in authors_of(doc)},
            "comments": [as_comment(one, file.member.pk, people) for one in comments],
        }
    )
