"""What a member writes: reply, question back, note, draft; and taking back within the minute."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from helpdesk.cases import actions
from helpdesk.cases.access import CaseFile, sealed_case_for
from helpdesk.cases.actions.mailbox import INVITED
from helpdesk.cases.forms import DraftForm, LetterForm, TextForm
from helpdesk.cases.views.answer import attempt, changed, form_page, on_case, sorry, was_sent
from helpdesk.teams.access import member_of, require

# Kind of draft: the verb for which it is written.
WRITTEN_FOR = {
    "reply": "reply",
    "note": "note",
    "close": "close",
    "party": "write-to-party",
    "mediation": "start-mediation",
    "position": "record-position",
    "proposal": "make-proposal",
    "agreement": "make-agreement",
    "request": "ask-information",
    "report": "record-information",
    "ending": "end-mediation",
}


@require_POST
@on_case("reply")
def reply(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """Answer the asker; a minute to take it back."""
    form = LetterForm(request.POST)
    if attempt(form, lambda: actions.reply(file=file, text=form.cleaned_data["text"])):
        return changed(request, file, "gesprek", "belofte", said="", at="#gesprek")
    return sorry(request, file, "gesprek", form)


@require_POST
@on_case("ask-more")
def ask_more(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """Ask the asker for more; the case waits for her."""
    form = LetterForm(request.POST)
    if attempt(form, lambda: actions.ask_more(file=file, text=form.cleaned_data["text"])):
        return changed(request, file, "gesprek", "belofte", said="", at="#gesprek")
    return sorry(request, file, "gesprek", form)


@require_POST
@on_case("reply")
def take_back(request: HttpRequest, file: CaseFile, message: UUID) -> HttpResponse:
    """Back to a draft, while it has not left."""
    form = forms.Form(request.POST)
    to: list[str] = []
    if attempt(form, lambda: to.append(actions.take_back(file=file, message_id=message))):
        invited = to[0] == INVITED
        at = f"#draad-{to[0]}" if to[0] and not invited else "#gesprek"
        said = _("De uitnodiging is teruggehaald.") if invited else _("Teruggehaald. Je tekst staat weer klaar.")
        return changed(request, file, "gesprek", "draden", "belofte", said=said, at=at)
    return form_page(request, file, form, "cases/again.html")


@require_POST
@on_case("note")
def note(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """A note for colleagues."""
    form = TextForm(request.POST)
    if attempt(form, lambda: actions.note(file=file, text=form.cleaned_data["text"])):
        return changed(request, file, "notities", said=_("Notitie bewaard."), at="#notities")
    return sorry(request, file, "notities", form)


@require_POST
@require("note")
def save_draft(request: HttpRequest, code: str) -> HttpResponse:
    """Keep what is being written, sealed, without opening the case."""
    form = DraftForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=422)
    if was_sent(request):
        return HttpResponse(status=204)
    kind = form.cleaned_data["kind"].partition(":")[0]
    actions.save_draft(file=sealed_case_for(member_of(request), code, to=WRITTEN_FOR[kind]), **form.cleaned_data)
    return HttpResponse(status=204)
