"""A report is begun, shown chapter by chapter, and its frame is set right."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from helpdesk.cases.access import CaseFile
from helpdesk.cases.panels.page import CasePage
from helpdesk.cases.views.answer import attempt, done, form_page, on_case, posted
from helpdesk.lib import clock
from helpdesk.people.person import Person
from helpdesk.people.roles import Part
from helpdesk.reports import actions
from helpdesk.reports.access import report_for
from helpdesk.reports.board import Board
from helpdesk.reports.composing import in_words
from helpdesk.reports.forms import ConsentForm, FrameForm, NamesForm, begun
from helpdesk.reports.laid import STAFF
from helpdesk.reports.material import people_of
from helpdesk.reports.reading import Reader
from helpdesk.reports.views.door import on_report, page_of, url_of

CHILDREN, LAWYERS = (Part.CHILD, Part.SIBLING), (Part.LAWYER,)


@require_http_methods(["GET", "POST"])
@on_case("start-report")
def start_report(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """What the case knows is filled in; the rest is chosen or typed once."""
    people = people_of(file)
    children, lawyers = _choose(file, people, CHILDREN), _choose(file, people, LAWYERS)
    initial = {**begun(file.case.summary), **_only("child", children), **_only("lawyer", lawyers)}
    initial["age"] = _age(people.get(initial.get("child", "")))
    form = FrameForm(posted(request), initial=initial, children=children, lawyers=lawyers)
    made: list[UUID] = []
    if request.method == "POST" and attempt(
        form, lambda: made.append(actions.start_report(file=file, told=form.told()))
    ):
        board = Board(CasePage(file), report_for(file, made[0]))
        return done(request, file, _("De rapportage is begonnen."), to=url_of(board))
    return form_page(request, file, form, "reports/start_report.html", children=children)


@require_safe
@on_report("read-case")
def report_page(request: HttpRequest, board: Board) -> HttpResponse:
    """Outline, sheet and margin. Who may not write reads the chapter."""
    text = "" if board.editor else Reader(board.report, board.people).html(board.doc)
    return page_of(request, board, "reports/report_page.html", text=text, **board.editor)


@require_http_methods(["GET", "POST"])
@on_report("write-report")
def frame_report(request: HttpRequest, board: Board) -> HttpResponse:
    """The frame, as it stands, to be set right."""
    file, frame = board.page.file, board.frame
    names = ("title", "child", "age", "lawyer", "before", "court_number", "decision_on", "on", "question", "language")
    lists = {"children": _choose(file, board.people, CHILDREN), "lawyers": _choose(file, board.people, LAWYERS)}
    initial = {name: getattr(frame, name) for name in names}
    form = FrameForm(posted(request), initial=initial, procedure=frame.procedure, **lists)

    def put() -> None:
        actions.frame_report(file=file, report_id=board.report.id, told=form.told())

    if request.method == "POST" and attempt(form, put):
        return done(request, file, _("Bijgewerkt."), to=url_of(board))
    return page_of(request, board, "reports/frame_report.html", form)


@require_http_methods(["GET", "POST"])
@on_report("write-report")
def name_in_full(request: HttpRequest, board: Board) -> HttpResponse:
    """Initials, unless somebody chose a name and said why."""
    people = [(ref, f"{one.part_label} {one.initials}".strip()) for ref, one in board.people.items()]
    initial = {"parties": list(board.frame.named), "reason": board.frame.named_why}
    rows = [*people, (STAFF, _("Wie schreef en wie nalas, van onze helpdesk"))]
    form = NamesForm(posted(request), initial=initial, people=rows)

    def put() -> None:
        said = form.cleaned_data
        actions.name_in_full(
            file=board.page.file, report_id=board.report.id, parties=said["parties"], reason=said["reason"]
        )

    if request.method == "POST" and attempt(form, put):
        return done(request, board.page.file, _("Bijgewerkt."), to=url_of(board))
    return page_of(request, board, "reports/name_in_full.html", form)


@require_http_methods(["GET", "POST"])
@on_report("write-report")
def record_report_consent(request: HttpRequest, board: Board) -> HttpResponse:
    """Who agrees that this is filed, as it was said last."""
    held = board.report.consent
    names = ("child", "child_how", "guardian", "guardian_how", "basis", "on")
    form = ConsentForm(posted(request), initial={name: getattr(held, name) for name in names} if held else {})

    def put() -> None:
        actions.record_report_consent(file=board.page.file, report_id=board.report.id, agreed=form.agreed())

    if request.method == "POST" and attempt(form, put):
        return done(request, board.page.file, _("Opgeschreven."), to=url_of(board))
    return page_of(request, board, "reports/record_report_consent.html", form)


def _choose(file: CaseFile, people: Mapping[str, Person], parts: tuple[Part, ...]) -> list[tuple[str, str]]:
    """Who has one of these parts and still stands at the case."""
    there = {str(one.id) for one in CasePage(file).around}
    return [(ref, in_words(one)) for ref, one in people.items() if one.part in parts and ref in there]


def _age(child: Person | None) -> str:
    """8 jaar; nothing when her day of birth is not in the case."""
    if child is None or child.birth_date is None:
        return ""
    today, born = clock.today(), child.birth_date
    return f"{today.year - born.year - ((today.month, today.day) < (born.month, born.day))} jaar"


def _only(name: str, rows: list[tuple[str, str]]) -> dict[str, str]:
    """Chosen already when there is nobody else."""
    return {name: rows[0][0]} if len(rows) == 1 else {}
