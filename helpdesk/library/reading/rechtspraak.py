"""Dutch judgments from the open data of data.rechtspraak.nl: the description and, where published, the text.

Newer files have sections and numbered groups; older ones are bare lines, some of which begin with a number. A number is
the address (`rov=3.4.1`); what has none is counted through (`al=17`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from lxml import etree

from helpdesk.library.models import Form, Kind
from helpdesk.library.reading.outline import Node, Outline, lost, number_of
from helpdesk.library.reading.pieces import Gap, Item, Piece, StateHead, Unreadable, WorkHead
from helpdesk.library.reading.rechtspraak_facts import facts_of
from helpdesk.library.reading.xml import local, plain, tree_of

SOURCE = "Open data van de Rechtspraak (data.rechtspraak.nl)"
BODIES = ("uitspraak", "conclusie")
LOOSE = frozenset({
    "uitspraak.info", "conclusie.info", "parablock", "itemizedlist", "orderedlist", "blockquote", "listitem",
})  # fmt: skip
LINES = frozenset({"para", "bridgehead", "title", "nr", "subtitle"})
INLINE = frozenset({"emphasis", "superscript", "subscript", "link", "ulink", "footnote-ref"})
PICTURES = frozenset({"mediaobject", "inlinemediaobject", "imageobject", "imagedata"})
# "3.4.1 Het hof", "4. De beoordeling": a number that begins a line of the old form.
NUMBERED = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,3}){1,4}|\d{1,2}(?=\.\s))\.?\s+(?P<rest>\S.*)", re.DOTALL)
LONGEST_TITLE = 90


def read(file: BinaryIO, file_name: str = "") -> Iterator[Item]:
    """The head with what the source says of the judgment, then its passages. Raises `Unreadable`."""
    root, faults = tree_of(file)
    yield from faults
    if local(root) != "open-rechtspraak":
        raise Unreadable("geen uitspraak uit de open data van de Rechtspraak")
    facts, gaps = facts_of(root)
    if not facts.get("ecli"):
        raise Unreadable("de uitspraak noemt geen ECLI")
    yield from gaps
    yield StateHead(WorkHead(facts["ecli"], Kind.JUDGMENT, facts["title"], source=SOURCE), "nl", facts=facts)
    for one in root:
        if local(one) in BODIES:
            yield from _Body().read(one)
        elif local(one) not in {"RDF", "inhoudsindicatie", ""}:
            yield Gap(_place(one), f"onbekend deel <{local(one)}>: {plain(''.join(one.itertext()))[:200]}")


class _Body:
    def __init__(self) -> None:
        self._out = Outline()
        self._lines = 0
        self._loose: list[Node] = []  # numbers of the old form, under which the lines after them stand
        self._last = "0"

    def read(self, body: etree._Element) -> Iterator[Item]:
        kept: list[str] = []
        for item in self._read(body):
            if isinstance(item, Piece):
                kept.append(item.label + item.heading + item.text)
            yield item
        for text in lost(_chunks(body), kept):
            yield Gap(local(body), f"tekst die nergens staat: {text[:200]}")

    def _read(self, body: etree._Element) -> Iterator[Item]:
        for one in body:
            yield from self._child(one)
        yield from self._end_loose()

    def _child(self, element: etree._Element) -> Iterator[Item]:
        tag = local(element)
        if not tag:
            return
        if tag == "section":
            yield from self._end_loose()
            yield from self._section(element)
        elif tag == "paragroup" and (number := _number_in(element)):
            yield from self._end_loose()
            yield from self._group(element, number)
        elif tag in {"informaltable", "table"}:
            yield from self._table(element)
        elif tag == "footnote":
            yield from self._end_loose()
            node = self._out.open(Form.NOTE, f"noot={number_of(element.get('label', '')) or self._counted()}")
            node.label = element.get("label", "")
            node.lines += [text for one in element if (text := _text(one))]
            yield self._out.close(node)
        elif tag in PICTURES:
            yield Gap(_place(element), "een afbeelding, die niet bewaard is")
        elif tag in LOOSE or tag == "paragroup":
            yield from self._line(plain(element.text))
            for one in element:
                yield from self._child(one)
                yield from self._line(plain(one.tail))
        else:
            if tag not in LINES:
                yield Gap(_place(element), f"onbekend element <{tag}>, als tekst bewaard")
            yield from self._line(_text(element), title=tag == "bridgehead")

    def _section(self, element: etree._Element) -> Iterator[Item]:
        title = next((one for one in element if local(one) == "title"), None)
        label, heading, number = "", "", ""
        if title is not None:
            nr = next((one for one in title if local(one) == "nr"), None)
            label = _text(nr) if nr is not None else ""
            number = number_of(label)
            heading = plain(_text(title)[len(label) :] if label and _text(title).startswith(label) else _text(title))
        node = self._out.open(
            Form.HEADING, f"kop={number or f'_{self._counted()}'}", label=label, heading=heading, root=True
        )
        for one in element:
            if one is not title:
                yield from self._child(one)
        yield from self._end_loose()
        yield self._out.close(node)

    def _group(self, element: etree._Element, number: str) -> Iterator[Item]:
        printed = next(one for one in element if local(one) == "nr")
        node = self._out.open(Form.CONSIDERATION, f"rov={number}", label=_text(printed), root=True)
        for one in element:
            if one is not printed:
                yield from self._child(one)
        yield from self._end_loose()
        yield self._out.close(node)

    def _line(self, text: str, *, title: bool = False) -> Iterator[Item]:
        if not text:
            return
        top = self._out.top
        if top is not None and top not in self._loose and top.form == Form.CONSIDERATION:
            if not top.below:
                top.lines.append(text)
                return
        elif not title and (found := NUMBERED.fullmatch(text)) and self._begins(found["number"], found["rest"]):
            yield from self._end_loose(headings="." not in found["number"])
            self._numbered(found["number"], text, found["rest"])
            return
        node = self._out.open(Form.TEXT, f"al={self._counted()}", root=True)
        node.lines.append(text)
        yield self._out.close(node)

    def _numbered(self, number: str, text: str, rest: str) -> None:
        printed = text[: len(text) - len(rest)].strip()
        self._last = number
        if "." not in number and len(rest) <= LONGEST_TITLE and rest[-1] not in ".:":
            self._loose.append(self._out.open(Form.HEADING, f"kop={number}", label=printed, heading=rest, root=True))
            return
        node = self._out.open(Form.CONSIDERATION, f"rov={number}", label=printed, root=True)
        node.lines.append(rest)
        self._loose.append(node)

    def _begins(self, number: str, rest: str) -> bool:
        """Whether this number may come now: a date, a sum or a number out of a list does not."""
        if "." not in number and (rest[0].islower() or rest[-1] in ";,"):
            return False
        last, this = ([int(one) for one in text.split(".")] for text in (self._last, number))
        same = next(
            (at for at, (a, b) in enumerate(zip(last, this, strict=False)) if a != b), min(len(last), len(this))
        )
        if this <= last or same == len(this):
            return False
        step = this[same] - (last[same] if same < len(last) else 0)
        return step <= 2 and all(part <= 1 for part in this[same + 1 :])

    def _table(self, element: etree._Element) -> Iterator[Item]:
        node = self._out.open(Form.TABLE, f"tabel={self._counted()}", root=True)
        for row in element.iter("{*}row"):
            node.lines.append("\t".join(_text(cell) for cell in row if local(cell)))
        node.lines += [text for one in element if local(one) not in {"tgroup", ""} and (text := _text(one))]
        yield self._out.close(node)

    def _end_loose(self, *, headings: bool = True) -> Iterator[Item]:
        """Close the numbers of the old form; a heading stays where a number under it begins."""
        while self._loose and (headings or self._loose[-1].form != Form.HEADING):
            yield self._out.close(self._loose.pop())

    def _counted(self) -> int:
        self._lines += 1
        return self._lines


def _number_in(group: etree._Element) -> str:
    return next((number_of(_text(one)) for one in group if local(one) == "nr"), "")


def _text(element: etree._Element) -> str:
    return plain("".join(_words(element)))


def _words(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for one in element:
        if isinstance(one, etree._ProcessingInstruction):
            yield " "
        elif isinstance(one, etree._Entity):
            yield one.text or ""
        elif local(one) in PICTURES:
            yield " [afbeelding] "
        elif local(one):
            apart = "" if local(one) in INLINE else " "
            yield apart
            yield from _words(one)
            yield apart
        yield one.tail or ""


def _chunks(element: etree._Element) -> Iterator[str]:
    if isinstance(element.tag, str):
        yield element.text or ""
    for one in element:
        yield from _chunks(one)
        yield one.tail or ""


def _place(element: etree._Element) -> str:
    return f"<{local(element)}> (regel {element.sourceline})"
