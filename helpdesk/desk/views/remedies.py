"""From a letter to what can be done against it. Nothing of it is stored, and nothing of it is in an address."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_http_methods

from helpdesk.cases.views.answer import WRONG
from helpdesk.lib import clock
from helpdesk.remedies.answer import answer
from helpdesk.remedies.decisions import checked_on
from helpdesk.remedies.forms import FindForm
from helpdesk.teams.access import require


@require_http_methods(["GET", "POST"])
@require("see-reference")
def remedies(request: HttpRequest) -> HttpResponse:
    """The letter, and beside it the remedies with their days. With a case's code a day can be set there."""
    initial = {"case": request.GET.get("zaak", "")[:20]}
    form = FindForm(request.POST if request.method == "POST" else None, initial=initial)
    is_found = form.is_valid() and form.finding is not None
    return render(
        request,
        "desk/remedies.html",
        {
            "form": form,
            "answer": answer(form.finding, clock.today()) if is_found and form.finding else None,
            "set_at": _set_at(form.cleaned_data["case"]) if is_found else "",
            "checked_on": checked_on(),
        },
        status=WRONG if form.errors else 200,
    )


def _set_at(code: str) -> str:
    """Where a day of this case is set; empty without a code, or in a program that has no such place."""
    try:
        return reverse("deadlines:set-deadline", args=[code]) if code else ""
    except NoReverseMatch:
        return ""
