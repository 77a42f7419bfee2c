"""Texts of the European Court and Commission of Human Rights, as plain text from HUDOC; the kind is in the file's name.

Numbered paragraphs are `par=12`. In a separate opinion the numbers begin anew: `opinie=1&par=2`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO

from helpdesk.library.models import Form, Kind
from helpdesk.library.reading.outline import Node, Outline, lost
from helpdesk.library.reading.pieces import Gap, Item, Piece, StateHead, Unreadable, WorkHead

SOURCE = "HUDOC (hudoc.echr.coe.int)"
NAMED = re.compile(r"(?P<sort>[a-z_]+)_(?P<item>\d{3}-\d+(?:-\d+)?)_(?P<language>[A-Z]{3})\.txt$")
LANGUAGES = {"ENG": "en", "FRE": "fr", "DUT": "nl"}
NUMBERED = re.compile(r"(?P<number>\d{1,4})\.\s+(?P<rest>\S.*)", re.DOTALL)
LETTERED = re.compile(r"(?:[IVX]{1,5}|[A-Z]|\d)\.\s+\S.*")
APPLICATION = re.compile(r"\bnos?\.?\s*(\d{1,5}/\d{2})((?:\s*(?:,|and|&)\s*(?:no\.\s*)?\d{1,5}/\d{2})*)", re.IGNORECASE)
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
MAANDEN = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
_DAY = rf"(?P<day>\d{{1,2}}) (?P<month>{'|'.join(MONTHS)}) (?P<year>\d{{4}})"
# The day of the decision: a line of its own, or where a judgment or sitting is named. "Lodged on" is another day.
DAY = re.compile(rf"^{_DAY}$|\b(?:sitting|delivered)\b[^.]{{0,60}}? on {_DAY.replace('?P<', '?P<the_')}", re.MULTILINE)
PARTIES = re.compile(
    r"(?:CASES? OF |in the cases? of )(?P<a>[^.]+?|.+?)\s+(?:v\.|against)\s+(?P<b>[^,.(\[\n]+)", re.IGNORECASE
)
AGAINST = re.compile(r"^(?:by )?(?P<a>(?!Application)[^\n]+)\n+against (?P<b>[^\n]+)$", re.MULTILINE)
OPINION = re.compile(r"\bOPINIONS? (?:OF|BY)\b|^DECLARATION (?:OF|BY) JUDGE", re.IGNORECASE)
HEADING = re.compile(r"[^a-zà-ÿ]{4,140}")
LONGEST_HEADING = 140
MOST_MISSING = 3  # paragraphs that a text may lack before a number is taken for something else


def read(file: BinaryIO, file_name: str = "") -> Iterator[Item]:
    """The head with what the text says of itself, then headings and paragraphs. Raises `Unreadable`."""
    named = NAMED.search(file_name)
    if named is None:
        raise Unreadable("de bestandsnaam noemt geen soort en nummer van HUDOC")
    text = file.read().decode("utf-8", "replace").replace("\x00", "")
    if "�" in text:
        yield Gap("bestand", f"{text.count('�')} tekens zijn geen UTF-8")
    lines = [" ".join(line.split()) for line in text.splitlines()]
    facts = facts_of(text, named["sort"])
    title = facts.get("parties") or next((line for line in lines if line), named["item"])
    work = WorkHead(f"HUDOC:{named['item']}", Kind.JUDGMENT, title, short=_short(facts), source=SOURCE)
    yield StateHead(work, LANGUAGES.get(named["language"], named["language"].lower()), facts=facts)
    kept: list[str] = []
    for item in _Body().read(line for line in lines if line):
        if isinstance(item, Piece):
            kept.append(item.label + item.heading + item.text)
        yield item
    for one in lost(lines, kept):
        yield Gap("tekst", f"tekst die nergens staat: {one[:200]}")


def facts_of(text: str, sort: str) -> dict[str, Any]:
    """Application numbers, parties and day as the head of the text gives them; what it does not give is left out."""
    head = text[:3000]
    facts: dict[str, Any] = {"sort": sort}
    numbers = [one for found in APPLICATION.finditer(head) for one in re.findall(r"\d{1,5}/\d{2}", found[0])]
    if numbers:
        facts["application_numbers"] = list(dict.fromkeys(numbers))
    if found := (PARTIES.search(head) or AGAINST.search(head)):
        facts["parties"] = " ".join(f"{found['a']} v. {found['b']}".split())
    if sort != "communicated_case" and (found := DAY.search(head)):
        parts = [found[name] or found[f"the_{name}"] for name in ("year", "month", "day")]
        facts["day"] = date(int(parts[0]), MONTHS.index(parts[1]) + 1, int(parts[2])).isoformat()
    return facts


def _short(facts: dict[str, Any]) -> str:
    """How a lawyer names it: court, day, number. Empty where the text does not give both."""
    if not {"day", "application_numbers"} <= set(facts):
        return ""
    day = date.fromisoformat(facts["day"])
    return f"EHRM {day.day} {MAANDEN[day.month - 1]} {day.year}, nr. {facts['application_numbers'][0]}"


class _Body:
    def __init__(self) -> None:
        self._out = Outline()
        self._open: list[Node] = []
        self._number = 0
        self._counts = {"kop": 0, "al": 0, "opinie": 0}

    def read(self, lines: Iterator[str]) -> Iterator[Item]:
        for line in lines:
            if len(line) <= LONGEST_HEADING and OPINION.search(line) and line.upper() == line:
                yield from self._close(0)
                self._number = 0
                self._begin(Form.HEADING, f"opinie={self._next('opinie')}", heading=line, owns=True)
            elif (found := NUMBERED.fullmatch(line)) and 0 < int(found["number"]) - self._number <= MOST_MISSING:
                yield from self._paragraph(found["number"], line, found["rest"])
            elif _is_heading(line):
                yield from self._to_heading(line)
            else:
                node = self._out.open(Form.TEXT, f"al={self._next('al')}", root=True)
                node.lines.append(line)
                yield self._out.close(node)
        yield from self._close(0)

    def _paragraph(self, number: str, line: str, rest: str) -> Iterator[Item]:
        yield from self._close_paragraph()
        if int(number) > self._number + 1:
            yield Gap(
                f"na paragraaf {self._number}", f"geen paragraaf {self._number + 1}; de tekst gaat verder met {number}"
            )
        self._number = int(number)
        label = line[: len(line) - len(rest)].strip()
        self._begin(Form.CONSIDERATION, f"par={number}", label=label, root=True)
        self._open[-1].lines.append(rest)

    def _to_heading(self, line: str) -> Iterator[Item]:
        """A part in capitals ends the one before it; "A. The law" stands under it."""
        depth = 1 if LETTERED.fullmatch(line) else 0
        yield from self._close_paragraph()
        owners = sum(one.owns for one in self._open)
        yield from self._close(min(len(self._open), owners + depth))
        self._begin(Form.HEADING, f"kop={self._next('kop')}", heading=line, root=True)

    def _begin(self, form: str, part: str, **more: Any) -> None:
        self._open.append(self._out.open(form, part, **more))

    def _close_paragraph(self) -> Iterator[Item]:
        if self._open and self._open[-1].form == Form.CONSIDERATION:
            yield from self._close(len(self._open) - 1)

    def _close(self, depth: int) -> Iterator[Item]:
        while len(self._open) > depth:
            yield self._out.close(self._open.pop())

    def _next(self, word: str) -> int:
        self._counts[word] += 1
        return self._counts[word]


def _is_heading(line: str) -> bool:
    if len(line) > LONGEST_HEADING or line[-1] in ".;:,":
        return False
    return bool(HEADING.fullmatch(line) and re.search(r"[A-Z]{3}", line)) or bool(LETTERED.fullmatch(line))
