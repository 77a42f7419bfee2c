"""Which sources changed, and what of ours relies on them: open cases of this member, standard texts, knowledge."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.urls import reverse

from helpdesk.cases import words
from helpdesk.cases.access_sources import relying_cases
from helpdesk.cases.models import Case
from helpdesk.cases.sources import changed, from_summary
from helpdesk.directory.models import StandardText
from helpdesk.lib import clock
from helpdesk.library.actions import key_of
from helpdesk.library.models import KnowledgeArticle, Reliance, Relier
from helpdesk.library.relied import reading_url
from helpdesk.library.standing import LIT_WORDS, Key, Lit, Stand, lit, name_of, newest, since
from helpdesk.teams.models import Member
from helpdesk.teams.roles import may

LAW_CHANGED = "Wet gewijzigd: "


@dataclass(frozen=True)
class Line:
    """One thing that relies on a changed source, and where somebody says that she looked; empty for who may not."""

    title: str
    code: str
    url: str
    check_url: str


@dataclass
class Changed:
    """One article that is not what it was when it was relied on."""

    key: Key
    name: str
    state: Lit
    since: date | None
    url: str
    cases: list[Line] = field(default_factory=list)
    texts: list[Line] = field(default_factory=list)
    articles: list[Line] = field(default_factory=list)

    @property
    def word(self) -> str:
        return LIT_WORDS[self.state]

    @property
    def to_come(self) -> bool:
        return self.since is not None and self.since > clock.today()


def laws_changed(cases: Iterable[Case]) -> dict[str, str]:
    """For a list: the changed source of each of these opened cases, in a few words. One statement, or none."""
    listed = [case for case in cases if case.summary.get("sources")]
    now = newest({kept.key for case in listed for kept in from_summary(case.summary)})
    found = {case.code: [kept.name for kept, _ in changed(case.summary, now)] for case in listed}
    return {code: _in_short(names) for code, names in found.items() if names}


def changed_sources(member: Member) -> list[Changed]:
    """What changed, the newest state on top. The same number of statements at one case and at a thousand.

    A case counts for whoever may open it and for nobody else, not even as a number.
    """
    cases = relying_cases(member) if may(member, "see-worklist") else []
    rows = list(Reliance.objects.all().holding())
    keys = {key_of(row) for row in rows} | {kept.key for case in cases for kept in from_summary(case.summary)}
    now = newest(keys)
    found: dict[Key, Changed] = {}
    for case in cases:
        for kept, how in changed(case.summary, now):
            _of(found, kept.key, how, now).cases.append(_case_line(member, case, kept.id))
    _words_of_ours([row for row in rows if lit(row.seen, now.get(key_of(row))).lights], found, now)
    days = since(set(found))
    for key, one in found.items():
        one.since = days.get(key)
    listed = [one for one in found.values() if one.cases or one.texts or one.articles]
    return sorted(listed, key=lambda one: (one.since or date.min, one.name), reverse=True)


def _of(found: dict[Key, Changed], key: Key, how: Lit, now: Mapping[Key, Stand]) -> Changed:
    name = name_of(key.address, key.code, now[key].work)
    return found.setdefault(key, Changed(key, name, how, None, reading_url(key.code, key.address, now[key].valid_from)))


def _case_line(member: Member, case: Case, source_id: UUID) -> Line:
    """A case that is only offered is read, and looked at by whoever works it."""
    url, check_url = reverse("desk:case-page", args=[case.code]), ""
    if may(member, "check-source", case.team_id, case.state):
        check_url = reverse("cases:check-source", args=[case.code, source_id])
    return Line(words.title_of(case), case.code, url, check_url)


def _words_of_ours(rows: list[Reliance], found: dict[Key, Changed], now: Mapping[Key, Stand]) -> None:
    """Standard texts and articles; one that was retired is nobody's worry any more."""
    titles = _titles({row.object_id for row in rows}) if rows else {}
    for row in rows:
        if row.object_id not in titles:
            continue
        key, is_text = key_of(row), row.kind == Relier.TEXT
        place = "texts:change-standard-text" if is_text else "desk:knowledge-article"
        check_url = reverse("knowledge:check-reliance", args=[row.pk])
        line = Line(titles[row.object_id], "", reverse(place, args=[row.object_id]), check_url)
        one = _of(found, key, lit(row.seen, now.get(key)), now)
        (one.texts if is_text else one.articles).append(line)


def _titles(ids: set[UUID]) -> dict[UUID, str]:
    """What these texts and articles are called, without those that were retired; one statement for both."""
    texts = StandardText.objects.newest().filter(text_id__in=ids, retired=False).order_by()
    articles = KnowledgeArticle.objects.newest().filter(article_id__in=ids, retired=False).order_by()
    both = texts.values_list("text_id", "title").union(articles.values_list("article_id", "title"), all=True)
    return dict(both)


def _in_short(names: list[str]) -> str:
    more = f" en nog {len(names) - 1}" if len(names) > 1 else ""
    return f"{LAW_CHANGED}{names[0]}{more}"
