"""What somebody who writes can cite: by a citation that she types, or by words that lead to articles."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from helpdesk.library.citations import (
    Citation,
    Ecli,
    Law,
    Ljn,
    Names,
    NotACitation,
    Style,
    UnDocument,
    parse_all,
    to_text,
)
from helpdesk.library.citations.resolve import Answer, NotResolved, Resolved, names_with_works, resolve_all
from helpdesk.library.cited import place_of
from helpdesk.library.models import Passage, Version
from helpdesk.library.queries_sources import Wanted
from helpdesk.library.sources.finding import Line, find
from helpdesk.library.words import in_words, sure

MOST = 6
SHOWN = 240  # signs of a passage, so that one sees that it is the right one
NOT_HERE = "niet in onze bibliotheek"


@dataclass(frozen=True)
class Pick:
    """One place that can be cited.

    `work` and `address` are the code and the place by which a case or a report relies on it. Both are empty for what
    has none in the library, as a law as a whole or a paper of parliament: then only the words go into a text.
    `label` is what the Leidraad writes, `plain` the same for a child, `text` the beginning of its words. `sure` is a
    word, `in_force` whether it holds on the day (None: it is not here), `doubt` a sentence.
    """

    work: str
    address: str
    label: str
    plain: str
    text: str
    sure: str
    in_force: bool | None
    doubt: str = ""


@dataclass(frozen=True)
class Picked:
    """What answers, the best first, and what one should know when what was typed does not stand there."""

    found: tuple[Pick, ...] = ()
    said: str = ""


def pick(typed: str, day: date, *, most: int = MOST) -> Picked:
    """The places that can be cited for what was typed. At most nine statements, whatever there is.

    Args:
        typed: one or more citations (`art. 3 lid 1 IVRK`, `3 IVRK`, an ECLI), or words in any order.
        day: the day that counts: of it the version is read, and by it a place is in force or not.
        most: how many places.
    """
    typed = " ".join(typed.replace("\0", " ").split())
    if not typed:
        return Picked()
    names = names_with_works()
    if citations := _read(typed, names):
        return _as_cited(resolve_all(citations[:most], day), day, names)
    lines = find(typed, Wanted(day=day), day, size=most).lines
    return Picked(tuple(_found(line, names) for line in lines))


def _read(typed: str, names: Names) -> tuple[Citation, ...]:
    """The citations that were typed, also without "art."; none when it is a question."""
    if not any(sign.isdigit() for sign in typed):
        return ()
    for words in (typed, f"art. {typed}"):
        with suppress(NotACitation):
            return parse_all(words, names=names)
    return ()


def _as_cited(answers: Iterable[Answer], day: date, names: Names) -> Picked:
    found: list[Pick] = []
    said: list[str] = []
    for answer in answers:
        # Of our own list of titles nobody can say that a place is not there.
        if isinstance(answer, Resolved) or _is_own_list(answer.version):
            found.append(_pick(answer.citation, answer.version, answer.passage, day, names))
            continue
        said.append(answer.reason)
        found.extend(_instead(answer, day, names))
    return Picked(tuple(found), " ".join(dict.fromkeys(said)))


def _instead(answer: NotResolved, day: date, names: Names) -> list[Pick]:
    """Where the place is not in the version, what holds it; of a work that is not here, what was typed."""
    if answer.version is None:
        lawless = isinstance(answer.citation, Law) and not answer.citation.work
        return [] if lawless else [_pick(answer.citation, None, None, day, names)]
    if answer.passage is None:
        return []
    held = _citation(answer.version.work.code, answer.passage.address, names)
    return [] if held is None else [_pick(held, answer.version, answer.passage, day, names)]


def _pick(citation: Citation, version: Version | None, passage: Passage | None, day: date, names: Names) -> Pick:
    if isinstance(citation, Ljn) and version:
        citation = _citation(version.work.code, "", names) or citation
    work, address = place_of(citation) or ("", "")
    return Pick(
        work=work,
        address=address,
        label=to_text(_dated(citation, version), names=names),
        plain=to_text(citation, Style.PLAIN, names=names),
        text=passage.text[:SHOWN] if passage and not _is_own_list(version) else "",
        sure=sure(version.work.confidence)[1] if version else NOT_HERE,
        in_force=_holds(version, day) if version else None,
        doubt=doubt_about(citation),
    )


def _found(line: Line, names: Names) -> Pick:
    citation = _citation(line.code, line.address, names)
    plain = to_text(citation, Style.PLAIN, names=names) if citation else ""
    label = to_text(citation, names=names) if citation else f"{in_words(line.address)} {line.work}"
    words = "".join(text for text, _ in line.pieces)
    return Pick(line.code, line.address, label, plain, words, line.sure, line.in_force)


def doubt_about(citation: Citation) -> str:
    """A sentence when the court of this number is in no list of ours; it may be a slip of the pen."""
    if isinstance(citation, Ecli) and not citation.known_court:
        return f"Het gerecht {citation.court} staat niet in onze lijst. Kijk na of het nummer klopt."
    return ""


def _citation(code: str, address: str, names: Names) -> Citation | None:
    """The citation of a place in the library; none of a place that has no form of its own, as a chapter."""
    parts = tuple((key, value) for key, _, value in (part.partition("=") for part in address.split("&")))
    if address.startswith("artikel="):
        name = names.of_code(code)
        return Law(code, name.cited if name else "", parts)
    number = address.partition("=")[2].partition("&")[0]
    with suppress(NotACitation):
        match parse_all(code):
            case (Ecli() as judgment,):
                return replace(judgment, pinpoint=number if address.startswith("rov=") else "")
            case (UnDocument() as paper,):
                return replace(paper, pinpoint=number if address.startswith("par=") else "")
    return None


def _dated(citation: Citation, version: Version | None) -> Citation:
    """A judgment with its day, as the Leidraad writes it, when the judgment itself says it."""
    said = version.facts.get("day", "") if version else ""
    if isinstance(citation, Ecli) and citation.day is None and said:
        with suppress(ValueError):
            return replace(citation, day=date.fromisoformat(said))
    return citation


def _is_own_list(version: Version | None) -> bool:
    return version is not None and "own_list" in version.facts


def _holds(version: Version, day: date) -> bool:
    return (version.valid_from or day) <= day <= (version.valid_until or day)
