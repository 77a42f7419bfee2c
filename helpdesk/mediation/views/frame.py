"""Begin, bring up to date, end, go on."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from helpdesk.cases.access import CaseFile
from helpdesk.cases.panels.page import CasePage
from helpdesk.cases.panels.people import colleagues_of
from helpdesk.cases.views.answer import attempt, done, form_page, on_case, posted
from helpdesk.mediation import actions
from helpdesk.mediation.access import everybody
from helpdesk.mediation.board import Board
from helpdesk.mediation.drafts import START
from helpdesk.mediation.forms import Choices, EndForm, FrameForm, ReopenForm
from helpdesk.mediation.models import Mediation
from helpdesk.mediation.views.door import begun, on_mediation, verb
from helpdesk.mediation.words import US
from helpdesk.teams.models import Member


@require_http_methods(["GET", "POST"])
@on_case("start-mediation")
def start_mediation(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """About what, for which aim, with whom. Without anybody around the child there is nobody to talk with yet."""
    page, people = CasePage(file), [one for one in everybody(file).values() if not one.gone and one.id != US]
    text = str(page.drafts.get(START, {}).get("text", ""))
    choices = {"parties": [(one.id, one.name) for one in people], "lead": _leads(file, file.member)}
    form = FrameForm(posted(request), initial={"text": text}, choices=choices)  # with whom is chosen, never given
    made: list[Mediation] = []
    if request.method == "POST" and attempt(
        form, lambda: made.append(actions.start_mediation(file=file, frame=form.frame()))
    ):
        to = reverse("mediation:mediation-page", args=[file.case.code, made[0].pk])
        return done(request, file, _("De bemiddeling loopt. Schrijf nu op wat ieder wil."), to=to)
    kept = {"keep_url": reverse("cases:save-draft", args=[file.case.code]), "draft_kind": START}
    return form_page(request, file, form, "mediation/start_mediation.html", people=people, **kept)


@require_http_methods(["GET", "POST"])
@on_mediation("change-mediation")
def change_mediation(request: HttpRequest, board: Board) -> HttpResponse:
    """The same questions again, filled in."""
    file, said, talks = board.page.file, dict(board.talks.frame.said), board.talks
    people = [one for one in board.everybody.values() if one.id != US and (not one.gone or one.id in talks.parties)]
    choices = {"parties": [(one.id, one.name) for one in people], "lead": _leads(file, file.member, said["lead"])}
    form = FrameForm(posted(request), initial={**said, "text": said["wish"]}, choices=choices)

    def change() -> None:
        actions.change_mediation(file=file, mediation_id=talks.id, frame=form.frame())

    return verb(request, board, form, change, template="change_mediation", said=_("Bijgewerkt."))


def _leads(file: CaseFile, me: Member, now: str = "") -> Choices:
    """Myself first, then the others of the team, and whoever leads it now though she left the team."""
    found = {str(me.pk): _("jij")} | {
        str(one.pk): one.full_name for one in colleagues_of(file.case.team_id) if one.pk != me.pk
    }
    if now and now not in found:
        found[now] = _("zoals het was")
    order = sorted(found, key=lambda key: key != now) if now else found
    return [(key, found[key]) for key in order]


@require_http_methods(["GET", "POST"])
@on_mediation("end-mediation")
def end_mediation(request: HttpRequest, board: Board) -> HttpResponse:
    """What came of it, and what it brought the child."""
    form = EndForm(posted(request), initial={**begun(board, "ending"), "outcome": request.GET.get("hoe", "")})

    def end() -> None:
        actions.end_mediation(file=board.page.file, mediation_id=board.talks.id, **form.cleaned_data)

    said = _("De bemiddeling is afgesloten.")
    return verb(request, board, form, end, template="end_mediation", said=said, draft="ending")


@require_http_methods(["GET", "POST"])
@on_mediation("reopen-mediation")
def reopen_mediation(request: HttpRequest, board: Board) -> HttpResponse:
    """Go on, with the reason."""
    form = ReopenForm(posted(request))

    def reopen() -> None:
        actions.reopen_mediation(file=board.page.file, mediation_id=board.talks.id, **form.cleaned_data)

    return verb(request, board, form, reopen, template="reopen_mediation", said=_("De bemiddeling loopt weer."))
