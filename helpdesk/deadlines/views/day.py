"""Set a last day: shown with its steps first, then set. Or by hand, where we do not reckon."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from helpdesk.cases.access import CaseFile
from helpdesk.cases.panels.page import CasePage
from helpdesk.cases.panels.people import colleagues_of
from helpdesk.cases.views.answer import WRONG, attempt, done, form_page, on_case, posted
from helpdesk.deadlines import actions
from helpdesk.deadlines.board import Board
from helpdesk.deadlines.counted import Counted, from_term
from helpdesk.deadlines.forms import WAYS, Choices, CorrectHandForm, CorrectTermForm, HandForm, TermForm
from helpdesk.deadlines.views.door import on_deadline, url_of
from helpdesk.lib.dates import CalendarUnknown
from helpdesk.remedies.reckoning import NotReckoned, Reckoned
from helpdesk.remedies.terms import term
from helpdesk.teams.models import Member

BEFORE_OUR_YEARS = "Van dat jaar kennen we de feestdagen niet. Leg de dag met de hand vast."


@dataclass(frozen=True)
class Answer:
    """What the form comes to: a day with its steps, or why we do not reckon it."""

    counted: Counted | None = None
    found: Reckoned | None = None
    refusal: str = ""


@require_http_methods(["GET", "POST"])
@on_case("set-deadline")
def set_deadline(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """From the decision to the last day. What is set is what was shown."""
    form = TermForm(_typed(request, file), owners=_owners(file))
    answer = _answer(form)

    def put() -> None:
        if answer.counted is not None:
            actions.set_deadline(file=file, counted=answer.counted, owner=_chosen(form, file))

    if _is_set(request, answer) and attempt(form, put):
        return done(request, file, _("De termijn staat vast. Vraag een collega om hem na te lezen."))
    return _reckoner(request, file, form, answer, "deadlines/set_deadline.html")


@require_http_methods(["GET", "POST"])
@on_case("set-deadline")
def set_deadline_by_hand(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """A day that we do not reckon. It may begin with what the list says of the term."""
    begins = request.POST.get("act") == "begin"
    initial = {name: request.POST.get(name, "") for name in ("what", "source")} if begins else {}
    form = HandForm(None if begins else posted(request), initial=initial, owners=_owners(file))

    def put() -> None:
        actions.set_deadline(file=file, counted=form.counted(), owner=_chosen(form, file))

    if form.is_bound and attempt(form, put):
        return done(request, file, _("De termijn staat vast. Vraag een collega om hem na te lezen."))
    return form_page(request, file, form, "deadlines/set_deadline_by_hand.html")


@require_http_methods(["GET", "POST"])
@on_deadline("correct-deadline")
def correct_deadline(request: HttpRequest, board: Board) -> HttpResponse:
    """Another day from the list of terms, and why."""
    file, deadline = board.page.file, board.deadline
    initial = {"term": deadline.said.get("term", ""), **deadline.said.get("decision", {})}
    form = CorrectTermForm(posted(request), initial=initial)
    answer = _answer(form)

    def correct() -> None:
        if answer.counted is not None:
            why = form.cleaned_data["reason"]
            actions.correct_deadline(file=file, deadline_id=deadline.id, counted=answer.counted, reason=why)

    if _is_set(request, answer) and attempt(form, correct):
        return done(request, file, _("Rechtgezet. Vraag een collega om de nieuwe dag na te lezen."), to=url_of(board))
    return _reckoner(request, file, form, answer, "deadlines/correct_deadline.html", board=board)


@require_http_methods(["GET", "POST"])
@on_deadline("correct-deadline")
def correct_deadline_by_hand(request: HttpRequest, board: Board) -> HttpResponse:
    """Another day that we do not reckon, and why."""
    file, deadline = board.page.file, board.deadline
    initial = {"what": deadline.what, "last": deadline.last, "source": deadline.cite}
    form = CorrectHandForm(posted(request), initial=initial)

    def correct() -> None:
        why = form.cleaned_data["reason"]
        actions.correct_deadline(file=file, deadline_id=deadline.id, counted=form.counted(), reason=why)

    if request.method == "POST" and attempt(form, correct):
        return done(request, file, _("Rechtgezet. Vraag een collega om de nieuwe dag na te lezen."), to=url_of(board))
    return form_page(request, file, form, "deadlines/correct_deadline_by_hand.html", board=board)


def _typed(request: HttpRequest, file: CaseFile) -> QueryDict | None:
    """What was typed here; or what another page knows of the letter, which then is mine to look after."""
    data = posted(request)
    if data is None or "act" in data:
        return data
    begun = data.copy()
    begun.setdefault("owner", str(file.member.pk))
    if begun.get("way") not in dict(WAYS):
        begun["way"] = "other"
    return begun


def _answer(form: TermForm) -> Answer:
    """Reckon what was typed; without a script too, so at every press."""
    if not form.is_bound or not form.is_valid():
        return Answer()
    try:
        counted, found = from_term(form.cleaned_data["term"], form.decision())
    except NotReckoned as refusal:
        return Answer(refusal=str(refusal))
    except CalendarUnknown:
        return Answer(refusal=BEFORE_OUR_YEARS)
    return Answer(counted, found)


def _is_set(request: HttpRequest, answer: Answer) -> bool:
    """Whether the day is to be set, and is the one that was shown."""
    wanted = request.POST.get("act") == "set" and answer.counted is not None
    return wanted and answer.counted is not None and request.POST.get("shown") == answer.counted.last.isoformat()


def _reckoner(
    request: HttpRequest, file: CaseFile, form: TermForm, answer: Answer, template: str, **more: Any
) -> HttpResponse:
    page, refused = CasePage(file), term(form.cleaned_data["term"]) if answer.refusal else None
    context = {"page": page, "form": form, "answer": answer, "refused": refused, **more}
    return render(request, template, context, status=WRONG if form.is_bound and form.errors else 200)


def _owners(file: CaseFile) -> Choices:
    """Myself first, then the others of the team."""
    mates = colleagues_of(file.case.team_id) if file.case.team_id else []
    return [
        (str(file.member.pk), _("jij")),
        *((str(one.pk), one.full_name) for one in mates if one.pk != file.member.pk),
    ]


def _chosen(form: TermForm | HandForm, file: CaseFile) -> Member:
    wanted = form.cleaned_data["owner"]
    return file.member if wanted == str(file.member.pk) else Member.objects.get(pk=wanted)
