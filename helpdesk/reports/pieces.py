"""What of a case a fact can be taken from: its people, papers, messages, notes and calls; said without a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from helpdesk.cases import words
from helpdesk.cases.panels.call_sheet import TO_THE_ASKER
from helpdesk.cases.panels.contact import Moment
from helpdesk.cases.panels.given import Given
from helpdesk.cases.panels.page import CasePage
from helpdesk.cases.panels.thread import Spoken

GROUPS = {
    "party": lazy("Iemand om het kind"),
    "file": lazy("Bestand"),
    "given": lazy("Meegegeven stuk"),
    "message": lazy("Bericht"),
    "note": lazy("Notitie"),
    "contact": lazy("Gesprek"),
}


@dataclass(frozen=True)
class Piece:
    """One thing to choose.

    Args:
        label: for the colleague who chooses.
        said_by: as the report names it, without a name; the writer may word it otherwise.
        title: as the list of annexes names it, which has the day in a column of its own.
        words: its text, where we hold it.
    """

    kind: str
    id: str
    label: str
    said_by: str
    day: date | None = None
    words: str = ""
    pages: int = 0
    digest: str = ""
    title: str = ""

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.id}"


def pieces_of(page: CasePage) -> list[Piece]:
    """All of it, people first, then by day."""
    dated = [*_files(page), *_given(page), *_said(page), *_notes(page), *_moments(page)]
    return [*_people(page), *sorted(dated, key=lambda one: (one.day or date.min, one.key))]


def own_words(page: CasePage, child: str) -> list[Piece]:
    """What came from the child herself, the newest first: messages of hers, and her words as a talk took them down.

    Args:
        child: her party in the case.
    """
    herself = words.asks_herself(page.summary)
    spoken = [one for one in page.messages if herself and one.kind == "voice"]
    spoken += [
        one for talk in page.threads if str(talk.who.id) == child for one in talk.messages if one.kind == "around"
    ]
    what = _("bericht van %s") % _("het kind")
    said = [_spoken("message", one, what) for one in spoken if one.text and not one.burned]
    talks = [_talk(one, one.asked) for one in page.moments if one.asked and _is_hers(one, page, child)]
    return _newest([*said, *talks])


def taken_down(page: CasePage, child: str) -> list[Piece]:
    """What colleagues wrote down, in which words of hers can stand between theirs, the newest first."""
    talks = [one for one in page.moments if not (one.asked and _is_hers(one, page, child))]
    return _newest([one for one in [*_notes(page), *map(_talk, talks)] if one.words])


def _newest(pieces: Iterable[Piece]) -> list[Piece]:
    return sorted(pieces, key=lambda one: (one.day or date.min, one.key), reverse=True)


def _is_hers(one: Moment, page: CasePage, child: str) -> bool:
    """Whether it was she who spoke: as a party of the case, or as who asks."""
    if one.party not in {"", TO_THE_ASKER}:
        return one.party == child
    return words.is_child(one.asker) or (bool(one.party) and words.asks_herself(page.summary))


def enclosable(page: CasePage) -> list[Piece]:
    """What can go along as an annex: safe copies, and what we gave on paper; its Word file cannot be bound."""
    in_word = {str(one.id) for one in page.given if not _is_paper(one)}
    return [one for one in pieces_of(page) if one.kind in {"file", "given"} and one.id not in in_word]


def choices(pieces: Iterable[Piece]) -> list[tuple[str, list[tuple[str, str]]]]:
    """For a list to choose from, by kind."""
    found: dict[str, list[tuple[str, str]]] = {}
    for one in pieces:
        found.setdefault(one.kind, []).append((one.key, one.label))
    return [(str(GROUPS[kind]), rows) for kind, rows in found.items()]


def in_full(day: date | None) -> str:
    """2 oktober 2026."""
    return date_format(day, "j F Y") if day else ""


def on(moment: datetime) -> date:
    """The day here."""
    return timezone.localtime(moment).date()


def _people(page: CasePage) -> Iterator[Piece]:
    for one in page.around:
        yield Piece(
            "party", str(one.id), f"{one.part} {one.initials}".strip(), f"{one.part.lower()} {one.initials}".strip()
        )


def _files(page: CasePage) -> Iterator[Piece]:
    for one in page.files:
        if one.state == "safe":
            day, name = on(one.at), one.name.rpartition(".")[0] or one.name
            said = f"{name}, {_('binnengekomen')} {in_full(day)}"
            label = f"{one.name}, {in_full(day)}"
            yield Piece("file", str(one.id), label, said, day, pages=one.pages, digest=one.digest, title=name)


def _given(page: CasePage) -> Iterator[Piece]:
    for one in page.given:
        day, said = on(one.at), f"{one.title}, {in_full(on(one.at))}"
        label = said if _is_paper(one) else f"{said} (Word)"
        yield Piece("given", str(one.id), label, said, day, digest=one.digest, title=one.title)


def _is_paper(one: Given) -> bool:
    return one.name.endswith(".pdf")


def _said(page: CasePage) -> Iterator[Piece]:
    spoken = [*page.messages, *(one for thread in page.threads for one in thread.messages)]
    for one in spoken:
        if one.kind in {"voice", "around", ""} and one.text and not one.burned:
            yield _spoken("message", one, _("bericht van %s") % _sender(one, page))


def _sender(one: Spoken, page: CasePage) -> str:
    """Never the name of a colleague."""
    if one.kind == "around":
        return one.sender[:1].lower() + one.sender[1:]
    if one.kind == "":
        return _("de helpdesk")
    return _("het kind") if words.asks_herself(page.summary) else _("de vrager")


def _notes(page: CasePage) -> Iterator[Piece]:
    for one in page.notes:
        if one.text:
            yield _spoken("note", one, _("notitie van de helpdesk"))


def _spoken(kind: str, one: Spoken, what: str) -> Piece:
    day = on(one.at)
    begin = " ".join(one.text.split())[:60]
    return Piece(
        kind, str(one.id), f"{what.capitalize()}, {in_full(day)}: {begin}", f"{what}, {in_full(day)}", day, one.text
    )


def _moments(page: CasePage) -> Iterator[Piece]:
    return map(_talk, page.moments)


def _talk(one: Moment, said: str = "") -> Piece:
    """A call, visit or letter; `said` when it is only about a part of what was written down."""
    day = on(one.at)
    every = said or "\n\n".join(filter(None, (one.asked, one.said, one.agreed)))
    label, named = f"{one.title}, {in_full(day)}", f"{_('gesprek')}, {in_full(day)}"
    return Piece("contact", str(one.id), label, named, day, every)
