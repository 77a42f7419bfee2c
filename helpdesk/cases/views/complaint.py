"""A complaint about ourselves: confirm that we have it, and answer it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from helpdesk.cases import actions
from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.own_complaint import answer_in_words
from helpdesk.cases.complaint_forms import AnswerComplaintForm, ConfirmComplaintForm, holding_letter
from helpdesk.cases.complaints import is_complaint
from helpdesk.cases.panels.page import CasePage
from helpdesk.cases.views.answer import done, form_page, on_case, posted
from helpdesk.cases.views.with_reader import WithReader


@require_http_methods(["GET", "POST"])
@on_case("confirm-complaint")
def confirm_complaint(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """A letter is proposed; nobody sends it but a colleague."""
    kept = CasePage(file).drafts.get("reply", {}).get("text", "")
    proposed = holding_letter(file.case.summary, file.member) if is_complaint(file.case.summary) else ""
    words = WithReader(request, file, "confirm-complaint")
    form = ConfirmComplaintForm(posted(request), initial={"text": proposed, **words.typed(), **_lies_ready(kept)})

    def confirm() -> None:
        actions.confirm_complaint(file=file, text=form.cleaned_data["text"])

    if request.method == "POST" and words.attempt(form, confirm, lambda: form.cleaned_data["text"]):
        return words.asked() if words.wanted else done(request, file, _("Bevestigd. Wie klaagt leest het met de code."))
    return form_page(request, file, form, "cases/confirm_complaint.html", keep_url=_keep(file), **words.shown())


@require_http_methods(["GET", "POST"])
@on_case("answer-complaint")
def answer_complaint(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """Founded or not, what we change, and the answer."""
    kept = CasePage(file).drafts.get("close", {}).get("text", "")
    words = WithReader(request, file, "answer-complaint")
    form = AnswerComplaintForm(posted(request), initial={**words.typed(), **_lies_ready(kept)})

    def answer() -> None:
        actions.answer_complaint(file=file, **form.cleaned_data)

    if request.method == "POST" and words.attempt(form, answer, lambda: answer_in_words(**form.cleaned_data)):
        return words.asked() if words.wanted else done(request, file, _("De klacht is beantwoord."))
    return form_page(request, file, form, "cases/answer_complaint.html", keep_url=_keep(file), **words.shown())


def _lies_ready(draft: str) -> dict[str, str]:
    """What was kept while it was typed is newer than what a colleague read."""
    return {"text": draft} if draft else {}


def _keep(file: CaseFile) -> str:
    return reverse("cases:save-draft", args=[file.case.code])
