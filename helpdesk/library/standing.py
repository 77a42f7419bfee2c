"""How the sources stand now, against how they stood when somebody cited them.

A citation keeps two digests of its article: of the version that was cited, and of the newest one that somebody looked
at (`seen`). It lights up when the newest state says something else than `seen`; a state that comes into force later
is the newest already. What we could not read when it was cited never lights up: it is said that it was not read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import FilteredRelation, Q

from helpdesk.lib import clock
from helpdesk.library.addresses import article_of, in_words
from helpdesk.library.citations import Law, NoSuchForm, Style, known_names, to_text
from helpdesk.library.models import Version, Work

DIGITS = 16  # of a digest: 64 bits, enough to tell two texts of one article apart


@dataclass(frozen=True)
class Key:
    """An article of a work in a language, never a part of it; without an address the whole work, as a judgment is."""

    code: str
    address: str
    language: str = "nl"

    @classmethod
    def of(cls, code: str, place: str, language: str = "nl") -> Key:
        """The article in which this place lies."""
        return cls(code, article_of(place), language)


@dataclass(frozen=True)
class Stand:
    """An article in one version, and what its work is called. No digest: the version has no such article."""

    digest: str
    valid_from: date | None
    until: date | None = None
    work: str = ""


@dataclass(frozen=True)
class Pin:
    """What a citation keeps of the moment at which it was made."""

    valid_from: date | None
    digest: str
    seen: str | None


class Lit(StrEnum):
    """Whether a citation still stands on what it stood on."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"
    CAME = "came"
    UNREAD = "unread"
    READABLE = "readable"

    @property
    def lights(self) -> bool:
        return self in {Lit.CHANGED, Lit.GONE, Lit.CAME}


LIT_WORDS = {
    Lit.SAME: "ongewijzigd",
    Lit.CHANGED: "gewijzigd",
    Lit.GONE: "vervallen",
    Lit.CAME: "nieuw",
    Lit.UNREAD: "niet nagelezen",
    Lit.READABLE: "nu na te lezen",
}


def lit(seen: str | None, now: Stand | None) -> Lit:
    """How the newest state compares with what somebody looked at last."""
    if now is None:
        return Lit.UNREAD
    if seen is None:
        return Lit.READABLE
    if now.digest[:DIGITS] == seen[:DIGITS]:
        return Lit.SAME
    if not now.digest:
        return Lit.GONE
    return Lit.CHANGED if seen else Lit.CAME


def newest(keys: Collection[Key]) -> dict[Key, Stand]:
    """The newest state of each of these articles, in one statement; a work that was never read is absent."""
    if not keys:
        return {}
    versions = Version.objects.newest({key.code for key in keys})
    found: dict[tuple[str, str], tuple[Stand, dict[str, str]]] = {}
    for code, language, valid_from, until, _, short, title, whole, address, digest in _rows(versions, keys):
        stand = Stand("", valid_from, until, short or title)
        digests = found.setdefault((code, language), (stand, {"": _in_force(whole, until)}))[1]
        if address:
            digests[address] = _in_force(digest, until)
    return {
        key: replace(stand, digest=digests.get(key.address, ""))
        for key in keys
        if (key.code, key.language) in found
        for stand, digests in [found[key.code, key.language]]
    }


def since(keys: Collection[Key]) -> dict[Key, date | None]:
    """From which day on each article has been what it is in its newest state, in one statement."""
    days: dict[Key, date | None] = {}
    for key, stands in _history(keys).items():
        last, days[key] = stands[-1].digest, stands[-1].valid_from
        for stand in reversed(stands):
            if stand.digest != last:
                break
            days[key] = stand.valid_from
    return days


def pins(keys: Collection[Key], on: date | None = None) -> dict[Key, Pin]:
    """What citations of these articles on that day keep, in one statement; what was not read is kept as such."""
    day, read = on or clock.today(), _history(keys)
    return {key: _pin(read.get(key, []), day) for key in keys}


def names_of(codes: Iterable[str]) -> dict[str, str]:
    """What the library calls the works of these codes, in one statement."""
    wanted = set(codes)
    rows = Work.objects.filter(code__in=wanted).values_list("code", "short", "title") if wanted else ()
    return {code: short or title for code, short, title in rows}


def name_of(place: str, code: str, work: str = "") -> str:
    """art. 3 lid 1 IVRK, as the Leidraad shortens it.

    Args:
        place: the address in the work.
        code: of the work; it is the name of what is in no list and not here.
        work: what the library calls it.
    """
    known = known_names().of_code(code)
    name = known.cited if known else work or code
    parts = tuple((part, number) for part, _, number in (one.partition("=") for one in place.split("&")))
    if any(part == "artikel" for part, _ in parts):
        with suppress(NoSuchForm):
            return to_text(Law(code, name, parts), Style.SHORT)[:200]
    return f"{in_words(place)} {name}".strip()[:200]


def _pin(stands: list[Stand], day: date) -> Pin:
    """The last version that had begun on that day; before all of them, the first."""
    if not stands:
        return Pin(None, "", None)
    begun = [stand for stand in stands if stand.valid_from is None or stand.valid_from <= day]
    cited = begun[-1] if begun else stands[0]
    return Pin(cited.valid_from, cited.digest, _in_force(stands[-1].digest, stands[-1].until))


def _in_force(digest: str | None, until: date | None) -> str:
    """A newest state that has ended is one in which the article is no more."""
    return "" if until is not None and until < clock.today() else digest or ""


def _history(keys: Collection[Key]) -> Mapping[Key, list[Stand]]:
    """Each article through the versions that were read to their end, the oldest first."""
    if not keys:
        return {}
    versions = Version.objects.all().with_text().filter(work__code__in={key.code for key in keys})
    states: dict[tuple[str, str], dict[tuple[date, int], tuple[date | None, dict[str, str]]]] = {}
    for code, language, valid_from, until, edition, _, _, whole, address, digest in _rows(versions, keys):
        of_work = states.setdefault((code, language), {})
        digests = of_work.setdefault((valid_from or date.min, edition), (until, {"": whole}))[1]
        if address:
            digests[address] = digest
    return {
        key: [
            Stand(digests.get(key.address, ""), None if day == date.min else day, until)
            for (day, _), (until, digests) in sorted(states[key.code, key.language].items(), key=lambda one: one[0])
        ]
        for key in keys
        if (key.code, key.language) in states
    }


def _rows(versions: Any, keys: Collection[Key]) -> Iterable[tuple[Any, ...]]:
    """Versions with those of their passages that are asked for; a version without any of them comes with none."""
    asked = FilteredRelation("passages", condition=Q(passages__address__in={key.address for key in keys}))
    columns = (
        *("work__code", "language", "valid_from", "valid_until", "edition"),
        *("work__short", "work__title", "digest", "asked__address", "asked__digest"),
    )
    found: Iterable[tuple[Any, ...]] = versions.annotate(asked=asked).order_by().values_list(*columns)
    return found
