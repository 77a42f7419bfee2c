"""From a letter to what can be done against it. Nothing of it is stored, and nothing of it is in an address."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
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
    """The letter, and beside it the remedies with their days."""
    form = FindForm(request.POST if request.method == "POST" else None)
    words = {"form": form, "answer": None, "checked_on": checked_on()}
    if form.is_valid() and form.finding is not None:
        words["answer"] = answer(form.finding, clock.today())
    return render(request, "desk/remedies.html", words, status=WRONG if form.errors else 200)
