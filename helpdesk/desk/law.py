"""Which law may matter to a case: articles that answer to the child's words, and rights of its theme. No conclusion."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from helpdesk.cases import words
from helpdesk.cases.access import CaseFile
from helpdesk.cases.models import Message
from helpdesk.directory import reference
from helpdesk.directory.shapes import Article
from helpdesk.lib import clock
from helpdesk.library.queries_sources import Wanted
from helpdesk.library.sources.finding import Line, address_of, find

MOST, FEWEST_RIGHTS, IN_SHORT = 8, 3, 3
CONVENTION = "BWBV0002508"


@dataclass(frozen=True)
class Right:
    """An article of the Convention that goes with the theme of the case."""

    article: Article
    url: str


@dataclass(frozen=True)
class MayMatter:
    """What is shown: eight suggestions at most, each with its reason."""

    theme: str
    lines: list[Line]
    rights: list[Right]

    @property
    def first(self) -> list[Line | Right]:
        """Three of them, what her own words lead to before what goes with the theme."""
        both: list[Line | Right] = [*self.lines, *self.rights]
        return both[:IN_SHORT]

    def __bool__(self) -> bool:
        return bool(self.lines or self.rights)


def may_matter(file: CaseFile) -> MayMatter:
    """The suggestions for an opened case, by what the asker wrote and by its theme."""
    summary, today = file.case.summary, clock.today()
    theme = next((one for one in reference.themes() if one.id == summary.get("theme")), None)
    told = " ".join([str(summary.get("title") or ""), words.subtheme_of(summary), *_asked(file)])
    rights = [] if theme is None else _rights(theme.crc_articles)
    lines = find(told, Wanted(day=today), today, size=MOST - min(FEWEST_RIGHTS, len(rights))).lines
    return MayMatter(words.theme_of(summary), lines, rights[: MOST - len(lines)])


def _asked(file: CaseFile) -> Iterable[str]:
    """What the asker herself wrote."""
    rows = file.open(Message.objects.filter(case=file.case).order_by("created_on", "visible_at", "id"))
    return [str(row.content.get("text") or "") for row in rows if row.content.get("by") == "asker"]


def _rights(numbers: Iterable[int]) -> list[Right]:
    known = {article.number: article for article in reference.crc_articles()}
    return [Right(known[number], address_of(CONVENTION, f"artikel={number}")) for number in numbers if number in known]
