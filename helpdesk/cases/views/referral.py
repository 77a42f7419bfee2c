"""Referrals: where to turn to, the plan, handing over, and what became of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from helpdesk.cases import actions
from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.referral import all_words, reading_kind
from helpdesk.cases.models import Party
from helpdesk.cases.panels.page import CasePage
from helpdesk.cases.panels.referrals import Referred
from helpdesk.cases.referral_forms import SOON, BeginForm, PlanForm, ResultForm, WhereForm, WithdrawForm
from helpdesk.cases.referral_letter import letter_for, proposed_text, to_choose
from helpdesk.cases.release import NotToBeTold
from helpdesk.cases.views.answer import attempt, done, form_page, on_case, posted
from helpdesk.cases.views.bare import press
from helpdesk.cases.views.with_reader import WithReader
from helpdesk.cases.workflow import NotNow
from helpdesk.directory import reference
from helpdesk.directory.places import hours_in_words, is_open, places
from helpdesk.directory.shapes import Institution
from helpdesk.directory.words import FOR_WHOM, REACH, SURENESS
from helpdesk.lib import clock
from helpdesk.people.referral import How, Status

PLACE = "verwijzing"


@require_http_methods(["GET", "POST"])
@on_case("read-case")
def where_to(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """The directory, with the theme of this case chosen. What one looks for is posted: it stands in no address."""
    start = {"theme": file.case.summary.get("theme") or ""}
    form = WhereForm(request.POST if request.method == "POST" else start, initial=start)
    wanted = form.cleaned_data if form.is_valid() else start
    now = clock.now()
    rows = [_shown(one, now) for one in places(reference.institutions(), wanted, now)]
    return render(request, "cases/where_to.html", {"page": CasePage(file), "form": form, "rows": rows})


def _shown(one: Institution, now: datetime) -> dict[str, Any]:
    """One place as it stands on the page; what is not known stands there by name."""
    known = {
        _("telefoon"): one.phone,
        _("website"): one.url,
        _("leeftijd"): one.age_from or one.age_to,
        _("waar"): one.reach,
        _("wanneer open"): one.hours,
    }
    return {
        "place": one,
        "who": FOR_WHOM.get(one.child_direct, one.child_direct),
        "reach": REACH.get(one.reach, ""),
        "open": is_open(one, now),
        "hours": hours_in_words(one),
        "sure": SURENESS.get(one.phone_confidence),
        "hours_sure": SURENESS.get(one.hours_confidence),
        "unknown": [name for name, value in known.items() if not value],
    }


@require_http_methods(["GET", "POST"])
@on_case("plan-referral")
def plan_referral(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """Write down to whom, for what and what goes along. Nothing leaves here."""
    page = CasePage(file)
    begun = BeginForm(request.POST) if "begin" in request.POST else None
    start = {"remind_on": clock.today() + SOON}
    if begun is not None:
        start |= begun.cleaned_data if begun.is_valid() else {}
    typed = None if begun is not None else posted(request)
    form = PlanForm(typed, people=page.around, messages=to_choose(page), initial=start)
    if "propose" in request.POST:
        return _with_proposal(request, page, form, "cases/plan_referral.html")

    def plan() -> None:
        made = form.plan()
        actions.plan_referral(file=file, plan=made, letter=letter_for(made, file.case.summary))

    writing = "reply" in page.drafts  # what a colleague was writing is left alone
    if typed is not None and attempt(form, plan):
        said = _("De verwijzing staat erbij. Er ligt een brief aan de vrager klaar.")
        return done(
            request, file, _("De verwijzing staat erbij. Jouw concept aan de vrager bleef staan.") if writing else said
        )
    return form_page(request, file, form, "cases/plan_referral.html")


@require_http_methods(["GET", "POST"])
@on_case("plan-referral")
def change_referral(request: HttpRequest, file: CaseFile, referral: UUID) -> HttpResponse:
    """Set right what goes along, while nothing has gone."""
    try:
        row, _status = actions.referral_of(file=file, referral_id=referral)
    except NotNow as refusal:
        return _sorry(request, file, refusal)
    page, content = CasePage(file), row.content
    start = {name: content[name] for name in ("purpose", "subjects", "text")}
    more: dict[str, Any] = {"messages": to_choose(page), "only_text": How(content["how"])}
    form = PlanForm(posted(request), initial=start, **more)
    if "propose" in request.POST:
        return _with_proposal(request, page, form, "cases/change_referral.html")

    def change() -> None:
        actions.change_referral(file=file, referral_id=referral, plan=form.plan())

    if request.method == "POST" and attempt(form, change):
        return done(request, file, _("De verwijzing is aangepast."))
    return form_page(request, file, form, "cases/change_referral.html")


def _with_proposal(request: HttpRequest, page: CasePage, form: PlanForm, template: str) -> HttpResponse:
    """The same form with the chosen messages below what was typed, to be cut down by whoever writes."""
    typed = request.POST.copy()
    typed["text"] = proposed_text(page, typed.getlist("messages"), typed.get("text", ""))
    shown = {name: typed.getlist(name) if name in {"subjects", "messages"} else typed.get(name) for name in form.fields}
    form.is_bound, form.initial, form.data = False, shown, {}  # nothing is judged yet
    return render(request, template, {"page": page, "form": form})


@require_http_methods(["GET", "POST"])
@on_case("send-referral")
def send_referral(request: HttpRequest, file: CaseFile, referral: UUID) -> HttpResponse:
    """See exactly what goes and to whom, then let it go. What was not agreed is refused with the reason."""
    form = forms.Form(posted(request))
    asked: list[str] = []
    try:
        row, _status = actions.referral_of(file=file, referral_id=referral)
    except NotNow as refusal:
        return _sorry(request, file, refusal)
    to = next(
        (one for one in file.open(Party.objects.filter(case=file.case)) if str(one.pk) == row.content["party"]), None
    )
    words = WithReader(request, file, reading_kind(row), to=to)

    def send() -> None:
        try:
            actions.send_referral(file=file, referral_id=referral, knowing="weet" in request.POST)
        except actions.AskAgain as doubt:
            asked.append(str(doubt))
            raise

    if form.is_bound:
        try:
            if words.attempt(form, send, lambda: all_words(row.content), row.content["subjects"]):
                return words.asked() if words.wanted else done(request, file, _("Doorgegeven."))
        except NotToBeTold as refusal:
            form.add_error(None, str(refusal))
    one = _on_page(CasePage(file), referral)
    if one is None:
        return _sorry(request, file, NotNow(_("Deze verwijzing is er niet meer.")))
    context = {"one": one, "asked": asked, "mail_is_on": bool(settings.EMAIL_HOST)}
    read = words.shown() if row.content["how"] == How.SEND else {}
    return form_page(request, file, form, "cases/send_referral.html", **context, **read)


@require_http_methods(["GET", "POST"])
@on_case("record-referral-result")
def record_referral_result(request: HttpRequest, file: CaseFile, referral: UUID) -> HttpResponse:
    """How it went, as somebody heard it."""
    try:
        _row, now = actions.referral_of(file=file, referral_id=referral)
    except NotNow as refusal:
        return _sorry(request, file, refusal)
    form = ResultForm(posted(request), now=now)

    def keep() -> None:
        typed = {**form.cleaned_data, "status": Status(form.cleaned_data["status"])}
        actions.record_referral_result(file=file, referral_id=referral, **typed)

    if request.method == "POST" and attempt(form, keep):
        return done(request, file, _("Het staat erbij."))
    one = _on_page(CasePage(file), referral)
    return form_page(request, file, form, "cases/record_referral_result.html", one=one)


@require_POST
@on_case("record-referral-result")
def see_referral_answer(request: HttpRequest, file: CaseFile, referral: UUID) -> HttpResponse:
    """The answer was read."""
    said = _("Gezien.")
    return press(request, file, lambda: actions.see_referral_answer(file=file, referral_id=referral), PLACE, said=said)


@require_http_methods(["GET", "POST"])
@on_case("withdraw-referral")
def withdraw_referral(request: HttpRequest, file: CaseFile, referral: UUID) -> HttpResponse:
    """Stop it, and shut its link at once."""
    form = WithdrawForm(posted(request))
    if request.method == "POST" and attempt(
        form, lambda: actions.withdraw_referral(file=file, referral_id=referral, **form.cleaned_data)
    ):
        return done(request, file, _("Ingetrokken. Een link opent niets meer."))
    one = _on_page(CasePage(file), referral)
    return form_page(request, file, form, "cases/withdraw_referral.html", one=one)


def _on_page(page: CasePage, referral: UUID) -> Referred | None:
    return next((one for one in page.referrals if one.id == referral), None)


def _sorry(request: HttpRequest, file: CaseFile, refusal: NotNow) -> HttpResponse:
    gone = forms.Form({})
    gone.add_error(None, str(refusal))
    return form_page(request, file, gone, "cases/again.html")
