"""People around the child: enter, change, take away, put back, and the name behind an act."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from helpdesk.cases import actions
from helpdesk.cases.access import CaseFile
from helpdesk.cases.likeness import Findings, findings
from helpdesk.cases.panels.page import CasePage
from helpdesk.cases.party_forms import PartyForm
from helpdesk.cases.views.answer import attempt, done, form_page, is_script, on_case, panels, posted
from helpdesk.cases.views.bare import press
from helpdesk.cases.workflow import NotNow
from helpdesk.people.person import Person

PLACE = "omheen"
_COMPARED = ("part", "interest", "asks", "name", "birth_date", "telephone", "institution")


@require_http_methods(["GET", "POST"])
@on_case("add-party")
def add_party(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """Somebody more. A conflict or a likeness is said first; the colleague decides."""
    form = PartyForm(posted(request))
    warning = _warning(request, file, form)

    def add() -> None:
        actions.add_party(file=file, person=form.person(), knowing="weet" in request.POST)

    if request.method == "POST" and warning is None and attempt(form, add):
        return done(request, file, _("De persoon staat erbij."))
    return form_page(request, file, form, "cases/add_party.html", findings=warning)


@require_http_methods(["GET", "POST"])
@on_case("change-party")
def change_party(request: HttpRequest, file: CaseFile, party: UUID) -> HttpResponse:
    """Set right. The form shows the name, so asking for it is a look at the name too."""
    try:
        known = _known(request, file, party)
    except NotNow as refusal:
        return _gone(request, file, refusal)
    form = PartyForm(posted(request), initial=PartyForm.initial_of(known))
    warning = _warning(request, file, form, known, party)

    def change() -> None:
        actions.change_party(file=file, party_id=party, person=form.person(known), knowing="weet" in request.POST)

    if request.method == "POST" and warning is None and attempt(form, change):
        return done(request, file, _("Bewaard."))
    return form_page(request, file, form, "cases/change_party.html", findings=warning, party=party)


def _known(request: HttpRequest, file: CaseFile, party: UUID) -> Person:
    if request.method == "POST":
        return Person.of(actions.party_of(file=file, party_id=party).content)
    return actions.show_name(file=file, party_id=party)


def _gone(request: HttpRequest, file: CaseFile, refusal: NotNow) -> HttpResponse:
    form = forms.Form({})
    form.add_error(None, str(refusal))
    return form_page(request, file, form, "cases/again.html")


@require_POST
@on_case("remove-party")
def remove_party(request: HttpRequest, file: CaseFile, party: UUID) -> HttpResponse:
    """Take away; the panel offers to put it back."""
    said = _("Weggehaald. Tot de zaak is afgesloten, kun je het terugzetten.")
    return press(request, file, lambda: actions.remove_party(file=file, party_id=party), PLACE, said=said)


@require_POST
@on_case("remove-party")
def restore_party(request: HttpRequest, file: CaseFile, party: UUID) -> HttpResponse:
    """Put back."""
    said = _("De persoon staat er weer bij.")
    return press(request, file, lambda: actions.restore_party(file=file, party_id=party), PLACE, said=said)


@require_POST
@on_case("show-name")
def show_name(request: HttpRequest, file: CaseFile, party: UUID) -> HttpResponse:
    """The name and what else is known; the ledger knows first."""
    try:
        person = actions.show_name(file=file, party_id=party)
    except NotNow as refusal:
        return _gone(request, file, refusal)
    page = CasePage(file)
    if is_script(request):
        return panels(request, page, (PLACE, "journaal"), shown=party, person=person)
    return render(request, "cases/panel.html", {"page": page, "panel": PLACE, "shown": party, "person": person})


@require_POST
@on_case("show-name")
def show_party_code_word(request: HttpRequest, file: CaseFile, party: UUID) -> HttpResponse:
    """The word that this person says first; the ledger knows first."""
    try:
        word = actions.show_party_code_word(file=file, party_id=party)
    except NotNow as refusal:
        return _gone(request, file, refusal)
    page = CasePage(file)
    if is_script(request):
        return panels(request, page, (PLACE, "journaal"), word_of=party, word=word)
    return render(request, "cases/panel.html", {"page": page, "panel": PLACE, "word_of": party, "word": word})


def _warning(
    request: HttpRequest, file: CaseFile, form: PartyForm, known: Person | None = None, party: UUID | None = None
) -> Findings | None:
    """What must be said before it is done; None when there is nothing, or when this was said and accepted."""
    if not form.is_valid() or (known and not _matters(known, form.person())):
        return None
    found = findings(file, form.person(), leave_out=party)
    accepted = request.POST.get("weet") == "1" and request.POST.get("gezien", found.seen) == found.seen
    if accepted or not found:
        return None
    for case in found.cases:
        actions.tell_of_likeness(file=file, case=case)
    return found


def _matters(before: Person, after: Person) -> bool:
    """Whether a change touches what is compared; what somebody may know and a note do not."""
    return any(getattr(before, name) != getattr(after, name) for name in _COMPARED)
