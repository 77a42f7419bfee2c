"""Internal articles: written, changed, looked at by their owner, retired. A change adds a version."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from helpdesk.directory.models import StandardText
from helpdesk.ledger.actions import Actor, record
from helpdesk.lib import clock
from helpdesk.lib.ids import new_id
from helpdesk.library.actions.reliance import Meanwhile, Ours, read_citations
from helpdesk.library.models import KnowledgeArticle, Relier
from helpdesk.teams.models import Member

ARTICLE_SAID = ("title", "body", "themes", "owner", "review_on")


class NotTheOwner(Exception):
    """Only who keeps an article says that it was looked at; somebody else takes it over by changing it."""


def add_article(*, actor: Member, said: Mapping[str, Any]) -> KnowledgeArticle:
    """A new article.

    Args:
        said: the columns of `ARTICLE_SAID`.
    """
    return _add("add-article", actor, new_id(), 1, said)


def change_article(*, actor: Member, held: KnowledgeArticle, said: Mapping[str, Any]) -> KnowledgeArticle:
    """Other words from now on; a retired article counts again.

    Raises:
        Meanwhile: `held` is no longer the last version.
    """
    return _add("change-article", actor, held.article_id, held.number + 1, said)


def review_article(*, actor: Member, held: KnowledgeArticle, until: date) -> KnowledgeArticle:
    """Its owner looked at it and it is right, to be looked at again on `until`.

    Raises:
        Meanwhile: `held` is no longer the last version.
        NotTheOwner: somebody else keeps it.
    """
    if held.owner_id != actor.pk:
        raise NotTheOwner
    return _add("review-article", actor, held.article_id, held.number + 1, {**_said(held), "review_on": until})


def retire_article(*, actor: Member, held: KnowledgeArticle) -> KnowledgeArticle:
    """Nobody finds it in the list any more; what it said stays.

    Raises:
        Meanwhile: `held` is no longer the last version.
    """
    return _add("retire-article", actor, held.article_id, held.number + 1, {**_said(held), "retired": True})


@transaction.atomic
def read_all_citations() -> int:
    """Read the words that hold now anew, as by whoever wrote them; how many texts and articles there were."""
    articles = list(KnowledgeArticle.objects.newest().filter(retired=False).select_related("by"))
    texts = list(StandardText.objects.newest().filter(retired=False).select_related("by"))
    for one in articles:
        read_citations(actor=one.by, ours=Ours(Relier.ARTICLE, one.article_id), body=one.body)
    for one in texts:
        read_citations(actor=one.by, ours=Ours(Relier.TEXT, one.text_id), body=one.body)
    return len(articles) + len(texts)


def _said(held: KnowledgeArticle) -> dict[str, Any]:
    return {name: getattr(held, name) for name in ARTICLE_SAID}


def _add(verb: str, actor: Member, article_id: UUID, number: int, said: Mapping[str, Any]) -> KnowledgeArticle:
    row = KnowledgeArticle(article_id=article_id, number=number, by=actor, at=clock.now(), **said)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
            read_citations(actor=actor, ours=Ours(Relier.ARTICLE, article_id), body=row.body)
            record(verb, actor=Actor.member(actor.pk), object_id=article_id)
    except IntegrityError:
        raise Meanwhile from None
    return row
