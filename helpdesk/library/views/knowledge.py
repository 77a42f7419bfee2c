"""The pages under /kennis/: find an article, write it, change it, say that it was looked at, retire it."""

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

from helpdesk.directory import reference
from helpdesk.lib import clock
from helpdesk.library import actions
from helpdesk.library.knowledge_forms import ArticleForm, FindArticleForm, ReviewForm
from helpdesk.library.models import KnowledgeArticle
from helpdesk.library.shelves import all_articles, by_theme, found
from helpdesk.teams.access import member_of, require
from helpdesk.teams.roles import may


@require_safe
@require("see-knowledge")
def articles(request: HttpRequest) -> HttpResponse:
    """What we know, by theme; what must be looked at is on top."""
    form = FindArticleForm(request.GET)
    rows, wanted = all_articles(), form.wanted()
    page = {
        "form": form,
        "shelves": by_theme(found(rows, wanted)),
        "to_look_at": sum(one.to_look_at for one in rows),
        "any_chosen": bool(wanted),
        "may_write": may(member_of(request), "write-knowledge"),
    }
    return render(request, "library/articles.html", page)


@require_http_methods(["GET", "POST"])
@require("write-knowledge")
def add_article(request: HttpRequest) -> HttpResponse:
    """A new article."""
    me = member_of(request)
    start = {"owner": me.pk, "review_on": clock.today() + reference.CHECK_EVERY}
    form = ArticleForm(request.POST if request.method == "POST" else None, initial=start)
    if form.is_valid():
        row = actions.add_article(actor=me, said=form.cleaned_data)
        return _back(request, row, _("Het artikel staat erin."))
    return _form_page(request, form)


@require_http_methods(["GET", "POST"])
@require("write-knowledge")
def change_article(request: HttpRequest, article: UUID) -> HttpResponse:
    """Other words from now on."""
    held = article_of(article)
    start = {name: getattr(held, name) for name in actions.ARTICLE_SAID}
    start["review_on"] = max(held.review_on, clock.today() + timedelta(days=1))
    form = ArticleForm(request.POST if request.method == "POST" else None, initial=start)
    if request.method == "POST" and _is_stale(request, held):
        form.add_error(None, _stale_words())
    if form.is_valid() and _done(
        form, lambda: actions.change_article(actor=member_of(request), held=held, said=form.cleaned_data)
    ):
        return _back(request, held, _("De nieuwe tekst geldt."))
    return _form_page(request, form, held=held)


@require_POST
@require("write-knowledge")
def review_article(request: HttpRequest, article: UUID) -> HttpResponse:
    """Its owner looked at it."""
    held, form = article_of(article), ReviewForm(request.POST)
    if not form.is_valid():
        return _back(request, held, _("Kies een dag die nog komt."))
    if _is_stale(request, held):
        return _back(request, held, _stale_words())
    try:
        actions.review_article(actor=member_of(request), held=held, until=form.cleaned_data["review_on"])
    except actions.NotTheOwner:
        return _back(request, held, _("Alleen wie het artikel bijhoudt, zegt dat het is nagekeken."))
    except actions.Meanwhile:
        return _back(request, held, _stale_words())
    return _back(request, held, _("Nagekeken."))


@require_POST
@require("write-knowledge")
def retire_article(request: HttpRequest, article: UUID) -> HttpResponse:
    """Out of the list."""
    held = article_of(article)
    if held.retired or _is_stale(request, held):
        return _back(request, held, _stale_words())
    try:
        actions.retire_article(actor=member_of(request), held=held)
    except actions.Meanwhile:
        return _back(request, held, _stale_words())
    return _back(request, held, _("Het artikel is vervallen. Bij “Vervallen” vind je het terug."))


def article_of(article_id: UUID) -> KnowledgeArticle:
    """The last version; 404 when there is none."""
    row: KnowledgeArticle | None = KnowledgeArticle.objects.of(article_id).select_related("owner", "by").first()
    if row is None:
        raise Http404
    return row


def _stale_words() -> str:
    return _("Een collega heeft dit artikel net veranderd. Kijk eerst wat er nu staat.")


def _is_stale(request: HttpRequest, held: KnowledgeArticle) -> bool:
    return request.POST.get("number") != str(held.number)


def _done(form: ArticleForm, do: Callable[[], object]) -> bool:
    try:
        do()
    except actions.Meanwhile:
        form.add_error(None, _stale_words())
        return False
    return True


def _back(request: HttpRequest, held: KnowledgeArticle, said: str) -> HttpResponse:
    messages.success(request, said)
    return HttpResponseRedirect(reverse("desk:knowledge-article", args=[held.article_id]))


def _form_page(request: HttpRequest, form: ArticleForm, **more: Any) -> HttpResponse:
    status = 422 if form.errors else 200
    return render(request, "library/article_form.html", {"form": form, **more}, status=status)
