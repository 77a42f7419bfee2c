"""A list of steps: chosen, looked at with its days, added; and taken away the same day."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from helpdesk.cases import actions
from helpdesk.cases.access import CaseFile
from helpdesk.cases.panels.page import CasePage
from helpdesk.cases.panels.people import colleagues_of
from helpdesk.cases.task_list_form import DaysForm, StepsForm, lead_of
from helpdesk.cases.views.answer import WRONG, attempt, done, form_page, on_case, posted
from helpdesk.cases.views.bare import press
from helpdesk.directory import agreements, reference
from helpdesk.directory.agreements import TaskList


@require_http_methods(["GET", "POST"])
@on_case("add-task-list")
def add_task_list(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """Which list; then its steps with their days and a tick each. Nothing is added that was not shown first."""
    chosen = agreements.task_list(request.POST.get("lijst", request.GET.get("lijst", "")))
    if chosen is None:
        return form_page(request, file, forms.Form(), "cases/pick_task_list.html", lists=_lists(file))
    days = DaysForm(posted(request), chosen=chosen)
    shown = days.is_bound and days.is_valid() and request.POST.get("gezien") == days.as_seen()
    lead = lead_of(colleagues_of(file.case.team_id))
    form = StepsForm(request.POST if shown else None, chosen=chosen, days=days.both(), lead=lead, me=file.member)
    asked: list[str] = []

    def add() -> None:
        try:
            actions.add_task_list(file=file, chosen=chosen, steps=form.planned(), knowing="weet" in request.POST)
        except actions.AskAgain as doubt:
            asked.append(str(doubt))
            raise

    if shown and "reken" not in request.POST and attempt(form, add):
        return done(request, file, _("De stappen staan bij Te doen."))
    reckoned = days.is_bound and not shown and not days.errors
    context = {
        "page": CasePage(file),
        "chosen": chosen,
        "days": days,
        "form": form,
        "asked": asked,
        "reckoned": reckoned,
    }
    wrong = bool(days.errors or form.errors)
    return render(request, "cases/add_task_list.html", context, status=WRONG if wrong else 200)


def _lists(file: CaseFile) -> list[tuple[TaskList, bool]]:
    """All lists, those that fit this theme on top."""
    sub, theme = str(file.case.summary.get("subtheme") or ""), reference.theme(str(file.case.summary.get("theme")))
    of_theme = {one.id for one in theme.subthemes} if theme else set()
    near = {sub} if sub else of_theme
    found = [(one, not near.isdisjoint(one.subthemes)) for one in agreements.task_lists()]
    return sorted(found, key=lambda pair: not pair[1])


@require_POST
@on_case("remove-task-list")
def remove_task_list(request: HttpRequest, file: CaseFile, batch: UUID) -> HttpResponse:
    """Away with what nobody ticked off."""
    said = _("De lijst is weggehaald. Wat klaar was, staat er nog.")
    return press(request, file, lambda: actions.remove_task_list(file=file, batch=batch), "taken", said=said)
