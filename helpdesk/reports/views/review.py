"""A second colleague reads the report: asked, remarked, agreed with or sent back."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from helpdesk.cases.views.answer import attempt, done, posted
from helpdesk.reports import actions
from helpdesk.reports.actions.review import who_can_read
from helpdesk.reports.board import Board
from helpdesk.reports.review_forms import AskForm, BackForm, RemarkForm
from helpdesk.reports.views.door import on_report, page_of, press, url_of


@require_safe
@on_report("read-case")
def review(request: HttpRequest, board: Board) -> HttpResponse:
    """Who reads it, what was remarked, what still stops it, and what could not be put in."""
    return page_of(request, board, "reports/review.html", more=board.reviewing, remark=RemarkForm())


@require_http_methods(["GET", "POST"])
@on_report("ask-second-reader")
def ask_second_reader(request: HttpRequest, board: Board) -> HttpResponse:
    """Choose a colleague who wrote no word of it."""
    file, readers = board.page.file, who_can_read(board.page.file, board.report)
    form = AskForm(posted(request), readers=readers)

    def ask() -> None:
        actions.ask_second_reader(file=file, report_id=board.report.id, **form.cleaned_data)

    if request.method == "POST" and attempt(form, ask):
        return done(request, file, _("Gevraagd. Je collega ziet het bij deze rapportage."), to=url_of(board, "review"))
    return page_of(request, board, "reports/ask_second_reader.html", form, readers=readers)


@require_POST
@on_report("write-report")
def remark_report(request: HttpRequest, board: Board) -> HttpResponse:
    """A remark on the whole, or an answer to one."""
    form, on = RemarkForm(request.POST), request.POST.get("on", "")

    def say() -> None:
        text, file = form.cleaned_data["text"], board.page.file
        if on:
            actions.answer(file=file, report_id=board.report.id, on=_uuid(on), text=text)
        else:
            actions.remark(file=file, report_id=board.report.id, text=text)

    if attempt(form, say):
        return done(request, board.page.file, _("Opgeschreven."), to=url_of(board, "review") + "#opmerkingen")
    more = board.reviewing
    return page_of(request, board, "reports/review.html", form, more=more, remark=form)


@require_POST
@on_report("write-report")
def settle_report_remark(request: HttpRequest, board: Board, remark: UUID) -> HttpResponse:
    """It was seen to; or not after all."""
    again = "again" in request.POST

    def settle() -> None:
        actions.settle_remark(file=board.page.file, report_id=board.report.id, on=remark, again=again)

    return press(request, board, settle, said=_("Weer open.") if again else _("Klaar."), to="review")


@require_POST
@on_report("read-report")
def read_report(request: HttpRequest, board: Board) -> HttpResponse:
    """The second reader agrees with what she saw."""

    def agree() -> None:
        actions.approve(file=board.page.file, report_id=board.report.id, seen=request.POST.get("seen", ""))

    return press(request, board, agree, said=_("Akkoord. Het rapport kan nu worden getekend."), to="review")


@require_http_methods(["GET", "POST"])
@on_report("read-report")
def send_back_report(request: HttpRequest, board: Board) -> HttpResponse:
    """Back to its authors, with what has to be done."""
    form = BackForm(posted(request))

    def back() -> None:
        actions.send_back(file=board.page.file, report_id=board.report.id, text=form.cleaned_data["text"])

    if request.method == "POST" and attempt(form, back):
        return done(request, board.page.file, _("Teruggestuurd naar de schrijvers."), to=url_of(board, "review"))
    return page_of(request, board, "reports/send_back_report.html", form)


@require_POST
@on_report("write-report")
def settle_attempt(request: HttpRequest, board: Board, attempt: UUID) -> HttpResponse:
    """Somebody saw to what could not be put in."""

    def settle() -> None:
        actions.settle_attempt(file=board.page.file, report_id=board.report.id, attempt=attempt)

    return press(request, board, settle, said=_("Afgehandeld. De tekst blijft bij de versies."), to="review")


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        return UUID(int=0)  # a remark of nobody, which the act says
