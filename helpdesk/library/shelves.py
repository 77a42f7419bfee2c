"""Internal articles as the list shows them: what must be looked at first, then by theme. Compared in memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from helpdesk.directory import reference
from helpdesk.lib import clock
from helpdesk.library.models import KnowledgeArticle, Reliance, Relier
from helpdesk.library.relied import Chip, by_object, relied


@dataclass(frozen=True)
class Shown:
    """One article in a list. `changed` are the sources that are not what they were."""

    article: KnowledgeArticle
    overdue: bool
    changed: list[Chip]

    @property
    def to_look_at(self) -> bool:
        return not self.article.retired and (self.overdue or bool(self.changed))


@dataclass(frozen=True)
class Shelf:
    """The articles under one heading."""

    name: str
    rows: list[Shown]


def all_articles() -> list[Shown]:
    """The last version of each, with what changed under it."""
    articles = list(KnowledgeArticle.objects.newest().select_related("owner"))
    rows = by_object(relied(Reliance.objects.by(Relier.ARTICLE, [one.article_id for one in articles]).holding()))
    today = clock.today()
    return [
        Shown(one, is_overdue(one, today), [row.chip for row in rows.get(one.article_id, []) if row.chip.changed])
        for one in articles
    ]


def found(rows: Iterable[Shown], wanted: Mapping[str, str]) -> list[Shown]:
    """Those whose title has every word, and that fit the choices."""
    which, words = wanted.get("which") or "holds", wanted.get("words", "").casefold().split()
    return [
        one
        for one in rows
        if one.article.retired == (which == "retired")
        and (which != "look" or one.to_look_at)
        and all(word in one.article.title.casefold() for word in words)
        and ("theme" not in wanted or wanted["theme"] in one.article.themes)
    ]


def by_theme(rows: Iterable[Shown]) -> list[Shelf]:
    """What must be looked at on top, once; the rest under each of its themes."""
    listed = list(rows)
    first, rest = [one for one in listed if one.to_look_at], [one for one in listed if not one.to_look_at]
    shelves = [Shelf(_("Na te kijken"), first)]
    for theme in reference.themes():
        shelves.append(Shelf(str(theme.label_nl), [one for one in rest if theme.id in one.article.themes]))
    shelves.append(Shelf(_("Voor alle thema’s"), [one for one in rest if not one.article.themes]))
    return [shelf for shelf in shelves if shelf.rows]


def is_overdue(article: KnowledgeArticle, today: date) -> bool:
    """Whether its owner should have looked at it by now."""
    return not article.retired and article.review_on <= today
