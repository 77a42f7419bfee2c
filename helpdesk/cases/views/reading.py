"""A second reader: ask, agree, send back, withdraw."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from helpdesk.cases import actions
from helpdesk.cases.access import CaseFile
from helpdesk.cases.models import Draft
from helpdesk.cases.reading_forms import AskReadingForm, ReadForm
from helpdesk.cases.second_reader import readers
from helpdesk.cases.views.answer import attempt, case_url, changed, done, on_case, sorry
from helpdesk.cases.views.letter import letter_page
from helpdesk.cases.views.send import party_page

PARTS = ("meelezen", "gesprek", "draden", "belofte")
AT = "#meelezen"


@require_POST
@on_case("ask-reading")
def ask_reading(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """Lay what was typed before a colleague; refused, it comes back as it was typed."""
    form = AskReadingForm(request.POST, readers=readers(file.case, file.member))
    asked: list[str] = []

    def ask() -> None:
        try:
            actions.ask_reading(file=file, knowing="weet" in request.POST, **form.asked())
        except actions.AskAgain as doubt:
            asked.append(str(doubt))
            raise

    whom, said = _uuid(Draft.party_in(request.POST.get("soort", ""))), _("Gevraagd. Na akkoord gaat het weg.")
    if attempt(form, ask):
        at = case_url(file.case.code) + AT
        return done(request, file, said, to=at) if whom else changed(request, file, *PARTS, said=said, at=AT)
    if whom:
        on_paper = request.POST.get("soort", "").startswith(Draft.letter_to(""))
        return (letter_page if on_paper else party_page)(request, file, whom, form, asked)
    return sorry(request, file, "gesprek", form)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


@require_POST
@on_case("agree-reading")
def agree_reading(request: HttpRequest, file: CaseFile, reading: UUID) -> HttpResponse:
    """Yes: it leaves, with a minute to take it back."""
    form = ReadForm(request.POST)
    left: list[bool] = []

    def agree() -> None:
        left.append(actions.agree_reading(file=file, reading_id=reading, reason=form.cleaned_data["reason"]))

    if attempt(form, agree):
        if not left[0]:
            said = _("Akkoord. Je collega maakt het zelf af.")
            return changed(request, file, *PARTS, said=said, at=AT)
        return changed(request, file, *PARTS, said=_("Akkoord. Het gaat over een minuut weg."), at="#gesprek")
    return sorry(request, file, "meelezen", form)


@require_POST
@on_case("return-reading")
def return_reading(request: HttpRequest, file: CaseFile, reading: UUID) -> HttpResponse:
    """Back to its author, with remarks."""
    form = ReadForm(request.POST)
    if attempt(form, lambda: actions.return_reading(file=file, reading_id=reading, **form.cleaned_data)):
        return changed(request, file, *PARTS, said=_("Teruggestuurd met je opmerkingen."), at=AT)
    return sorry(request, file, "meelezen", form)


@require_POST
@on_case("withdraw-reading")
def withdraw_reading(request: HttpRequest, file: CaseFile, reading: UUID) -> HttpResponse:
    """The author goes on writing."""
    form = forms.Form(request.POST)
    if attempt(form, lambda: actions.withdraw_reading(file=file, reading_id=reading)):
        return changed(request, file, *PARTS, said=_("Ingetrokken. Je tekst staat weer klaar."), at="#antwoord-tekst")
    return sorry(request, file, "meelezen", form)
