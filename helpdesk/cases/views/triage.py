"""From the letterbox to a team: accept, take, route, reject, refer, and how pressing it is."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from helpdesk.cases import actions
from helpdesk.cases.access import CaseFile
from helpdesk.cases.forms import ReferForm, RejectForm, RouteForm, UrgencyForm
from helpdesk.cases.panels.page import CasePage
from helpdesk.cases.views.answer import attempt, changed, done, form_page, on_case, posted, worklist_url
from helpdesk.cases.views.bare import press
from helpdesk.cases.views.with_reader import WithReader


@require_POST
@on_case("accept")
def accept_case(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """Take a new question into triage."""
    return press(request, file, lambda: actions.accept_case(file=file), "belofte", said=_("Aangenomen."))


@require_POST
@on_case("take")
def take_case(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """Make it mine."""
    return press(
        request, file, lambda: actions.take_case(file=file), "belofte", "gesprek", said=_("Deze zaak is nu van jou.")
    )


@require_http_methods(["GET", "POST"])
@on_case("route")
def route_case(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """Give it to a team."""
    form = RouteForm(posted(request), initial={"team": file.case.team and file.case.team.slug})
    if request.method == "POST" and attempt(
        form, lambda: actions.route_case(file=file, team=form.cleaned_data["team"])
    ):
        said = _("De zaak ligt nu bij %(team)s.") % {"team": form.cleaned_data["team"].name}
        return done(request, file, said, to=worklist_url())
    return form_page(request, file, form, "cases/route_case.html")


@require_http_methods(["GET", "POST"])
@on_case("reject")
def reject_case(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """Not for us, with a reason for the file and a letter for the asker."""
    words = WithReader(request, file, "reject")
    form = RejectForm(posted(request), initial=words.typed())

    def reject() -> None:
        actions.reject_case(file=file, **form.cleaned_data)

    if request.method == "POST" and words.attempt(form, reject, lambda: form.cleaned_data["letter"]):
        said = _("Afgewezen. De vrager heeft je bericht.")
        return words.asked() if words.wanted else done(request, file, said, to=worklist_url())
    return form_page(request, file, form, "cases/reject_case.html", **words.shown())


@require_http_methods(["GET", "POST"])
@on_case("refer")
def refer_case(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """To another organisation, and our part ends."""
    known = CasePage(file).referrals
    running = [one for one in known if not one.ended]
    words = WithReader(request, file, "refer")
    to_choose = [(str(one.id), f"{one.name}: {one.label.lower()}") for one in known]
    form = ReferForm(posted(request), referrals=to_choose, initial=words.typed())

    def refer() -> None:
        actions.refer_case(file=file, **form.cleaned_data)

    if request.method == "POST" and words.attempt(form, refer, lambda: form.cleaned_data["letter"]):
        said = _("Doorverwezen. De vrager heeft je bericht.")
        return words.asked() if words.wanted else done(request, file, said, to=worklist_url())
    return form_page(request, file, form, "cases/refer_case.html", running=running, **words.shown())


@require_POST
@on_case("set-urgency")
def set_urgency(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """Say how pressing it is."""
    form = UrgencyForm(request.POST)
    if attempt(form, lambda: actions.set_urgency(file=file, urgency=form.cleaned_data["urgency"])):
        return changed(request, file, "belofte", said=_("Spoed bepaald."))
    return form_page(request, file, form, "cases/again.html")
