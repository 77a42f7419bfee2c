"""One internal article: its words, its sources, who else relies on those, its versions."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from helpdesk.desk.article import article_page
from helpdesk.library.models import KnowledgeArticle
from helpdesk.teams.access import member_of, require


@require_safe
@require("see-knowledge")
def knowledge_article(request: HttpRequest, article: UUID) -> HttpResponse:
    """The last version, or with `?versie=2` how that one differs from the one before."""
    versions = list(KnowledgeArticle.objects.of(article).select_related("owner", "by"))
    if not versions:
        raise Http404
    page = article_page(member_of(request), versions, request.GET.get("versie", ""))
    return render(request, "desk/knowledge_article.html", {"page": page})
