"""The versions of a chapter: listed, laid beside what stands there now, brought back."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from helpdesk.cases.workflow import NotNow
from helpdesk.reports import actions
from helpdesk.reports.access_parts import part_for, versions_of, whole
from helpdesk.reports.board import Board
from helpdesk.reports.comparing import differs
from helpdesk.reports.reviewing import differences, listed
from helpdesk.reports.views.door import on_report, page_of, press, sorry


@require_safe
@on_report("read-case")
def part_versions(request: HttpRequest, board: Board, part: str) -> HttpResponse:
    """Every version, the newest first."""
    file, more = board.page.file, board.reviewing
    try:
        row = part_for(file, board.report.id, part)
    except NotNow as refusal:
        return sorry(request, file, str(refusal))
    rows = listed(whole(versions_of(file, row), row), board.page)
    return page_of(
        request, board, "reports/part_versions.html", rows=rows, part=part, title=more.title(part), more=more
    )


@require_safe
@on_report("read-case")
def compare_versions(request: HttpRequest, board: Board, part: str, version: UUID) -> HttpResponse:
    """One version beside another, or beside what stands there now."""
    file, report = board.page.file, board.report
    try:
        row = part_for(file, report.id, part)
        rows = versions_of(file, row)
        every = {one.pk: one.content for one in rows}
        chosen = every[version]
        new = every[UUID(request.GET["met"])] if request.GET.get("met") else row.content
    except (NotNow, ValueError, KeyError):
        return sorry(request, file, _("Deze versie is er niet."))
    lost = chosen["why"] == "attempt"
    old, new = (new, chosen) if lost else (chosen, new)  # what it would bring, held against what stands there
    versions = listed(whole(rows, row), board.page)
    blocks = differences(file, report, old["doc"], new["doc"])
    known = {str(one.id): one for one in versions}
    context = {
        "blocks": blocks,
        "same": not differs(blocks),
        "lost": lost,
        "old": listed([{"id": version, **chosen}], board.page)[0],
        "new": known.get(request.GET.get("met", "")),
        "part": part,
        "title": board.reviewing.title(part),
        "version": version,
        "versions": versions,
    }
    return page_of(request, board, "reports/compare_versions.html", None, **context)


@require_POST
@on_report("write-report")
def bring_back_version(request: HttpRequest, board: Board, part: str, version: UUID) -> HttpResponse:
    """Make this version the text again."""

    def bring() -> None:
        actions.bring_back(file=board.page.file, report_id=board.report.id, key=part, version_id=version)

    return press(request, board, bring, said=_("Teruggezet. Wat er stond ligt bij de versies."), to="review")
