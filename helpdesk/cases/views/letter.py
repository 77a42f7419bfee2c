"""A letter by post to one participant: written, printed on a page of its own, marked when it is in the post."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from helpdesk.cases import actions
from helpdesk.cases.access import CaseFile
from helpdesk.cases.models import Draft, Message
from helpdesk.cases.panels.page import CasePage
from helpdesk.cases.send_forms import PartyTextForm
from helpdesk.cases.views.answer import attempt, case_url, form_page, gone_to, on_case, posted
from helpdesk.cases.views.send import begun, kept_at
from helpdesk.cases.workflow import NotNow


@require_http_methods(["GET", "POST"])
@on_case("write-letter")
def write_letter(request: HttpRequest, file: CaseFile, party: UUID) -> HttpResponse:
    """Write to this one person. What may not be told is refused; a doubt is asked once more."""
    asked: list[str] = []
    written: list[Message] = []
    kind = Draft.kind_to(party)
    draft = {} if request.method == "POST" else CasePage(file).drafts.get(kind, {})
    form = PartyTextForm(posted(request), initial=begun(draft))

    def send() -> None:
        try:
            typed = {"text": form.cleaned_data["text"], "subjects": form.told()}
            written.append(actions.write_letter(file=file, party_id=party, knowing="weet" in request.POST, **typed))
        except actions.AskAgain as doubt:
            asked.append(str(doubt))
            raise

    if request.method == "POST" and attempt(form, send):
        where = reverse("cases:print-letter", args=[file.case.code, written[0].pk])
        return gone_to(request, where, "")
    return letter_page(request, file, party, form, asked)


def letter_page(request: HttpRequest, file: CaseFile, party: UUID, form: forms.Form, asked: list[str]) -> HttpResponse:
    """The page on which one writes the letter; also for whoever asks a colleague to read along."""
    page, kind = CasePage(file), Draft.kind_to(party)
    draft = page.drafts.get(kind, {})
    at = kept_at(draft)
    keep = {"keep_url": reverse("cases:save-draft", args=[file.case.code]), "draft_kind": kind, "draft_at": at}
    reading = {"letter_kind": Draft.letter_to(party), "read_already": page.has_agreed(Draft.letter_to(party))}
    reading |= {"rule": page.rule_for(str(party), letter=True)}
    reading["reading_url"] = reverse("cases:ask-reading", args=[file.case.code])
    return form_page(request, file, form, "cases/write_letter.html", party=party, asked=asked, **keep, **reading)


@require_safe
@on_case("write-letter")
def print_letter(request: HttpRequest, file: CaseFile, message: UUID) -> HttpResponse:
    """The letter as it goes on paper, and nothing else on it."""
    try:
        paper = actions.print_letter(file=file, message_id=message)
    except NotNow as refusal:
        return _sorry(request, file, refusal)
    return _on_paper(request, paper, file, message)


def _on_paper(request: HttpRequest, paper: actions.PrintedLetter, file: CaseFile, message: UUID) -> HttpResponse:
    page = {"paper": paper, "page": CasePage(file), "message": message}
    return render(request, "cases/paper_letter.html", page)


@require_POST
@on_case("write-letter")
def post_letter(request: HttpRequest, file: CaseFile, message: UUID) -> HttpResponse:
    """In the letter box."""
    try:
        actions.post_letter(file=file, message_id=message)
    except NotNow as refusal:
        return _sorry(request, file, refusal)
    return gone_to(request, case_url(file.case.code) + "#paneel-draden", _("De brief is op de post."))


def _sorry(request: HttpRequest, file: CaseFile, refusal: NotNow) -> HttpResponse:
    form = forms.Form({})
    form.add_error(None, str(refusal))
    return form_page(request, file, form, "cases/again.html")
