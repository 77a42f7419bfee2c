"""Look up the references in a text: where they lead, how they are written; and pick one to put in a text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from helpdesk.lib import clock
from helpdesk.library.citation_form import LookUpCitationsForm
from helpdesk.library.citations import Citation, Law, Names, NoSuchForm, Style, to_text
from helpdesk.library.citations.resolve import Answer, NotResolved, Resolved, names_with_works
from helpdesk.library.links import references, url_of, with_links
from helpdesk.library.models import Version
from helpdesk.library.picking import Picked, doubt_about, pick
from helpdesk.teams.access import require

LONGEST_ASKED = 200  # signs; more is a text, for which there is the page above


@dataclass(frozen=True)
class Row:
    """One citation: where it leads, why not, and its forms as (name, text).

    `doubt` is a sentence about what was accepted and may be a slip of the pen.
    """

    title: str
    url: str
    reason: str
    doubt: str
    words: str
    version: Version | None
    own_list: bool
    forms: list[tuple[str, str]]


@require_http_methods(["GET", "POST"])
@require("see-sources")
def look_up_citations(request: HttpRequest) -> HttpResponse:
    """The form, and below it what was found in the text that was posted. No word of it stands in an address."""
    today = clock.today()
    form = LookUpCitationsForm(request.POST if request.method == "POST" else None, initial={"dag": today})
    page: dict[str, Any] = {"form": form}
    if form.is_valid():
        page |= _looked_up(form.cleaned_data["tekst"], form.cleaned_data["dag"])
    return render(request, "library/look_up_citations.html", page)


@require_http_methods(["GET", "POST"])
@require("see-sources")
def pick_citation(request: HttpRequest) -> HttpResponse:
    """For whoever writes: the places that fit what was typed; a page with the words to copy where no script runs."""
    typed = request.POST.get("q", "")[:LONGEST_ASKED]
    picked = pick(typed, clock.today()) if typed.strip() else Picked()
    part = getattr(request, "htmx", False)
    template = "library/picked_citations.html" if part else "library/pick_citation.html"
    return render(request, template, {"typed": typed, "picked": picked})


def _looked_up(text: str, day: date) -> dict[str, Any]:
    names = names_with_works()
    found = references(text, day, names=names)
    answers: dict[Citation, Answer] = {answer.citation: answer for each in found for answer in each.answers}
    return {
        "day": day,
        "text": with_links(text, found, mark=True),
        "rows": [_row(answer, names) for answer in answers.values()],
        "posted": True,
    }


def _row(answer: Answer, names: Names) -> Row:
    reason = answer.reason if isinstance(answer, NotResolved) else ""
    own_list = answer.version is not None and "own_list" in answer.version.facts
    words = "" if own_list or isinstance(answer, NotResolved) else _words(answer)
    title = to_text(answer.citation, names=names)
    doubt = doubt_about(answer.citation)
    return Row(title, url_of(answer), reason, doubt, words, answer.version, own_list, _forms(answer, names))


def _words(answer: Resolved) -> str:
    return answer.text or (answer.passage.text if answer.passage else "")


def _forms(answer: Answer, names: Names) -> list[tuple[str, str]]:
    """Each form that there is. JuriConnect names the day only where we know the version of that day."""
    citation = answer.citation
    undated = replace(citation, day=None) if isinstance(citation, Law) and answer.version is None else citation
    written = [
        (_("Leidraad"), Style.SHORT, citation),
        (_("Voluit"), Style.LONG, citation),
        (_("JuriConnect"), Style.JCI, undated),
        (_("Voor een kind"), Style.PLAIN, citation),
    ]
    forms: list[tuple[str, str]] = []
    for name, style, one in written:
        try:
            text = to_text(one, style, names=names)
        except NoSuchForm:
            continue
        if text and text not in [known for _name, known in forms]:
            forms.append((name, text))
    return forms
