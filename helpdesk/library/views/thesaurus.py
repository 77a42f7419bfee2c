"""The pages under /bronnen/woorden/: the lay words beside the words of law, and a row that is changed with a reason."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from helpdesk.lib.ids import new_id
from helpdesk.library.actions import thesaurus as actions
from helpdesk.library.models_sources import ThesaurusChange
from helpdesk.library.sources.thesaurus import Row, from_file, rows
from helpdesk.library.sources_forms import ThesaurusForm
from helpdesk.teams.access import member_of, require
from helpdesk.teams.roles import may


@require_safe
@require("see-sources")
def thesaurus(request: HttpRequest) -> HttpResponse:
    """Every row, by theme; a row that a member changed says so."""
    page = {"rows": sorted(rows(), key=lambda row: (row.theme, row.key))}
    return render(request, "library/thesaurus.html", {**page, "may_edit": may(member_of(request), "edit-thesaurus")})


@require_http_methods(["GET", "POST"])
@require("edit-thesaurus")
def add_to_thesaurus(request: HttpRequest) -> HttpResponse:
    """A row that the file has not."""
    return _form(request, f"eigen-{new_id().hex[:12]}", None)


@require_http_methods(["GET", "POST"])
@require("edit-thesaurus")
def change_thesaurus(request: HttpRequest, key: str) -> HttpResponse:
    """Other words for one row, and below it who changed what before."""
    return _form(request, key, _row(key))


@require_POST
@require("edit-thesaurus")
def undo_thesaurus_change(request: HttpRequest, key: str) -> HttpResponse:
    """The file speaks again; an added row is gone."""
    if not actions.undo_thesaurus_change(actor=member_of(request), key=key):
        raise Http404
    messages.success(request, _("De wijziging is weg."))
    return HttpResponseRedirect(reverse("sources:thesaurus"))


def _form(request: HttpRequest, key: str, row: Row | None) -> HttpResponse:
    form = ThesaurusForm(request.POST if request.method == "POST" else None, row=row)
    if form.is_bound and form.is_valid():
        actions.change_thesaurus(
            actor=member_of(request), key=key, changes=form.changes(), reason=form.cleaned_data["reason"]
        )
        messages.success(request, _("De woorden gelden vanaf nu."))
        return HttpResponseRedirect(reverse("sources:thesaurus"))
    history = list(ThesaurusChange.objects.filter(key=key).select_related("member"))
    page = {
        "form": form,
        "row": row,
        "from_file": next((one for one in from_file() if one.key == key), None),
        "history": history,
        "holds": any(one.undone_at is None for one in history),
    }
    return render(request, "library/thesaurus_row.html", page, status=422 if form.errors else 200)


def _row(key: str) -> Row:
    found = next((row for row in rows() if row.key == key), None)
    if found is None:
        raise Http404
    return found
