"""Our side: invite, share, see what she fetched, shut out, write down what she said."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from helpdesk.cases.access import CaseFile
from helpdesk.cases.panels.given import Given
from helpdesk.cases.panels.page import CasePage
from helpdesk.cases.views.answer import attempt, case_url, done, form_page, gone_to, on_case, posted
from helpdesk.cases.workflow import NotNow
from helpdesk.counsel import actions
from helpdesk.counsel.access import place_for, reminders_of, said_by_lawyers, times_answered
from helpdesk.counsel.forms import AnswerForm, FilingForm, InviteForm, RemindForm, RevokeForm, ShareForm
from helpdesk.counsel.laid import Place
from helpdesk.counsel.models import Seat
from helpdesk.counsel.reminding import owes_answer
from helpdesk.counsel.shown import heard, reminding, shown
from helpdesk.counsel.telling import reports_of
from helpdesk.people.roles import PART_LABELS, Part
from helpdesk.teams.access import step_up

PANEL = "#paneel-advocaat"
View = Callable[..., HttpResponse]


@require_http_methods(["GET", "POST"])
@step_up()
@on_case("invite-counsel")
def invite_counsel(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """Which lawyer, and until when."""
    page = CasePage(file)
    form = InviteForm(posted(request), people=_lawyers(page))
    made: list[Seat] = []

    def invite() -> None:
        typed = form.cleaned_data
        made.append(
            actions.invite_counsel(
                file=file,
                party_id=UUID(typed["party"]),
                purpose=typed["purpose"],
                bar=typed["bar"],
                until=typed["until"],
            )
        )

    if request.method == "POST" and attempt(form, invite):
        return done(request, file, _("Uitgenodigd. Bel nu de code door."), to=_url(file, made[0].pk))
    return form_page(request, file, form, "counsel/invite_counsel.html", none=not _lawyers(page))


def _lawyers(page: CasePage) -> list[tuple[str, str]]:
    label = PART_LABELS[Part.LAWYER]
    people = [one for one in page.around if not one.removed and one.part == label]
    return [(str(one.id), f"{one.part} {one.initials}".strip()) for one in people]


def on_place(verb: str) -> Callable[[View], View]:
    """A view of one verb on one place. One that is not there is said in a sentence, for whoever has the case."""

    def door(view: View) -> View:
        @on_case(verb)
        @wraps(view)
        def inside(request: HttpRequest, file: CaseFile, seat: UUID, **more: Any) -> HttpResponse:
            try:
                place = place_for(file, seat)
            except NotNow as refusal:
                return gone_to(request, case_url(file.case.code) + PANEL, str(refusal))
            return view(request, file, place, **more)

        return inside

    return door


@require_GET
@on_place("read-case")
def counsel_page(request: HttpRequest, file: CaseFile, place: Place) -> HttpResponse:
    """Who, until when, what lies ready, what she fetched and what she answered."""
    page = CasePage(file)
    said = {one.id: one for talk in page.threads for one in talk.messages}
    answered, owes = said_by_lawyers(file), owes_answer(file, place)
    mails = [said[row.pk] for row in reminders_of(file, place.id) if row.pk in said]
    context = {
        "page": page,
        "place": shown(place, page.people, said.get(UUID(place.message))),
        "following": heard(answered, place, page.people),
        "reminding": reminding(place, page.people, mails, owes=owes),
        "owes": owes,
        "reports": reports_of(file, place),
        "news": times_answered(answered, place.id) > place.seen,
    }
    return render(request, "counsel/counsel_page.html", context)


@require_http_methods(["GET", "POST"])
@on_place("share-with-counsel")
def share_with_counsel(request: HttpRequest, file: CaseFile, place: Place) -> HttpResponse:
    """Files that were given before; the very same bytes go to her."""
    given = _to_share(CasePage(file).given)
    form = ShareForm(posted(request), given=[(str(one.id), one.name) for one in given])

    def share() -> None:
        actions.share_with_counsel(file=file, seat_id=place.id, given=form.chosen())

    if request.method == "POST" and attempt(form, share):
        return done(request, file, _("Ligt klaar. Laat haar weten dat er iets is."), to=_url(file, place.id))
    ticked = set(form["given"].value() or [])
    rows = [(one, str(one.id) in ticked) for one in given]
    return form_page(request, file, form, "counsel/share_with_counsel.html", place=place, rows=rows)


def _to_share(given: Iterable[Given]) -> list[Given]:
    """Each file once, however many got it; the newest first."""
    return list({one.digest: one for one in reversed(list(given))}.values())[::-1]


@require_POST
@on_place("share-with-counsel")
def take_back_share(request: HttpRequest, file: CaseFile, place: Place, parcel: UUID) -> HttpResponse:
    """Away, when she has not fetched it."""
    form = forms.Form(request.POST)
    if attempt(form, lambda: actions.take_back_share(file=file, seat_id=place.id, parcel_id=parcel)):
        return done(request, file, _("Weggehaald. Zij kan het niet meer ophalen."), to=_url(file, place.id))
    return form_page(request, file, form, "cases/again.html")


@require_POST
@on_place("remind-counsel")
def remind_counsel(request: HttpRequest, file: CaseFile, place: Place) -> HttpResponse:
    """Whether she is reminded of her answer; pressing the other way takes it back."""
    form = RemindForm(request.POST)
    wanted = form.is_valid() and form.cleaned_data["wanted"] == "1"
    if attempt(form, lambda: actions.remind_counsel(file=file, seat_id=place.id, wanted=wanted)):
        said = _("We herinneren haar aan haar antwoord.") if wanted else _("We herinneren haar niet meer.")
        return done(request, file, said, to=_url(file, place.id) + "#herinneren")
    return form_page(request, file, form, "cases/again.html")


@require_http_methods(["GET", "POST"])
@on_place("revoke-counsel")
def revoke_counsel(request: HttpRequest, file: CaseFile, place: Place) -> HttpResponse:
    """Shut her out, with the reason."""
    form = RevokeForm(posted(request))

    def revoke() -> None:
        actions.revoke_counsel(file=file, seat_id=place.id, reason=form.cleaned_data["reason"])

    if request.method == "POST" and attempt(form, revoke):
        return done(request, file, _("Ingetrokken. Zij kan niet meer binnen."), to=_url(file, place.id))
    return form_page(request, file, form, "counsel/revoke_counsel.html", place=place)


@require_http_methods(["GET", "POST"])
@on_place("record-counsel-answer")
def record_counsel_filing(request: HttpRequest, file: CaseFile, place: Place) -> HttpResponse:
    """Where she filed it, as she said by telephone."""
    return _record(request, file, place, FilingForm(posted(request)), "counsel/record_counsel_filing.html")


@require_http_methods(["GET", "POST"])
@on_place("record-counsel-answer")
def record_counsel_answer(request: HttpRequest, file: CaseFile, place: Place) -> HttpResponse:
    """What came of it, as she said by telephone."""
    return _record(request, file, place, AnswerForm(posted(request)), "counsel/record_counsel_answer.html")


@require_POST
@on_place("record-counsel-answer")
def see_counsel_answer(request: HttpRequest, file: CaseFile, place: Place) -> HttpResponse:
    """It was read."""
    form = forms.Form(request.POST)
    if attempt(form, lambda: actions.see_counsel_answer(file=file, seat_id=place.id)):
        return done(request, file, _("Gezien. Het staat niet meer op de werklijst."), to=_url(file, place.id))
    return form_page(request, file, form, "cases/again.html")


def _record(
    request: HttpRequest, file: CaseFile, place: Place, form: FilingForm | AnswerForm, template: str
) -> HttpResponse:
    def record() -> None:
        actions.record_counsel_answer(file=file, seat_id=place.id, said=form.said())

    if request.method == "POST" and attempt(form, record):
        return done(request, file, _("Opgeschreven."), to=_url(file, place.id))
    return form_page(request, file, form, template, place=place)


def _url(file: CaseFile, seat_id: UUID) -> str:
    return reverse("counsel:counsel-page", args=[file.case.code, seat_id])
