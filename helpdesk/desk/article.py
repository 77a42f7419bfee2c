"""An internal article as its page shows it, with the open cases of this member that rely on the same sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.urls import reverse
from django.utils.http import urlencode

from helpdesk.cases.access_sources import relying_cases
from helpdesk.cases.sources import from_summary
from helpdesk.directory import reference
from helpdesk.directory.models import StandardText
from helpdesk.lib import clock
from helpdesk.library.actions import key_of
from helpdesk.library.knowledge_forms import ReviewForm
from helpdesk.library.models import KnowledgeArticle, Reliance, Relier
from helpdesk.library.relied import Relied, relied
from helpdesk.library.shelves import is_overdue
from helpdesk.library.standing import Key
from helpdesk.library.word_diff import word_diff
from helpdesk.teams.models import Member
from helpdesk.teams.roles import may


@dataclass(frozen=True)
class Beside:
    """Other words of ours that rely on one of the same sources."""

    title: str
    url: str
    kind: str


@dataclass(frozen=True)
class ArticlePage:
    """What the template reads. `cases` is None for whoever sees no cases."""

    held: KnowledgeArticle
    versions: Sequence[KnowledgeArticle]
    sources: list[Relied]
    beside: list[Beside]
    cases: int | None
    themes: list[str]
    overdue: bool
    mine: bool
    may_write: bool
    review: ReviewForm
    compared: KnowledgeArticle | None
    pieces: list[tuple[str, str]]

    @property
    def differs(self) -> bool:
        return any(how != "same" for how, _ in self.pieces)

    @property
    def changed(self) -> bool:
        return any(one.chip.changed for one in self.sources)


def article_page(member: Member, versions: Sequence[KnowledgeArticle], compare: str) -> ArticlePage:
    """The page of an article for one member.

    Args:
        versions: all of it, the last on top.
        compare: the number of a version that is held against the one before; anything else means none.
    """
    held, today = versions[0], clock.today()
    sources = relied(Reliance.objects.by(Relier.ARTICLE, [held.article_id]).holding())
    keys = {one.chip.key for one in sources}
    labels = {theme.id: str(theme.label_nl) for theme in reference.themes()}
    compared = next((one for one in versions if str(one.number) == compare and one.number > 1), None)
    return ArticlePage(
        held=held,
        versions=versions,
        sources=sources,
        beside=_beside(held, keys),
        cases=_cases(member, keys) if may(member, "see-worklist") else None,
        themes=[labels.get(one, one) for one in held.themes],
        overdue=is_overdue(held, today),
        mine=held.owner_id == member.pk,
        may_write=may(member, "write-knowledge"),
        review=ReviewForm(initial={"review_on": max(held.review_on, today) + timedelta(days=183)}),
        compared=compared,
        pieces=_pieces(versions, compared),
    )


def _cases(member: Member, keys: set[Key]) -> int:
    if not keys:
        return 0
    return sum(any(kept.key in keys for kept in from_summary(case.summary)) for case in relying_cases(member))


def _beside(held: KnowledgeArticle, keys: set[Key]) -> list[Beside]:
    if not keys:
        return []
    rows = Reliance.objects.filter(work_code__in={key.code for key in keys}).holding()
    same = {(row.kind, row.object_id) for row in rows if key_of(row) in keys and row.object_id != held.article_id}
    texts = {pk for kind, pk in same if kind == Relier.TEXT}
    others = {pk for kind, pk in same if kind == Relier.ARTICLE}
    found = [
        Beside(one.title, f"{reverse('texts:standard-texts')}?{urlencode({'words': one.title})}", Relier.TEXT.label)
        for one in (StandardText.objects.newest().filter(text_id__in=texts) if texts else ())
        if not one.retired
    ]
    return found + [
        Beside(one.title, reverse("desk:knowledge-article", args=[one.article_id]), Relier.ARTICLE.label)
        for one in (KnowledgeArticle.objects.newest().filter(article_id__in=others) if others else ())
        if not one.retired
    ]


def _pieces(versions: Sequence[KnowledgeArticle], compared: KnowledgeArticle | None) -> list[tuple[str, str]]:
    if compared is None:
        return []
    before = next((one.body for one in versions if one.number == compared.number - 1), "")
    return word_diff(before, compared.body)
