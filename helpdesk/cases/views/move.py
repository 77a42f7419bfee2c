"""Move a message, a note or a contact moment to another case, and put it back."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from helpdesk.cases import actions
from helpdesk.cases.access import CaseFile
from helpdesk.cases.family_forms import MoveForm
from helpdesk.cases.views.answer import attempt, done, form_page, on_case, posted
from helpdesk.cases.views.bare import press
from helpdesk.cases.views.other_case import other_case
from helpdesk.cases.workflow import NotNow


@require_http_methods(["GET", "POST"])
@on_case("move-message")
def move_message(request: HttpRequest, file: CaseFile, row: UUID) -> HttpResponse:
    """The code of the right case. Where people stand against each other, once more for this one code."""
    try:
        found = actions.row_to_move(file=file, row_id=row)
    except NotNow as refusal:
        form = forms.Form({})
        form.add_error(None, str(refusal))
        return form_page(request, file, form, "cases/again.html")
    form, asked = MoveForm(posted(request), of_mail=actions.sends_mail(found)), []

    def move() -> None:
        code = form.cleaned_data["other"]
        try:
            other = other_case(file, code, to="move-message")
            later = bool(form.cleaned_data.get("later"))
            knowing = request.POST.get("weet") == code
            actions.move_message(file=file, other=other, row_id=row, knowing=knowing, later=later)
        except actions.AskAgain:
            asked.append(code)
            raise

    if request.method == "POST" and attempt(form, move):
        return done(request, file, _("Verplaatst. Je kunt het een dag lang terugzetten."))
    return form_page(request, file, form, "cases/move_message.html", words=actions.words_of(found), asked=asked)


@require_POST
@on_case("move-message")
def put_back_message(request: HttpRequest, file: CaseFile, mark: UUID) -> HttpResponse:
    """Back to where it stood."""

    def put_back() -> None:
        other = other_case(file, actions.went_to(file=file, mark_id=mark), to="move-message")
        actions.put_back_message(file=file, other=other, mark_id=mark)

    return press(
        request, file, put_back, "gesprek", "draden", "contact", "notities", "bestanden", said=_("Het staat er weer.")
    )
