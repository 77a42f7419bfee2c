"""Signed, given, followed by a supplement, or withdrawn; and whether what lies there is what was signed."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from helpdesk.cases.actions.complaint import DOCX
from helpdesk.cases.panels.around import around
from helpdesk.cases.panels.papers import papers_of
from helpdesk.cases.views.answer import attempt, done, posted
from helpdesk.cases.views.file import HARMLESS
from helpdesk.cases.workflow import NotNow
from helpdesk.lib.papers.returned.opening import LARGEST
from helpdesk.reports import actions
from helpdesk.reports.access_frozen import compared, frozen_for, missing, said_in, signature_in, taken_away
from helpdesk.reports.access_press import order_for
from helpdesk.reports.board import Board
from helpdesk.reports.review_forms import GiveReportForm, WhyForm, as_typed
from helpdesk.reports.views.door import on_report, page_of, sorry, url_of
from helpdesk.reports.workflow import Press

MEDIA = {"pdf": "application/pdf", "docx": DOCX}


@require_http_methods(["GET", "POST"])
@on_report("sign-report")
def sign_report(request: HttpRequest, board: Board) -> HttpResponse:
    """It cannot be taken back, so it says first what happens and what stops it. A worker of the press does it."""
    form, made = forms.Form(posted(request)), []

    def sign() -> None:
        made.append(actions.order_signing(file=board.page.file, report_id=board.report.id))

    if request.method == "POST" and attempt(form, sign):
        return done(request, board.page.file, "", to=url_of(board, "press-order", *made))
    being_made = [one.id for one in board.orders if one.open and one.kind is Press.SIGN]
    if request.method != "POST" and being_made:
        return HttpResponseRedirect(url_of(board, "press-order", *being_made))
    return page_of(request, board, "reports/sign_report.html", form, more=board.reviewing)


@require_http_methods(["GET", "POST"])
@on_report("withdraw-report")
def withdraw_report(request: HttpRequest, board: Board) -> HttpResponse:
    """It will not be signed."""
    form = WhyForm(posted(request))

    def withdraw() -> None:
        actions.withdraw_report(file=board.page.file, report_id=board.report.id, **form.cleaned_data)

    if request.method == "POST" and attempt(form, withdraw):
        return done(request, board.page.file, _("Ingetrokken. De tekst blijft te lezen."), to=url_of(board))
    return page_of(request, board, "reports/withdraw_report.html", form)


@require_http_methods(["GET", "POST"])
@on_report("supplement-report")
def supplement_report(request: HttpRequest, board: Board) -> HttpResponse:
    """Begin a report that follows this one."""
    form, made = WhyForm(posted(request)), []

    def supplement() -> None:
        made.append(actions.supplement_report(file=board.page.file, report_id=board.report.id, **form.cleaned_data))

    if request.method == "POST" and attempt(form, supplement):
        to = reverse("reports:report-page", args=[board.page.code, made[0]])
        return done(request, board.page.file, _("De aanvulling is begonnen. Feiten en bronnen gingen mee."), to=to)
    return page_of(request, board, "reports/supplement_report.html", form)


@require_http_methods(["GET", "POST"])
@on_report("supplement-report")
def take_in_word(request: HttpRequest, board: Board) -> HttpResponse:
    """A Word file that came back: what changed stands as suggestions in a supplement."""
    form, made = forms.Form(posted(request)), []
    came = request.FILES.get("file")

    def take() -> None:
        if came is None:
            raise NotNow(_("Kies eerst een bestand."))
        if (came.size or 0) > LARGEST:
            raise NotNow(_("Dit bestand is te groot."))
        made.append(actions.take_in_word(file=board.page.file, report_id=board.report.id, data=came.read()))

    if request.method == "POST" and attempt(form, take):
        to = reverse("reports:report-page", args=[board.page.code, made[0]])
        return done(request, board.page.file, _("Wat veranderd is staat als voorstel in een aanvulling."), to=to)
    return page_of(request, board, "reports/take_in_word.html", form)


@require_safe
@on_report("read-case")
def signed_report(request: HttpRequest, board: Board) -> HttpResponse:
    """What was signed, by whom and when, and whether that is what lies there: reckoned anew at each look."""
    file = board.page.file
    try:
        row = frozen_for(file, board.report.id)
    except NotNow as refusal:
        if not taken_away(file, board.report.id):
            return sorry(request, file, str(refusal))
        gone = {"said": {}, "lines": missing(board.report.id), "sound": False, "gone": True, "more": board.reviewing}
        return page_of(request, board, "reports/signed_report.html", None, **gone)
    lines = compared(row)
    sound = all(one.same for one in lines)
    said = said_in(row)
    at = datetime.fromisoformat(said["at"]) if said else None
    people, more = board.page.people, board.reviewing
    names = (people.name(said.get("by")), people.name(said.get("reader")))
    context = {"said": said, "lines": lines, "sound": sound, "at": at, "names": names, "more": more}
    context["signature"] = signature_in(row)
    return page_of(request, board, "reports/signed_report.html", None, **context)


@require_safe
@on_report("read-case")
def signed_file(request: HttpRequest, board: Board, kind: str) -> HttpResponse:
    """The file as it was signed, byte for byte; what was changed is not handed out."""
    if kind not in MEDIA:
        raise Http404
    try:
        name, data = actions.fetch_signed(file=board.page.file, report_id=board.report.id, kind=kind)
    except NotNow as refusal:
        return sorry(request, board.page.file, str(refusal))
    headers = {**HARMLESS, "Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(data, content_type=MEDIA[kind], headers=headers)


@require_http_methods(["GET", "POST"])
@on_report("give-report")
def give_report(request: HttpRequest, board: Board) -> HttpResponse:
    """Who gets a copy, and which. What may not be told is refused; a worker of the press makes the rest."""
    file, made = board.page.file, []
    people = [one for one in around(papers_of(file).parties) if not one.removed]
    initial = {"to": board.frame.lawyer, "pdf": True, **_asked_before(request, board)}
    form = GiveReportForm(posted(request), people=people, initial=initial)

    def give() -> None:
        made.append(actions.order_giving(file=file, report_id=board.report.id, **form.told()))

    if request.method == "POST" and attempt(form, give):
        return done(request, file, "", to=url_of(board, "press-order", *made))
    return page_of(request, board, "reports/give_report.html", form)


def _asked_before(request: HttpRequest, board: Board) -> dict[str, Any]:
    """What was filled in for an order that came to nothing."""
    try:
        row = order_for(board.page.file, board.report.id, UUID(request.GET.get("opdracht", "")))
    except (ValueError, NotNow):
        return {}
    return as_typed(row.content) if row.kind == Press.GIVE else {}
