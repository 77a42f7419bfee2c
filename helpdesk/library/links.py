"""References in a text become links to the passage that they point to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.http import urlencode
from django.utils.safestring import SafeString

from helpdesk.lib import clock
from helpdesk.library.citations import Citation, Found, Names, NotACitation, find, parse
from helpdesk.library.citations.resolve import Answer, NotResolved, names_with_works, resolve, resolve_all
from helpdesk.library.models import Passage, Version
from helpdesk.library.shown import Shown, shown


@dataclass(frozen=True)
class Reference:
    """A reference in a text with what each of its citations came to."""

    found: Found
    answers: tuple[Answer, ...]

    @property
    def url(self) -> str:
        """Where the first citation that we can show stands; empty when we can show none."""
        return next((url for answer in self.answers if (url := url_of(answer))), "")


def references(text: str, day: date, *, names: Names | None = None) -> list[Reference]:
    """The references in a text, resolved on a day. Three statements."""
    return _references([text], day, None, names or names_with_works())[0]


def rows_with_links(passages: list[Passage], top: Passage, version: Version | None, day: date) -> list[Shown]:
    """Passages as a page shows them, with their references read on the same day; in three statements for all together.

    Our own words and texts in other languages are left alone.
    """
    rows = [shown(one, top.level) for one in passages]
    if version is None or version.language != "nl" or "own_list" in version.facts:
        return rows
    own = version.work.code if version.work.code.startswith("BWB") else None
    found = _references([one.text for one in passages], day, own, names_with_works())
    return [replace(row, words=with_links(row.passage.text, each)) for row, each in zip(rows, found, strict=True)]


def _references(texts: Sequence[str], day: date, own: str | None, names: Names) -> list[list[Reference]]:
    found = [find(text, context_work=own, day=day, names=names) for text in texts]
    citations: list[Citation] = [one for each in found for reference in each for one in reference.citations]
    answers = iter(resolve_all(citations, day) if citations else [])
    return [[Reference(one, tuple(islice(answers, len(one.citations)))) for one in each] for each in found]


def where_cited(typed: str, day: date) -> str:
    """The page of the article or judgment that was typed, also without "art."; empty when it is a question."""
    if not any(sign.isdigit() for sign in typed):
        return ""
    names = names_with_works()
    for words in (typed, f"art. {typed}"):
        try:
            return url_of(resolve(parse(words, names=names), day))
        except NotACitation:
            continue
    return ""


def url_of(answer: Answer) -> str:
    """The page of the passage, or of what holds it, or of a whole work; on another day than today with that day."""
    version, passage = answer.version, answer.passage
    if version is None or (passage is None and isinstance(answer, NotResolved)):
        return ""
    day = getattr(answer.citation, "day", None)
    query = "?" + urlencode({"dag": day.isoformat()}) if isinstance(day, date) and day != clock.today() else ""
    if passage is None:
        return reverse("library:work", args=[version.work.code]) + query
    return reverse("library:passage", args=[version.work.code, passage.address]) + query


def with_links(text: str, found: list[Reference], *, mark: bool = False) -> SafeString:
    """The text with its references as links; everything else is escaped. `mark` shows those that lead nowhere too."""
    return format_html_join("", "{}", ((piece,) for piece in _pieces(text, found, mark)))


def _pieces(text: str, found: list[Reference], mark: bool) -> Iterator[str]:
    place = 0
    for one in found:
        yield text[place : one.found.start]
        words = text[one.found.start : one.found.end]
        yield _marked(one.url, words, mark)
        place = one.found.end
    yield text[place:]


def _marked(url: str, words: str, mark: bool) -> str:
    if url:
        return format_html('<a href="{}">{}</a>', url, words)
    return format_html('<mark class="krh-cited">{}</mark>', words) if mark else words
