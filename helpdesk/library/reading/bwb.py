"""Dutch law, decrees, circulars and treaties from the official XML of the Basiswettenbestand: one state of one work.

A chapter is a stream: each article is read, given away and forgotten, so that the size of a law does not matter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from lxml import etree

from helpdesk.library.models import Form
from helpdesk.library.reading import bwb_words as words
from helpdesk.library.reading.bwb_text import (
    Lines,
    chunks,
    day_of,
    edition_of,
    forget,
    heading_of,
    place_of,
    text_of,
)
from helpdesk.library.reading.outline import Node, Outline, lost, number_of
from helpdesk.library.reading.pieces import Gap, Item, Piece, StateHead, Unreadable, WorkHead
from helpdesk.library.reading.xml import Stream, local

SOURCE = "Basiswettenbestand (wetten.overheid.nl)"


@dataclass
class _Level:
    """A container that is open, and its heading once something stands in it."""

    tag: str
    node: Node | None = None
    counts: Counter[str] = field(default_factory=Counter)


def read(file: BinaryIO, file_name: str = "") -> Iterator[Item]:
    """The head of the state, then its pieces and gaps. Raises `Unreadable` when it is no such file."""
    yield from _Reader(file_name).read(file)


class _Reader:
    def __init__(self, file_name: str) -> None:
        self._file_name = file_name
        self._out = Outline()
        self._levels: list[_Level] = []
        self._attributes: dict[str, str] = {}
        self._titles: dict[str, str] = {}
        self._lapsed: list[str] = []
        self._told = False
        self._languages: list[str] = []  # of a treaty there may be a text in each, one after another
        self._waiting: dict[str, list[etree._Element]] = {}  # notes come after the text on which they hang

    def read(self, file: BinaryIO) -> Iterator[Item]:
        stream, unit = Stream(file), None
        for event, element in stream:
            if unit is not None:
                if event == "end" and element is unit:
                    yield from self._unit(element)
                    forget(element)
                    unit = None
            elif event == "start" and local(element) in words.CONTAINERS:
                yield from self._enter(element)
            elif event == "start":
                unit = element
            else:
                yield from self._leave()
                forget(element)
        if not self._attributes.get("bwb-id"):
            raise Unreadable("geen toestand van het Basiswettenbestand")
        while self._levels:  # a file that was cut off: what is there is kept
            yield from self._leave()
        yield from self._head()
        yield from stream.faults()

    def _enter(self, element: etree._Element) -> Iterator[Item]:
        tag = local(element)
        if tag in {"toestand", "wetgeving"}:
            for key, value in element.attrib.items():
                self._attributes.setdefault(str(key).rpartition("}")[2], str(value))
        elif tag == "verdragtekst":
            yield from self._text_in(next((str(v) for k, v in element.attrib.items() if str(k).endswith("lang")), ""))
        elif words.CONTAINERS[tag] and self._levels:
            yield from self._head()
            self._heading_of_level()
        self._levels.append(_Level(tag))

    def _text_in(self, language: str) -> Iterator[Item]:
        """A text in another language is a state of its own; one that does not say its language stays with the first."""
        if language and language not in self._languages:
            yield from self._head() if self._languages else ()
            self._out, self._told = (Outline(), False) if self._languages else (self._out, self._told)
            self._languages.append(language)
        elif self._languages:
            yield Gap("verdragtekst", "nog een tekst in dezelfde of een onbekende taal, onder eigen nummers bewaard")
        else:
            self._languages.append("")

    def _leave(self) -> Iterator[Item]:
        level = self._levels[-1]
        if words.CONTAINERS[level.tag]:
            yield from self._head()
            self._heading_of_level()
        self._levels.pop()
        if level.node is not None:
            yield self._out.close(level.node)

    def _head(self) -> Iterator[Item]:
        if self._told or not self._attributes.get("bwb-id"):
            return
        self._told = True
        title = self._titles.get("citeertitel") or self._titles.get("intitule") or self._attributes["bwb-id"]
        sort = self._attributes.get("soort", "")
        work = WorkHead(self._attributes["bwb-id"], words.kind_of(sort, title), title, source=SOURCE)
        facts = {"sort": sort, **self._titles}
        yield StateHead(
            work,
            language=((self._languages or [""])[-1] or self._attributes.get("lang", "nl"))[:8],
            valid_from=day_of(self._attributes.get("inwerkingtreding", "")),
            edition=int(edition_of(self._attributes.get("bwb-ng-vast-deel", "")) or edition_of(self._file_name) or 0),
            facts={name: value for name, value in facts.items() if value},
        )

    def _heading_of_level(self, kop: etree._Element | None = None) -> None:
        """Open the heading of the container one stands in, if it has none yet."""
        for depth, level in enumerate(self._levels):
            word = words.CONTAINERS[level.tag]
            if not word or level.node is not None:
                continue
            label, heading, number = heading_of(kop) if kop is not None else ("", "", "")
            counts = self._levels[depth - 1].counts
            counts[word] += 1
            part = f"{word}={number or f'_{counts[word]}'}"
            owns = level.tag in words.OWNERS
            level.node = self._out.open(Form.HEADING, part, label=label, heading=heading, owns=owns)

    def _unit(self, element: etree._Element) -> Iterator[Item]:
        tag = local(element)
        if tag in words.ABOUT or not tag:
            return
        if tag in words.TITLES and len(self._levels) <= 2:
            self._titles[tag] = text_of(element).text
            return
        yield from self._head()
        level = self._levels[-1] if self._levels else _Level("")
        if tag == "kop" and words.CONTAINERS.get(level.tag) and level.node is None:
            self._heading_of_level(element)
            yield from self._count(element, [f"{level.node.label} {level.node.heading}"] if level.node else [])
            return
        self._heading_of_level()
        kept: list[str] = []
        for item in self._child(element, self._out.top):
            if isinstance(item, Piece):
                kept.append(item.label + item.heading + item.text)
            yield item
        yield from self._count(element, kept)

    def _count(self, element: etree._Element, kept: list[str]) -> Iterator[Gap]:
        """Every letter of the element must have come back: what did not is told, with its place."""
        for text in lost(chunks(element), kept):
            yield Gap(place_of(element), f"tekst die nergens staat: {text[:200]}")

    def _child(self, element: etree._Element, holder: Node | None) -> Iterator[Item]:
        tag = local(element)
        if tag in words.ABOUT or not tag:
            return
        if tag in words.HOLDERS:
            yield from self._holder(element, *words.HOLDERS[tag])
        elif tag in words.PARTS:
            form, part, label = words.PARTS[tag]
            kop = next((one for one in element if local(one) == "kop"), None)
            _, heading, _ = heading_of(kop) if kop is not None else ("", "", "")
            node = self._out.open(form, part, label=label, heading=heading)
            yield from self._content(element, node)
            yield from self._close(node)
        elif tag in words.STRUCTURE:
            yield from self._holder(element, Form.HEADING, words.STRUCTURE[tag], "kop", False)
        elif tag == "table":
            yield from self._table(element, holder)
        elif tag in words.LOOSE:
            for one in element:
                yield from self._child(one, holder)
        else:
            if tag not in words.LINES:
                yield Gap(place_of(element), f"onbekend element <{tag}>, als tekst bewaard")
            yield from self._line(text_of(element), holder)

    def _holder(self, element: etree._Element, form: str, word: str, where: str, root: bool) -> Iterator[Item]:
        printed = next((one for one in element if local(one) == where), None) if where else None
        label = heading = number = ""
        lines = Lines()
        if where == "kop" and printed is not None:
            label, heading, number = heading_of(printed)
        elif printed is not None:
            lines = text_of(printed)
            label, number = lines.text, number_of(lines.text)
        if local(element) == "enig-artikel":
            label, number = label or "Enig artikel", number or "enig"
        if form in {Form.RECITAL, Form.NOTE}:
            number = number or str(self._of(word))
        elif not number:
            above = self._out.top
            number = f"_{above.count(word) if above else self._of(word)}"
        part = f"{word}={number}"
        node = self._out.open(form, part, label=label, heading=heading, root=root)
        if element.get("status") == "vervallen":
            self._lapsed.append(node.address)
        skip = printed if where else None
        if form == Form.RECITAL:
            yield from self._line(text_of(element), node)
        else:
            yield from self._content(element, node, skip)
        self._waiting.setdefault(node.address, []).extend(lines.notes)
        yield from self._close(node)

    def _close(self, node: Node) -> Iterator[Item]:
        yield from self._notes(Lines("", self._waiting.pop(node.address, [])))
        yield self._out.close(node)

    def _of(self, word: str) -> int:
        """How manieth of its sort in the whole work."""
        self._levels[0].counts[word] += 1
        return self._levels[0].counts[word]

    def _content(self, element: etree._Element, node: Node, skip: etree._Element | None = None) -> Iterator[Item]:
        if element.text and element.text.strip():
            yield from self._line(Lines(" ".join(element.text.split())), node)
        for one in element:
            if one is not skip and not (local(one) == "kop" and local(element) in words.PARTS):
                yield from self._child(one, node)
            if one.tail and one.tail.strip():
                yield from self._line(Lines(" ".join(one.tail.split())), node)

    def _line(self, line: Lines, holder: Node | None) -> Iterator[Item]:
        """A line of the holder itself, or a passage of its own after one that stands under the holder."""
        if not line.text and not line.notes:
            return
        if holder is None or holder.form == Form.HEADING or holder.below:
            count = self._of("al") if holder is None else holder.count("al")
            node = self._out.open(Form.TEXT, f"al={count}", root=holder is None)
            node.lines.append(line.text)
            yield from self._notes(line)
            yield self._out.close(node)
        else:
            holder.count("al")
            holder.lines.append(line.text)
            self._waiting.setdefault(holder.address, []).extend(line.notes)

    def _notes(self, line: Lines) -> Iterator[Item]:
        for note in line.notes:
            yield from self._child(note, self._out.top)

    def _table(self, element: etree._Element, holder: Node | None) -> Iterator[Item]:
        title = next((text_of(one) for one in element if local(one) == "title"), Lines())
        node = self._out.open(Form.TABLE, f"tabel={self._of('tabel')}", heading=title.text, root=holder is None)
        notes = list(title.notes)
        for group in element:
            if local(group) == "title" or not local(group):
                continue
            rows = list(group.iter("{*}row")) if local(group) == "tgroup" else []
            for row in rows:
                cells = [text_of(cell) for cell in row]
                node.lines.append("\t".join(cell.text for cell in cells))
                notes += [note for cell in cells for note in cell.notes]
            if not rows:
                other = text_of(group)
                node.lines.append(other.text)
                notes += other.notes
        yield from self._notes(Lines("", notes))
        yield self._out.close(node)
