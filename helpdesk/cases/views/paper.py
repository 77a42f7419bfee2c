"""Something of a case on paper: asked first for whom, for an ordinary page of the desk does not print."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from helpdesk.cases import actions
from helpdesk.cases.access import CaseFile
from helpdesk.cases.panels.page import CasePage
from helpdesk.cases.send_forms import PrintForm
from helpdesk.cases.views.answer import attempt, form_page, on_case, posted
from helpdesk.cases.views.paper_for_us import on_paper_for_us
from helpdesk.people.telling import Channel, Subject


@require_http_methods(["GET", "POST"])
@on_case("print-case")
def print_case(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """For ourselves, or for one person; what was not agreed is refused with the reason."""
    page = CasePage(file)
    form = PrintForm(posted(request), people=page.around, initial={"whom": request.GET.get("wie", "")})
    printed: list[actions.Printed] = []

    def ask() -> None:
        if form.party is None:
            actions.print_case(file=file)
            return
        told, by = map(Subject, form.cleaned_data["subjects"]), Channel(form.cleaned_data["channel"])
        printed.append(actions.print_for_party(file=file, party_id=form.party, subjects=told, channel=by))

    if request.method == "POST" and attempt(form, ask):
        return _on_paper(request, printed[0], page) if printed else on_paper_for_us(request, page)
    return form_page(request, file, form, "cases/print_case.html")


def _on_paper(request: HttpRequest, paper: actions.Printed, page: CasePage) -> HttpResponse:
    """The talk with this one person, as far as it has left or came in."""
    talk = next(one for one in page.threads if one.who.id == paper.party_id)
    said = [one for one in talk.messages if not one.pending_until and not (one.moved and one.moved.away)]
    return render(request, "cases/paper_talk.html", {"page": page, "talk": talk, "said": said})
