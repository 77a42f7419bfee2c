"""A wall around one case."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from helpdesk.cases import actions
from helpdesk.cases.access import CaseFile
from helpdesk.cases.models import WallMember
from helpdesk.cases.panels.people import colleagues_of
from helpdesk.cases.views.answer import attempt, case_url, done, form_page, gone_to, on_case, posted
from helpdesk.cases.wall_forms import WallForm
from helpdesk.cases.workflow import NotNow


@require_http_methods(["GET", "POST"])
@on_case("wall-case")
def wall_case(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """Name who can reach it."""
    colleagues = {one.pk: one for one in [*colleagues_of(file.case.team_id), file.member]}
    inside = [str(pk) for pk in WallMember.objects.filter(case=file.case).values_list("member_id", flat=True)]
    wall = getattr(file.case, "wall", None)
    initial = {"members": inside or [str(file.member.pk)], "reason": wall.content["reason"] if wall else ""}
    form = WallForm(posted(request), colleagues=colleagues.values(), initial=initial)

    def build() -> None:
        actions.wall_case(file=file, members=form.chosen(), reason=form.cleaned_data["reason"])

    if request.method == "POST" and attempt(form, build):
        return done(request, file, _("Er staat een muur om deze zaak. Voor anderen bestaat ze niet."))
    return form_page(request, file, form, "cases/wall_case.html", wall=wall, mine=wall and wall.opening_by_id)


@require_POST
@on_case("open-wall")
def open_wall(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """Take it away, with two."""
    try:
        away = actions.open_wall(file=file)
    except NotNow as refusal:
        return gone_to(request, case_url(file.case.code), str(refusal))
    said = _("De muur is weg.") if away else _("Gevraagd. Een collega binnen de muur moet ook ja zeggen.")
    return gone_to(request, case_url(file.case.code), said)
