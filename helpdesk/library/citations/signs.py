"""Citations with a fixed form: ECLI, JuriConnect, LJN, European Court, United Nations, journals, papers of parliament.

Each expression begins with letters of its own and repeats a bounded number of times, so that no text makes it slow.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from helpdesk.library.citations.dates import DAY, read_day
from helpdesk.library.citations.kinds import (
    DUTCH_COURTS,
    Citation,
    Ecli,
    EuropeanCourt,
    Found,
    Journal,
    Kamerstuk,
    Law,
    Ljn,
    UnDocument,
)

_CONSIDERATION = r"(?:,? (?:r\.?o\.?|rov\.?|rechtsoverweging|overweging) (?P<pinpoint>\d{1,3}(?:\.\d{1,3}){0,4}))?"
ECLI = re.compile(
    r"(?<![\w:])ECLI:(?P<country>[A-Z]{2}):(?P<court>[A-Z][A-Z0-9]{0,6}):(?P<year>\d{4}):"
    r"(?P<number>[A-Z0-9](?:[A-Z0-9.]{0,23}[A-Z0-9])?)(?![A-Z0-9_]|\.[A-Z0-9]|:[A-Z0-9])" + _CONSIDERATION,
    re.IGNORECASE,
)
JCI = re.compile(
    r"\bjci1\.\d{1,2}:[cv]:(?P<code>BWB[RV]\d{7})(?P<parts>(?:&(?:amp;)?[a-z-]{1,20}=[^&\s<>\"'),;]{1,60}){0,12})(?![\w&])",
    re.IGNORECASE,
)
LJN = re.compile(r"\bLJN:? ?(?P<number>[A-Z]{2}\d{4})\b")
_APPLICATION = r"\d{1,5}/\d{2}"
EHRM = re.compile(
    rf"\bEHRM (?:\(GK\) )?(?P<day>{DAY}),? (?:nrs?\. )?(?P<application>{_APPLICATION})\b"
    r"(?: \((?P<parties>[^()]{1,120})\))?"
)
_NAMES = r"[^\W\d_][\w’'.-]{0,40}"
_STATE = rf"(?:the )?{_NAMES}(?: [A-Z][\w’'-]{{0,40}}){{0,3}}"
ECHR = re.compile(
    rf"(?<!\w)(?P<parties>{_NAMES}(?: (?:and|[^\W\d_a-z][\w’'.-]{{0,40}})){{0,6}} v\. {_STATE})"
    rf"(?: \[(?P<chamber>GC)\])?, nos?\. (?P<application>{_APPLICATION})\b(?:, ECHR \d{{4}}(?:-[IVX]{{1,5}})?)?"
)
_BODY = r"(?:CRC|CCPR|CEDAW|CERD|CAT|CRPD|CMW|CED)"
_UN = (
    rf"{_BODY}/C/GC/\d{{1,3}}(?:-{_BODY}/C/GC/\d{{1,3}})?(?:/Rev\.\d)?|CRC/GC/\d{{4}}/\d{{1,3}}(?:/Rev\.\d)?"
    rf"|{_BODY}/C/[A-Z]{{3}}/CO/\d{{1,2}}(?:-\d{{1,2}})?(?:/Add\.\d)?|{_BODY}/C/\d{{1,3}}/D/\d{{1,5}}/\d{{4}}"
    r"|E/C\.12/GC/\d{1,3}|A/RES/\d{1,3}/\d{1,4}"
)
UN = re.compile(rf"(?<![\w/])(?P<symbol>{_UN})(?![\w/-])(?:, (?:par\.|para\.|§) (?P<pinpoint>\d{{1,3}}))?")
JOURNAL = re.compile(r"\b(?P<journal>Stb|Stcrt|Trb)\. (?P<year>\d{4}), (?:nr\. )?(?P<number>\d{1,6})\b")
KAMERSTUK = re.compile(
    r"\bKamerstukken (?P<chamber>II?) (?P<session>\d{4}/\d{2}), (?P<file>\d{5}(?:-[IVXL]{1,6})?), "
    r"(?:nr\. (?P<number>\d{1,4}[A-Z]?)|(?P<letter>[A-Z]{1,3})\b)"
)
_COURT = "|".join(re.escape(court) for court in sorted(set(DUTCH_COURTS.values()), key=len, reverse=True))
_WITH_DAY = re.compile(
    rf"(?:^|(?<=\W))(?:{_COURT}|Rechtbank [A-Z][\w-]{{1,30}}|Gerechtshof [A-Z][\w-]{{1,30}}) (?P<day>{DAY}), \Z"
)
_SPACE = re.compile(r"\s")
_BEFORE = 90  # signs before an ECLI in which its court and day can stand


def signs_in(text: str) -> list[Found]:
    """All citations of a fixed form in a text, in order; where two overlap, the one that begins first."""
    flat = _SPACE.sub(" ", text)  # the same length: places stay
    kept: list[Found] = []
    for found in sorted(_all(flat), key=lambda found: (found.start, -found.end)):
        if not kept or found.start >= kept[-1].end:
            kept.append(found)
    return kept


def _all(text: str) -> Iterator[Found]:
    for match in ECLI.finditer(text):
        start, day = _court_and_day(text, match.start())
        yield Found(start, match.end(), (read_ecli(match, day),))
    for expression, read in READERS:
        for match in expression.finditer(text):
            if citation := read(match):
                yield Found(match.start(), match.end(), (citation,))


def _court_and_day(text: str, start: int) -> tuple[int, date | None]:
    begin = max(0, start - _BEFORE)
    before = _WITH_DAY.search(text[begin:start])
    day = read_day(before["day"]) if before else None
    return (begin + before.start(), day) if before and day else (start, None)


def read_ecli(match: re.Match[str], day: date | None = None) -> Ecli:
    """The judgment; its letters become capitals, its number is never changed otherwise."""
    number = match["number"] if match["country"].upper() not in ("NL", "CE", "EU") else match["number"].upper()
    return Ecli(match["country"].upper(), match["court"].upper(), match["year"], number, day, match["pinpoint"] or "")


def read_jci(match: re.Match[str]) -> Law | None:
    """The place in a law that a JuriConnect line points to; None when a day in it does not exist."""
    pairs = [part.removeprefix("amp;").split("=", 1) for part in match["parts"].split("&")[1:]]
    if pairs:
        pairs[-1][1] = pairs[-1][1].rstrip(".:!?")
    parts = tuple((key, value) for key, value in pairs if key not in ("z", "g"))
    try:
        days = {key: date.fromisoformat(value) for key, value in pairs if key in ("z", "g")}
    except ValueError:
        return None
    return Law(match["code"].upper(), "", parts, days.get("g"), days.get("z"))


def _read_dutch_court(match: re.Match[str]) -> EuropeanCourt | None:
    day = read_day(match["day"])
    return EuropeanCourt(match["application"], day, match["parties"] or "") if day else None


def _read_english_court(match: re.Match[str]) -> EuropeanCourt:
    return EuropeanCourt(match["application"], None, match["parties"], match["chamber"] or "")


READERS: list[tuple[re.Pattern[str], Callable[[re.Match[str]], Citation | None]]] = [
    (JCI, read_jci),
    (LJN, lambda match: Ljn(match["number"])),
    (EHRM, _read_dutch_court),
    (ECHR, _read_english_court),
    (UN, lambda match: UnDocument(match["symbol"], match["pinpoint"] or "")),
    (JOURNAL, lambda match: Journal(match["journal"] + ".", match["year"], match["number"])),
    (
        KAMERSTUK,
        lambda match: Kamerstuk(match["chamber"], match["session"], match["file"], match["number"] or match["letter"]),
    ),
]
