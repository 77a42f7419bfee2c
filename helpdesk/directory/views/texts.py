"""The pages under /standaardteksten/: find one, add, change or retire it, and pick one while writing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from helpdesk.directory import actions, reference
from helpdesk.directory.finding import best, found, is_overdue
from helpdesk.directory.keepers import doubts
from helpdesk.directory.models import StandardText
from helpdesk.directory.text_forms import FindTextForm, StandardTextForm, languages
from helpdesk.directory.text_words import filled
from helpdesk.directory.words import MOMENTS
from helpdesk.lib import clock
from helpdesk.teams.access import member_of, require
from helpdesk.teams.roles import may

PICKED = 8


@require_safe
@require("see-standard-texts")
def standard_texts(request: HttpRequest) -> HttpResponse:
    """Every text that holds, or those that one looks for; what is due for a look is marked."""
    form, today = FindTextForm(request.GET), clock.today()
    rows, wanted = list(_all()), form.wanted()
    chosen = found(rows, wanted, today)
    doubted = doubts([row.text_id for row in chosen])
    page = {
        "form": form,
        "rows": [_shown(row, today) | {"doubts": doubted.get(row.text_id, [])} for row in chosen],
        "overdue": sum(is_overdue(row, today) for row in rows),
        "any_chosen": bool(wanted),
        "may_edit": may(member_of(request), "edit-standard-texts"),
    }
    return render(request, "directory/standard_texts.html", page)


@require_http_methods(["GET", "POST"])
@require("edit-standard-texts")
def add_standard_text(request: HttpRequest) -> HttpResponse:
    """A new text."""
    me = member_of(request)
    start = {"owner": me.pk, "language": "nl", "review_on": clock.today() + reference.CHECK_EVERY}
    form = StandardTextForm(request.POST if request.method == "POST" else None, initial=start)
    if form.is_valid():
        actions.add_standard_text(actor=me, said=form.cleaned_data)
        return _back(request, _("De tekst is klaar voor gebruik."))
    return _form_page(request, form)


@require_http_methods(["GET", "POST"])
@require("edit-standard-texts")
def change_standard_text(request: HttpRequest, text: UUID) -> HttpResponse:
    """Other words from now on; below it what it was before."""
    versions = _versions(text)
    held = versions[0]
    start = {name: getattr(held, name) for name in actions.SAID}
    start["review_on"] = max(held.review_on, clock.today() + timedelta(days=1))
    form = StandardTextForm(request.POST if request.method == "POST" else None, initial=start)
    if request.method == "POST" and _is_stale(request, held):
        form.add_error(None, _stale_words())
    if form.is_valid() and _done(
        form, lambda: actions.change_standard_text(actor=member_of(request), held=held, said=form.cleaned_data)
    ):
        return _back(request, _("De nieuwe tekst geldt. Wat al verstuurd is, blijft zoals het was."))
    return _form_page(request, form, held=held, versions=versions)


@require_POST
@require("edit-standard-texts")
def retire_standard_text(request: HttpRequest, text: UUID) -> HttpResponse:
    """Nobody picks it any more."""
    held = _versions(text)[0]
    if not held.retired and not _is_stale(request, held):
        actions.retire_standard_text(actor=member_of(request), held=held)
        return _back(request, _("De tekst is vervallen. Bij “Vervallen” vind je hem terug."))
    return _back(request, _stale_words())


@require_POST
@require("see-standard-texts")
def pick_standard_text(request: HttpRequest) -> HttpResponse:
    """For whoever writes: the texts that fit best, filled in. Posted, so that nothing of a case is in an address."""
    wanted, today = FindTextForm(request.POST).wanted(), clock.today()
    name = member_of(request).first_name
    rows = [
        {"text": row, "words": filled(row.body, first_name=name, today=today, language=row.language)}
        for row in best(_all(), wanted)[:PICKED]
    ]
    return render(request, "directory/picked_texts.html", {"rows": rows, "today": today})


def _stale_words() -> str:
    return _("Een collega heeft deze tekst net veranderd. Kijk eerst wat er nu staat.")


def _is_stale(request: HttpRequest, held: StandardText) -> bool:
    return request.POST.get("number") != str(held.number)


def _done(form: StandardTextForm, do: Callable[[], object]) -> bool:
    try:
        do()
    except actions.Meanwhile:
        form.add_error(None, _stale_words())
        return False
    return True


def _all() -> Any:
    return StandardText.objects.newest().select_related("owner")


def _versions(text_id: UUID) -> list[StandardText]:
    rows: list[StandardText] = list(StandardText.objects.of(text_id).select_related("owner", "by"))
    if not rows:
        raise Http404
    return rows


def _back(request: HttpRequest, said: str) -> HttpResponse:
    messages.success(request, said)
    return HttpResponseRedirect(reverse("texts:standard-texts"))


def _form_page(request: HttpRequest, form: StandardTextForm, **more: Any) -> HttpResponse:
    status = 422 if form.errors else 200
    return render(request, "directory/standard_text.html", {"form": form, **more}, status=status)


def _shown(row: StandardText, today: Any) -> dict[str, Any]:
    themes = {one.id: one.label_nl for one in reference.themes()}
    askers = {one.id: one.label_nl for one in reference.requester_types()}
    return {
        "text": row,
        "overdue": is_overdue(row, today),
        "language": languages().get(row.language, row.language),
        "themes": ", ".join(str(themes.get(key, key)) for key in row.themes),
        "askers": ", ".join(str(askers.get(key, key)) for key in row.askers),
        "states": ", ".join(str(MOMENTS.get(key, key)) for key in row.states),
    }
