"""From a citation to the passage in the version of a day; or the reason why there is none, in Dutch."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, reduce
from operator import or_

from django.db.models import Q

from helpdesk.library.citations.dates import in_words
from helpdesk.library.citations.kinds import PLACE, Citation, Ecli, Law, Ljn, UnDocument, joined
from helpdesk.library.citations.names import Name, Names, known_names
from helpdesk.library.citations.sentences import sentence
from helpdesk.library.citations.wording import to_text
from helpdesk.library.models import Kind, Passage, Version, Work

_LAWS = (Kind.LAW, Kind.DECREE, Kind.TREATY, Kind.PROTOCOL, Kind.POLICY)
_NOT_KEPT = "Dit soort stuk bewaart onze bibliotheek niet."


@dataclass(frozen=True)
class Resolved:
    """The version of that day and the passage in it; none when the whole work is cited. `text` is the one sentence."""

    citation: Citation
    version: Version
    passage: Passage | None = None
    text: str = ""


@dataclass(frozen=True)
class NotResolved:
    """Why it does not stand there. When the article does, or the version, those are given."""

    citation: Citation
    reason: str
    version: Version | None = None
    passage: Passage | None = None


Answer = Resolved | NotResolved


def names_with_works() -> Names:
    """The names of our list and of the works that the library holds."""
    works = Work.objects.filter(kind__in=_LAWS).order_by("code").values_list("code", "title", "short")
    return _extended(tuple(works))


@lru_cache(maxsize=1)
def _extended(works: tuple[tuple[str, str, str], ...]) -> Names:
    return known_names().extended(Name(code, title or code, short) for code, title, short in works)


def resolve(citation: Citation, day: date) -> Answer:
    """The passage that is meant, as it stood on that day; a day in the citation itself goes before."""
    return resolve_all([citation], day)[0]


def resolve_all(citations: Sequence[Citation], day: date) -> list[Answer]:
    """As `resolve`, for many at once: two questions to the database however many there are."""
    versions = _versions(citations)
    picked = [_version_on(versions.get(_code(one), []), _day(one, day)) for one in citations]
    passages = _passages(zip(citations, picked, strict=True))
    return [
        _answer(one, version, versions, passages, _day(one, day))
        for one, version in zip(citations, picked, strict=True)
    ]


def _code(citation: Citation) -> str:
    match citation:
        case Law():
            return citation.work
        case Ecli():
            return citation.code
        case UnDocument():
            return citation.symbol
        case Ljn():
            return f":{citation.number}"
    return ""


def _day(citation: Citation, day: date) -> date:
    return citation.day or day if isinstance(citation, Law) else day


def _versions(citations: Iterable[Citation]) -> dict[str, list[Version]]:
    """Every whole version of the works that are cited, under the code by which they are."""
    codes = {code for one in citations if (code := _code(one))}
    old = {code for code in codes if code.startswith(":")}
    if not codes:
        return {}
    wanted = reduce(or_, (Q(work__code__endswith=code) for code in sorted(old)), Q(work__code__in=codes - old))
    found: dict[str, list[Version]] = {}
    for version in Version.objects.whole().filter(wanted).select_related("work"):
        code = version.work.code
        for key in {code, f":{code.rpartition(':')[2]}"} & codes:
            found.setdefault(key, []).append(version)
    return found


def _version_on(versions: list[Version], day: date) -> Version | None:
    """The Dutch one goes before, and of two editions the newest. An old number that fits two judgments fits none."""
    if len({version.work_id for version in versions}) > 1:
        return None
    fit = [
        version
        for version in versions
        if (version.valid_from is None or version.valid_from <= day)
        and (version.valid_until is None or day <= version.valid_until)
    ]
    return max(fit, key=lambda one: (one.language == "nl", one.valid_from or date.min, one.edition), default=None)


def _passages(pairs: Iterable[tuple[Citation, Version | None]]) -> dict[tuple[int, str], Passage]:
    """The passages by version and address; a heading also by its own last part, where that is one of a kind."""
    wanted = [
        Q(version=version) & _at(citation)
        for citation, version in pairs
        if version is not None and _addresses(citation)
    ]
    if not wanted:
        return {}
    found = list(Passage.objects.filter(reduce(or_, wanted)))
    exact = {(passage.version_id, passage.address): passage for passage in found}
    ends = [(passage.version_id, passage.address.rpartition("&")[2]) for passage in found]
    lasts = {end: passage for end, passage in zip(ends, found, strict=True) if ends.count(end) == 1}
    return lasts | exact


def _at(citation: Citation) -> Q:
    addresses = _addresses(citation)
    if isinstance(citation, Law) and not citation.article and len(addresses) == 1:
        return Q(address=addresses[0]) | Q(address__endswith=f"&{addresses[0]}")
    return Q(address__in=addresses)


def _addresses(citation: Citation) -> list[str]:
    """The address that is meant and those that hold it, the narrowest first."""
    match citation:
        case Law():
            parts = [part for part in _place(citation) if part[0] != "zin"]
            return [joined(parts[:count]) for count in range(len(parts), 0, -1)]
        case Ecli(pinpoint=place) if place:
            return [f"rov={place}"]
        case UnDocument(pinpoint=place) if place:
            return [f"par={place}"]
    return []


def _place(law: Law) -> list[tuple[str, str]]:
    parts = [part for part in law.parts if part[0] != "boek"]
    from_article = [part for part in parts if part[0] in PLACE]
    return from_article if law.article else parts


def _answer(
    citation: Citation,
    version: Version | None,
    versions: dict[str, list[Version]],
    passages: dict[tuple[int, str], Passage],
    day: date,
) -> Answer:
    if version is None:
        return NotResolved(citation, _why_no_version(citation, versions.get(_code(citation), []), day))
    addresses = _addresses(citation)
    if not addresses:
        return Resolved(citation, version)
    there = [passages[version.pk, address] for address in addresses if (version.pk, address) in passages]
    if (version.pk, addresses[0]) not in passages:
        return NotResolved(citation, _why_no_passage(citation, there, day), version, there[0] if there else None)
    which = next((value for key, value in citation.parts if key == "zin"), "") if isinstance(citation, Law) else ""
    if not which:
        return Resolved(citation, version, there[0])
    if words := sentence(there[0].text, which):
        return Resolved(citation, version, there[0], words)
    return NotResolved(citation, "Zoveel zinnen heeft deze tekst niet.", version, there[0])


def _why_no_version(citation: Citation, versions: list[Version], day: date) -> str:
    if isinstance(citation, Law) and not citation.work:
        return (
            f"De wet ‘{citation.name}’ kennen we niet."
            if citation.name
            else "Er staat niet bij in welke wet dit staat."
        )
    if not _code(citation):
        return _NOT_KEPT
    if len({version.work_id for version in versions}) > 1:
        return "Meer uitspraken hebben dit oude nummer. Welke het is, raden we niet."
    shown = to_text(Law(citation.work, citation.name)) if isinstance(citation, Law) else to_text(citation)
    if versions:
        return f"Van {shown} hebben we geen versie die op {in_words(day)} gold."
    return f"{shown} staat niet in onze bibliotheek."


def _why_no_passage(citation: Citation, there: list[Passage], day: date) -> str:
    if not there:
        return f"{to_text(citation)} staat niet in de versie van {in_words(day)}."
    return f"{to_text(citation)} staat niet in de versie van {in_words(day)}; {there[0].label or there[0].address} wel."
