"""The words inside an element of law XML: a line, its notes, and every scrap that must be accounted for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from lxml import etree

from helpdesk.library.reading import bwb_words as words
from helpdesk.library.reading.outline import number_of
from helpdesk.library.reading.xml import local, plain


@dataclass
class Lines:
    """One line of text, and the notes that hang on it."""

    text: str = ""
    notes: list[etree._Element] = field(default_factory=list)


def text_of(element: etree._Element) -> Lines:
    """All words of the element in one line. A note becomes a passage of its own; here stays its number."""
    line = Lines()
    line.text = plain("".join(_words(element, line.notes)))
    return line


def _words(element: etree._Element, notes: list[etree._Element]) -> Iterator[str]:
    yield element.text or ""
    for one in element:
        tag = local(one)
        if isinstance(one, etree._ProcessingInstruction):
            yield " "
        elif isinstance(one, etree._Entity):
            yield one.text or ""
        elif tag == "noot":
            notes.append(one)
            yield " [noot] "
        elif tag == "illustratie":
            yield f" [afbeelding {one.get('naam') or one.get('id') or ''}] "
        elif tag not in words.ABOUT and tag:
            apart = "" if tag in words.INLINE else " "
            yield apart
            yield from _words(one, notes)
            yield apart
        yield one.tail or ""


def heading_of(kop: etree._Element) -> tuple[str, str, str]:
    """Label with number, title, and the number as addresses have it."""
    label: list[str] = []
    title: list[str] = []
    number = ""
    for one in kop:
        tag = local(one)
        text = text_of(one).text if tag else ""
        if tag in {"label", "nr"}:
            label.append(text)
            number = number_of(text) if tag == "nr" and not number else number
        elif text and tag not in words.ABOUT:
            title.append(text)
    return " ".join(filter(None, label)), " ".join(filter(None, [plain(kop.text), *title])), number


def chunks(element: etree._Element) -> Iterator[str]:
    """Every text of the element that is law and not information about it."""
    if not isinstance(element.tag, str) or local(element) in words.ABOUT:
        return
    yield element.text or ""
    for one in element:
        if isinstance(one, etree._Entity):
            yield one.text or ""
        yield from chunks(one)
        yield one.tail or ""


def place_of(element: etree._Element) -> str:
    place = element.get("bwb-ng-variabel-deel") or element.getroottree().getpath(element)
    return f"{place} (regel {element.sourceline})"


def forget(element: etree._Element) -> None:
    """Give back the memory of what was read, and of what stands before it."""
    element.clear(keep_tail=True)
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def day_of(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def edition_of(text: str) -> str:
    found = re.search(r"\d{4}-\d{2}-\d{2}[/_](\d+)", text)
    return found[1] if found else ""
