"""Which law follows a place: “IVRK”, “van de Jeugdwet”, “van Boek 1 van het Burgerlijk Wetboek”, “van die wet”."""

from __future__ import annotations

from dataclasses import dataclass, replace

from helpdesk.library.citations.kinds import Law, Part
from helpdesk.library.citations.names import Name, Names, chosen, known_names
from helpdesk.library.citations.numbers import ordinal, read_number
from helpdesk.library.citations.tokens import Tokens, words
from helpdesk.library.citations.unknown_names import unknown_name

HEADINGS = {
    **dict.fromkeys(("hoofdstuk", "hoofdstukken"), "hoofdstuk"),
    **dict.fromkeys(("afdeling", "afdelingen"), "afdeling"),
    **dict.fromkeys(("paragraaf", "paragrafen", "§"), "paragraaf"),
    **dict.fromkeys(("titel", "titels", "titeldeel"), "titeldeel"),
    **dict.fromkeys(("boek", "boeken"), "boek"),
    **dict.fromkeys(("bijlage", "bijlagen"), "bijlage"),
}
DEEPEST = 6  # headings over each other: section, title, chapter, part, book and one more
_FROM = frozenset({"van", "uit", "in", "bij", "der"})
_THE = frozenset({"de", "het", "'t"})
_THAT = frozenset(words("die dat genoemde genoemd voornoemde voormelde dezelfde hetzelfde"))
_THIS = frozenset(("deze", "dit"))
_SORTS = frozenset(
    words(
        "wet rijkswet wetboek besluit verdrag regeling verordening protocol richtlijn handvest statuut reglement boek"
    )
)


@dataclass(frozen=True, slots=True)
class Named:
    """A law that was named: which, under which headings, and the place behind it. `said` is false for “deze wet”."""

    law: Law
    end: int
    said: bool = True


@dataclass
class Reading:
    """What somebody who reads along knows: the names of laws, the law that this text is, the law last named."""

    names: Names | None = None
    own: Law | None = None
    last: Law | None = None

    def __post_init__(self) -> None:
        self.names = self.names or known_names()


def law_after(tokens: Tokens, place: int, reading: Reading, *, book: str = "", depth: int = DEEPEST) -> Named | None:
    """The law that is named from here on, or None. `book` stands in the number of the article: 1:264 BW."""
    start = place + (tokens[place].text == ",")
    with_word = tokens[start].low in _FROM
    start += with_word
    if with_word and (found := _pointed_at(tokens, start, reading)):
        return found
    if with_word and depth and (found := _under_headings(tokens, start, reading, depth - 1)):
        return found
    start += with_word and tokens[start].low in _THE
    return law_at(tokens, start, reading, book=book, guess=with_word)


def law_at(tokens: Tokens, place: int, reading: Reading, *, book: str = "", guess: bool = False) -> Named | None:
    """The law whose name stands exactly here. `guess`: a name that is in no list may be one when it looks like one."""
    assert reading.names is not None  # noqa: S101
    laws, end = reading.names.longest(tokens, place)
    if laws:
        extra = guess and _is_longer(tokens, end)
        if not extra:
            return Named(_law(laws, book), end)
    if guess and (end := unknown_name(tokens, place)):
        return Named(Law(name=" ".join(tokens.text[tokens[place].start : tokens[end - 1].end].split())), end)
    return Named(_law(laws, book), end) if laws else None


def _is_longer(tokens: Tokens, end: int) -> bool:
    """“Wet studiefinanciering” of another year than the one that we know is another law."""
    after = tokens[end]
    return (
        after.is_number
        and len(after.text) == 4
        and after.text[:2] in ("18", "19", "20")
        and not tokens[end - 1].is_number
    )


def _law(laws: tuple[Name, ...], book: str) -> Law:
    law = chosen(laws, book)
    if law is None:
        return Law(name=laws[0].cited if laws[0].book else "", parts=(("boek", book),) if book else ())
    return Law(law.code, law.cited, (("boek", law.book),) if law.book else ())


def _pointed_at(tokens: Tokens, place: int, reading: Reading) -> Named | None:
    """“van die wet” is the law last named, “van deze wet” the law in which it stands."""
    word, sort = tokens[place].low, tokens[place + 1].low
    if word in _THE and tokens[place + 1].low in _THAT:
        place += 1
        word, sort = tokens[place].low, tokens[place + 1].low
    if sort not in _SORTS:
        return None
    if word in _THIS:
        return Named(reading.own or Law(), place, said=False)
    return Named(reading.last or Law(), place + 2) if word in _THAT else None


def _under_headings(tokens: Tokens, place: int, reading: Reading, depth: int) -> Named | None:
    """“Boek 7 van het Burgerlijk Wetboek”, “titel 4.2 van de Awb”: the headings and the law in which they are."""
    heading = heading_at(tokens, place)
    if heading is None:
        return None
    part, end = heading
    book = figure(part[1]) if part[0] == "boek" else ""
    inner = law_after(tokens, end, reading, book=book, depth=depth)
    if inner is None or not inner.said:
        return None
    return Named(_with_heading(inner.law, part, book), inner.end)


def _with_heading(law: Law, part: Part, book: str) -> Law:
    return law if book and law.book == book else replace(law, parts=(*law.parts, part))


def heading_at(tokens: Tokens, place: int) -> tuple[Part, int] | None:
    """A heading with its number that stands here: “paragraaf 2a”, “titel VIII A”, “Eerste Boek”, “de vijfde titel”."""
    place += tokens[place].low in _THE
    if key := HEADINGS.get(tokens[place].low):
        value, end = read_number(tokens, place + 1)
        if (
            value
            and len(tokens[end].text) == 1
            and tokens[end].text.isupper()
            and tokens[end].start == tokens[end - 1].end + 1
        ):
            value, end = f"{value}_{tokens[end].text}", end + 1
        return ((key, value), end) if value else None
    if ordinal(tokens[place].low) and (key := HEADINGS.get(tokens[place + 1].low)):
        return (key, tokens[place].text[0].upper() + tokens[place].text[1:]), place + 2
    return None


def figure(value: str) -> str:
    """`Eerste` as a figure; what is one already stays."""
    return str(ordinal(value.casefold()) or value)
