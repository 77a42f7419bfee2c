"""Who works on it: assign, hand over, accept or decline, and "I know this family"."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from helpdesk.cases import actions
from helpdesk.cases.access import CaseFile
from helpdesk.cases.forms import AssignForm, DeclineForm, HandOverForm
from helpdesk.cases.panels.people import colleagues_of
from helpdesk.cases.views.answer import attempt, done, form_page, on_case, posted, worklist_url
from helpdesk.cases.views.bare import press


@require_http_methods(["GET", "POST"])
@on_case("assign")
def assign_case(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """Give it to a colleague of the team."""
    colleagues = colleagues_of(file.case.team_id)
    form = AssignForm(posted(request), colleagues=colleagues, initial={"member": file.case.summary.get("assignee")})
    if request.method == "POST" and attempt(form, lambda: actions.assign_case(file=file, to=form.chosen())):
        return done(request, file, _("%(name)s heeft de zaak nu.") % {"name": form.chosen().first_name})
    return form_page(request, file, form, "cases/assign_case.html")


@require_http_methods(["GET", "POST"])
@on_case("hand-over")
def hand_over_case(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """Offer it to another team, with a note."""
    form = HandOverForm(posted(request))

    def offer() -> None:
        data = form.cleaned_data
        actions.hand_over_case(file=file, team=data["team"], to=data["member"], note=data["note"])

    if request.method == "POST" and attempt(form, offer):
        return done(request, file, _("Gevraagd. Tot iemand ja zegt, blijft de zaak bij jullie."))
    return form_page(request, file, form, "cases/hand_over_case.html")


@require_POST
@on_case("accept-handover")
def accept_handover(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """Yes: it is ours now, and mine."""
    names = ("overdracht", "belofte", "gesprek", "notities", "taken")
    return press(request, file, lambda: actions.accept_handover(file=file), *names, said=_("De zaak is nu van jou."))


@require_http_methods(["GET", "POST"])
@on_case("decline-handover")
def decline_handover(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """No, with a reason."""
    form = DeclineForm(posted(request))
    if request.method == "POST" and attempt(form, lambda: actions.decline_handover(file=file, **form.cleaned_data)):
        return done(request, file, _("Afgewezen. Je collega leest waarom."), to=worklist_url())
    return form_page(request, file, form, "cases/decline_handover.html")


@require_http_methods(["GET", "POST"])
@on_case("mark-conflict")
def mark_conflict(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """ "I know this family": after this the case does not exist for this member."""
    form = forms.Form(posted(request))
    if request.method == "POST" and attempt(form, lambda: actions.mark_conflict(file=file, member=file.member)):
        return done(request, file, _("Dank je. Deze zaak bestaat voor jou niet meer."), to=worklist_url())
    return form_page(request, file, form, "cases/mark_conflict.html")
