"""What the case is about and what is due: title and theme, tasks, waiting for another."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from helpdesk.cases import actions
from helpdesk.cases.access import CaseFile
from helpdesk.cases.forms import TaskForm, ThemesForm, WaitForm
from helpdesk.cases.panels.people import colleagues_of
from helpdesk.cases.views.answer import attempt, done, form_page, on_case, posted
from helpdesk.cases.views.bare import press


@require_http_methods(["GET", "POST"])
@on_case("set-themes")
def set_themes(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """A neutral title, and the place in the taxonomy."""
    form = ThemesForm(posted(request), initial=file.case.summary)
    if request.method == "POST" and attempt(form, lambda: actions.set_themes(file=file, **form.cleaned_data)):
        return done(request, file, _("Titel en thema staan erbij."))
    return form_page(request, file, form, "cases/set_themes.html")


@require_http_methods(["GET", "POST"])
@on_case("plan-task")
def plan_task(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """Something to do, on a day, by somebody."""
    colleagues = colleagues_of(file.case.team_id)
    form = TaskForm(posted(request), colleagues=colleagues, me=file.member)
    if request.method == "POST" and attempt(form, lambda: actions.plan_task(file=file, **form.cleaned_data)):
        return done(request, file, _("Taak erbij."))
    return form_page(request, file, form, "cases/plan_task.html")


@require_POST
@on_case("finish-task")
def finish_task(request: HttpRequest, file: CaseFile, task: UUID) -> HttpResponse:
    """Tick it off, or on again with `open`."""
    finished = "open" not in request.POST
    said = _("Klaar.") if finished else _("De taak staat weer open.")
    return press(request, file, lambda: actions.finish_task(file=file, task_id=task, done=finished), "taken", said=said)


@require_http_methods(["GET", "POST"])
@on_case("wait-third")
def wait_for_third(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """We wait for somebody else."""
    form = WaitForm(posted(request))
    if request.method == "POST" and attempt(form, lambda: actions.wait_for_third(file=file, **form.cleaned_data)):
        return done(request, file, _("De zaak wacht."))
    return form_page(request, file, form, "cases/wait_for_third.html")


@require_POST
@on_case("resume")
def resume_case(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """It is our turn again."""
    return press(request, file, lambda: actions.resume_case(file=file), "belofte", said=_("De zaak is weer bij ons."))
