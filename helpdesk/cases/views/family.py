"""Link two cases of one family, and take them apart."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from helpdesk.cases import actions
from helpdesk.cases.access import CaseFile
from helpdesk.cases.family_forms import LinkForm
from helpdesk.cases.views.answer import attempt, done, form_page, on_case, posted
from helpdesk.cases.views.bare import press
from helpdesk.cases.views.other_case import other_case
from helpdesk.people.family import Relation

PLACE = "familie"


@require_http_methods(["GET", "POST"])
@on_case("link-case")
def link_case(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """The code of the other case and what it is."""
    form = LinkForm(posted(request))

    def link() -> None:
        other = other_case(file, form.cleaned_data["other"], to="link-case")
        actions.link_case(file=file, other=other, relation=Relation(form.cleaned_data["relation"]))

    if request.method == "POST" and attempt(form, link):
        return done(request, file, _("De zaken zijn gekoppeld."))
    return form_page(request, file, form, "cases/link_case.html")


@require_POST
@on_case("unlink-case")
def unlink_case(request: HttpRequest, file: CaseFile, link: UUID) -> HttpResponse:
    """Apart; the panel offers to link them again."""

    def unlink() -> None:
        code = actions.other_side(file=file, link_id=link)
        actions.unlink_case(file=file, other=other_case(file, code, to="unlink-case"))

    return press(request, file, unlink, PLACE, said=_("Losgemaakt. Je kunt de zaken weer koppelen."))
