"""References in a text become links to the passage that they point to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.http import urlencode
from django.utils.safestring import SafeString

from helpdesk.lib import clock
from helpdesk.library.citations import Citation, Found, Names, find
from helpdesk.library.citations.resolve import Answer, NotResolved, names_with_works, resolve_all


@dataclass(frozen=True)
class Reference:
    """A reference in a text with what each of its citations came to."""

    found: Found
    answers: tuple[Answer, ...]

    @property
    def url(self) -> str:
        """Where the first citation that we can show stands; empty when we can show none."""
        return next((url for answer in self.answers if (url := url_of(answer))), "")


def references(text: str, day: date, *, work: str | None = None, names: Names | None = None) -> list[Reference]:
    """The references in a text, resolved on a day. `work` is the law whose own text this is. Three statements."""
    found = find(text, context_work=work, day=day, names=names or names_with_works())
    citations: list[Citation] = [one for each in found for one in each.citations]
    answers = iter(resolve_all(citations, day) if citations else [])
    return [Reference(each, tuple(islice(answers, len(each.citations)))) for each in found]


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
