"""Split a case: first what goes along, then in words what will happen, then it is done. And the way back."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from helpdesk.cases import actions
from helpdesk.cases.access import CaseFile
from helpdesk.cases.likeness import Findings, findings_among
from helpdesk.cases.models import Party
from helpdesk.cases.panels.page import CasePage
from helpdesk.cases.panels.pieces import in_words, pieces_of
from helpdesk.cases.split_forms import SplitForm
from helpdesk.cases.views.answer import attempt, case_url, done, form_page, on_case, posted
from helpdesk.cases.views.bare import press
from helpdesk.cases.views.other_case import other_case
from helpdesk.people.person import Person


@require_http_methods(["GET", "POST"])
@on_case("split-case")
def split_case(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """Nothing is ticked beforehand. What was shown in words is what the second press says yes to."""
    page = CasePage(file)
    groups = pieces_of(page)
    form = SplitForm(posted(request), groups=groups)
    context = {"page": page, "form": form, "groups": groups}
    if request.method != "POST" or not form.is_valid():
        return form_page(request, file, form, "cases/split_case.html", groups=groups)
    found = _findings(file, form.ids("people"))
    told = {
        "rows": in_words(groups, form.cleaned_data["rows"]),
        "people": in_words(groups, form.cleaned_data["people"]),
        "whereabouts": form.cleaned_data["whereabouts"],
    }
    seen = _seen(form, found)
    if request.POST.get("gezien") != seen:
        for case in found.cases:
            actions.tell_of_likeness(file=file, case=case)
        return render(request, "cases/split_case.html", {**context, "told": told, "seen": seen, "findings": found})
    made = []

    def split() -> None:
        chosen = actions.Chosen(form.ids("rows"), form.ids("people"), told["whereabouts"])
        label, why = form.cleaned_data["label"], form.cleaned_data["why"]
        made.append(actions.split_case(file=file, chosen=chosen, label=label, why=why, knowing=bool(found)))

    if attempt(form, split):
        said = _("De nieuwe zaak is er. Je kunt het splitsen een dag lang ongedaan maken.")
        return done(request, file, said, to=case_url(made[0].code))
    return form_page(request, file, form, "cases/split_case.html", groups=groups)


@require_POST
@on_case("split-case")
def undo_split(request: HttpRequest, file: CaseFile, link: UUID) -> HttpResponse:
    """Everything back, from the page of the first case."""

    def undo() -> None:
        other = other_case(file, actions.other_side(file=file, link_id=link), to="split-case")
        actions.undo_split(file=file, other=other)

    said = _("Alles staat weer hier. De afgesplitste zaak is gewist.")
    return press(request, file, undo, "gesprek", "draden", "contact", "notities", "bestanden", "familie", said=said)


def _findings(file: CaseFile, people: list[UUID]) -> Findings:
    rows = file.open(Party.objects.filter(case=file.case, pk__in=people))
    return findings_among(file, [Person.of(row.content) for row in rows])


def _seen(form: SplitForm, found: Findings) -> str:
    """A mark of what was shown, so that yes is said to this and to nothing that was ticked after."""
    told = [*sorted(form.cleaned_data["rows"]), *sorted(form.cleaned_data["people"])]
    told += [str(form.cleaned_data["whereabouts"]), found.seen]
    return salted_hmac("cases.split", "|".join(told)).hexdigest()[:24]
