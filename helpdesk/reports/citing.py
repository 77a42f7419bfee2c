"""A passage of the library as a report keeps it: its words as they stood on the day that counts, never typed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from helpdesk.cases.workflow import NotNow
from helpdesk.lib import clock
from helpdesk.library.citations import (
    Citation,
    Ecli,
    Law,
    NoSuchForm,
    NotACitation,
    UnDocument,
    known_names,
    parse,
)
from helpdesk.library.citations.resolve import Answer, names_with_works, resolve
from helpdesk.library.citations.wording import Style, to_text
from helpdesk.library.models import Kind, Passage, Version, Work
from helpdesk.library.queries_sources import Wanted
from helpdesk.library.relied import reading_url
from helpdesk.library.shown import standing
from helpdesk.library.sources.finding import Line, find
from helpdesk.library.standing import name_of
from helpdesk.reports.printing.words import DUTCH, Words, words_in

GROUPS = {
    Kind.TREATY: "treaty",
    Kind.PROTOCOL: "treaty",
    Kind.COMMENT: "comment",
    Kind.LAW: "law",
    Kind.DECREE: "law",
    Kind.JUDGMENT: "case-law",
    Kind.POLICY: "policy",
}
SURE = {"official": "verified", "verified": "verified", "uncertain": "uncertain", "unofficial": "unofficial"}
IN_FORCE = {"now": True, "newest": True, "past": False, "future": False}
MOST = 8
# As everybody cites a general comment: GC 14, General Comment nr. 14, par. 52.
_COMMENT = re.compile(
    r"(?:GC|general comment|algemeen commentaar)\s*(?:n[ro]\.?)?\s*(?P<number>\d{1,2})"
    r"(?:,?\s*(?:paras?\.?|par\.?|§)\s*(?P<place>\d{1,3}))?",
    re.IGNORECASE,
)
NOT_THERE = "Deze plaats staat niet in de bron zoals wij haar hebben."


@dataclass(frozen=True)
class Offer:
    """One passage to choose; the words of the contract with the editor."""

    work: str
    address: str
    label: str
    text: str
    sure: str
    in_force: bool | None


def offers(typed: str, day: date) -> list[Offer]:
    """What answers to what was typed: the passage itself when it is a citation, else articles that fit the words."""
    typed = typed.strip()
    if not typed:
        return []
    if exact := _typed(typed, day):
        return [exact]
    lines = find(typed, Wanted(day=day), clock.today(), size=MOST).lines
    return [_of_line(one) for one in lines]


def cited(work: str, place: str, day: date, language: str = "", *, told_in: str = DUTCH) -> dict[str, Any]:
    """Everything that a citation keeps, of the state that held on that day; else of the newest, and then that is said.

    Args:
        work: its code.
        place: the address of the passage; empty for a whole judgment.
        day: of the decision, or of the report where there is none.
        language: of the version; else that of the report goes before.
        told_in: the language of the report.

    Raises:
        NotNow: the library has no such passage.
    """
    version = _version(work, day, language, told_in)
    passages = list(Passage.objects.filter(version=version).under(place).order_by("position")) if place else []
    if place and not passages:
        raise NotNow(NOT_THERE)
    words = _words(passages) or version.work.title
    is_own = "own_list" in version.facts  # our own titles: no words of the source, so nothing to quote
    short = name_of(place, work, version.work.short or version.work.title)
    return {
        "work": work,
        "place": place,
        "language": version.language,
        "short": short,
        "full": _full(work, place, short, version),
        "group": GROUPS.get(Kind(version.work.kind), "other"),
        "quote": "" if is_own else words,
        "version": _state(version, day, words_in(told_in)),
        "digest": hashlib.sha256(words.encode()).hexdigest(),
        "in_force": IN_FORCE.get(standing(version, day)),
        "sure": "title" if is_own else SURE.get(version.work.confidence, "practice"),
        "source": "" if is_own else version.work.source,
    }


def address_of(work: str, place: str, day: date | None) -> str:
    """Where it is read on our own pages."""
    return reading_url(work, place, day)


def _version(work: str, day: date, language: str, told_in: str) -> Version:
    rows = Version.objects.all().whole().filter(work__code=work).select_related("work")
    wanted = [one for one in rows if not language or one.language == language]
    if not wanted:
        raise NotNow("Deze bron staat niet in onze bibliotheek.")
    best: Version = max(wanted, key=lambda one: _fits(one, day, told_in))
    return best


def _fits(version: Version, day: date, told_in: str) -> tuple[Any, ...]:
    """In force goes before, then the text itself before our own list of it, then the report's language, else Dutch."""
    holds = standing(version, day) in {"now", "newest", "unknown"}
    return (
        holds,
        "own_list" not in version.facts,
        version.language == told_in,
        version.language == DUTCH,
        version.valid_from or date.min,
        version.edition,
    )


def _words(passages: Iterable[Passage]) -> str:
    """The words of the passage and of what stands under it, a line each, with the number of each member."""
    rows = list(passages)
    lines = [row.text if at == 0 else " ".join(filter(None, (row.label, row.text))) for at, row in enumerate(rows)]
    return "\n".join(filter(None, [rows[0].heading if rows else "", *lines]))


def _full(work: str, place: str, short: str, version: Version) -> str:
    """Written out, for the table of sources."""
    parts = tuple((part, number) for part, _, number in (one.partition("=") for one in place.split("&")) if part)
    if work.startswith("ECLI:"):
        day = version.facts.get("day")
        with suppress(ValueError, NotACitation, NoSuchForm):
            country, court, year, number = work.split(":")[1:]
            pin = dict(parts).get("rov", "")
            return to_text(Ecli(country, court, year, number, date.fromisoformat(day) if day else None, pin))
    name = known_names().of_code(work)
    if name and any(part == "artikel" for part, _ in parts):
        with suppress(NoSuchForm):
            return to_text(Law(work, name.cited, parts), Style.LONG)
    title = version.work.title
    return short if title in short else f"{short} ({title})"


def _state(version: Version, day: date, words: Words) -> str:
    days = {"day": day, "until": version.valid_until, "since": version.valid_from}
    said = words.named("state", standing(version, day))
    return said.format_map({name: words.day(one) for name, one in days.items()})


def _typed(typed: str, day: date) -> Offer | None:
    for citation in _citations(typed):
        answer: Answer = resolve(citation, day)
        if answer.version is not None and (answer.passage is not None or not getattr(answer.citation, "article", "")):
            place = answer.passage.address if answer.passage else ""
            said = cited(answer.version.work.code, place, day, answer.version.language)
            text = said["quote"][:300] or (answer.passage.heading if answer.passage else answer.version.work.title)
            return Offer(said["work"], place, said["short"], text, said["sure"], said["in_force"])
    return None


def _citations(typed: str) -> Iterator[Citation]:
    """What was typed as a citation, with and without the word before an article; a general comment by its number."""
    names = names_with_works()
    for words in (typed, f"art. {typed}"):
        with suppress(NotACitation):
            yield parse(words, names=names)
    if said := _COMMENT.fullmatch(typed):
        works = Work.objects.filter(kind=Kind.COMMENT, short=f"GC {int(said['number'])}").values_list("code", flat=True)
        yield from (UnDocument(code, said["place"] or "") for code in works)


def _of_line(line: Line) -> Offer:
    text = "".join(words for words, _ in line.pieces)
    label = name_of(line.address, line.code, line.work)
    return Offer(line.code, line.address, label, f"{line.heading} {text}".strip(), "", line.in_force)
