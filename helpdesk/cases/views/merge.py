"""Merge two cases: first the code, then in words what will happen and who look alike, then it is done."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from helpdesk.cases import actions
from helpdesk.cases.access import CaseFile
from helpdesk.cases.likeness import pairs_between
from helpdesk.cases.merge_forms import MergeForm, Pair
from helpdesk.cases.panels.page import CasePage
from helpdesk.cases.panels.pieces import all_of, in_words, pieces_of
from helpdesk.cases.views.answer import attempt, case_url, done, form_page, on_case, posted
from helpdesk.cases.views.bare import press
from helpdesk.cases.views.other_case import other_case
from helpdesk.cases.workflow import NotNow

PANELS = (
    "gesprek",
    "draden",
    "contact",
    "notities",
    "taken",
    "bestanden",
    "omheen",
    "toestemming",
    "familie",
    "belofte",
)


@require_http_methods(["GET", "POST"])
@on_case("merge-cases")
def merge_cases(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """Nobody is joined silently; what was shown in words is what the second press says yes to."""
    form = MergeForm(posted(request))
    if request.method != "POST" or not form.is_valid():
        return form_page(request, file, form, "cases/merge_cases.html")
    try:
        other = other_case(file, form.cleaned_data["other"], to="merge-cases")
        actions.must_be_mergeable(file=file, other=other)
    except NotNow as refusal:
        form.add_error("other", str(refusal))
        return form_page(request, file, form, "cases/merge_cases.html")
    pairs = _pairs(file, other)
    form.know(pairs)
    page, apart = CasePage(file), actions.people_apart(file, other)
    groups = pieces_of(page)
    told = in_words(groups, all_of(groups))
    seen = _seen(other.case.code, told, pairs, apart=apart)
    context = {"pairs": pairs, "apart": apart, "told": told, "into": other.case.code, "seen": seen}
    if request.POST.get("gezien") != seen:
        return render(request, "cases/merge_cases.html", {"page": page, "form": form, **context})

    def merge() -> None:
        actions.merge_cases(file=file, other=other, same=form.pairs(), knowing=apart)

    if attempt(form, merge):
        said = _("Samengevoegd. Je kunt het een dag lang ongedaan maken.")
        return done(request, file, said, to=case_url(other.case.code))
    return form_page(request, file, form, "cases/merge_cases.html", **context)


@require_POST
@on_case("merge-cases")
def bring_over(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """What came in since goes to the case in which this one went up."""

    def bring() -> None:
        actions.bring_over(file=file, other=_into(file))

    return press(request, file, bring, *PANELS, said=_("Het nieuwe bericht staat nu in de samengevoegde zaak."))


@require_POST
@on_case("merge-cases")
def undo_merge(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """Two cases again."""

    def undo() -> None:
        actions.undo_merge(file=file, other=_into(file))

    return press(request, file, undo, *PANELS, said=_("Het zijn weer twee zaken. Alles staat weer waar het stond."))


def _into(file: CaseFile) -> CaseFile:
    return other_case(file, actions.merged_into(file=file), to="merge-cases")


def _pairs(file: CaseFile, other: CaseFile) -> list[Pair]:
    return [
        Pair(here.pk, there.pk, _name(one), _name(two), ", ".join(reasons))
        for here, one, there, two, reasons in pairs_between(file, other)
    ]


def _name(person: object) -> str:
    return f"{person.part_label} {person.initials}".strip()  # type: ignore[attr-defined]


def _seen(code: str, told: str, pairs: list[Pair], *, apart: bool) -> str:
    """A mark of what was shown, so that yes is said to this and to nothing that came after."""
    shown = [code, told, str(apart), *(one.value for one in pairs)]
    return salted_hmac("cases.merge", "|".join(shown)).hexdigest()[:24]
