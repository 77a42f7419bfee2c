"""On which sources a standard text or an article relies: the list, adding by hand, looking at what changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from helpdesk.directory.models import StandardText
from helpdesk.library import actions
from helpdesk.library.models import KnowledgeArticle, Reliance, Relier
from helpdesk.library.relied import relied
from helpdesk.library.source_form import LookAtOursForm, SourceForm, suggested
from helpdesk.teams.access import member_of, require


@require_http_methods(["GET", "POST"])
@require("write-knowledge")
def add_reliance(request: HttpRequest, kind: str, ours: UUID) -> HttpResponse:
    """The sources of these words; found ones follow the words, others are added and taken away here."""
    title = _title(kind, ours)
    form = SourceForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        said = form.cleaned_data
        return _done(
            request,
            lambda: actions.add_reliance(
                actor=member_of(request),
                ours=actions.Ours(Relier(kind), ours),
                code=said["source"],
                place=said["place"],
            ),
            _url(kind, ours),
            _("De bron staat erbij."),
        )
    rows = relied(Reliance.objects.by(kind, [ours]).holding())
    context = {"form": form, "title": title, "rows": rows, "works": suggested(), "back": _page_of(kind, ours)}
    return render(request, "library/add_reliance.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@require("check-reliance")
def check_reliance(request: HttpRequest, reliance: UUID) -> HttpResponse:
    """Somebody looked, and says what she saw."""
    held = _held(reliance)
    form = LookAtOursForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        said = form.cleaned_data
        return _done(
            request,
            lambda: actions.check_reliance(
                actor=member_of(request), held=held, note=said["note"], adapted=said["how"] == "adapted"
            ),
            reverse("desk:changed-sources"),
            _("Nagekeken."),
        )
    one = relied([held])[0]
    page = _page_of(held.kind, held.object_id)
    context = {"form": form, "one": one, "title": _title(held.kind, held.object_id), "page_url": page}
    return render(request, "library/check_reliance.html", context, status=422 if form.is_bound else 200)


@require_POST
@require("write-knowledge")
def drop_reliance(request: HttpRequest, reliance: UUID) -> HttpResponse:
    """What was added by hand goes."""
    held = _held(reliance)
    url = _url(held.kind, held.object_id)
    return _done(request, lambda: actions.drop_reliance(actor=member_of(request), held=held), url, _("De bron is weg."))


def _done(request: HttpRequest, do: Callable[[], object], url: str, said: str) -> HttpResponse:
    try:
        do()
    except actions.Meanwhile:
        said = _("Een collega was je voor. Kijk wat er nu staat.")
    messages.success(request, said)
    return HttpResponseRedirect(url)


def _held(reliance: UUID) -> Reliance:
    """The row, while it is the last one of its source; an older one leads nowhere."""
    row: Reliance | None = Reliance.objects.all().holding().filter(pk=reliance).first()
    if row is None:
        raise Http404
    return row


def _title(kind: str, ours: UUID) -> str:
    """What the words are called; 404 when there are none such."""
    if kind not in Relier.values:
        raise Http404
    rows: Any = StandardText if kind == Relier.TEXT else KnowledgeArticle
    title: str | None = rows.objects.of(ours).values_list("title", flat=True).first()
    if title is None:
        raise Http404
    return title


def _page_of(kind: str, ours: UUID) -> str:
    name = "texts:change-standard-text" if kind == Relier.TEXT else "desk:knowledge-article"
    return reverse(name, args=[ours])


def _url(kind: str, ours: UUID) -> str:
    return reverse("knowledge:add-reliance", args=[kind, ours])
