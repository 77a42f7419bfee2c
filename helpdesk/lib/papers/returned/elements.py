"""What one element of a Word file says of itself."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime

from lxml import etree

from helpdesk.lib.papers.returned.reading import Trace

_WORD = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
}
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
CHOICE = "http://schemas.openxmlformats.org/markup-compatibility/2006:AlternateContent"
TRACES = {"ins": "ins", "moveTo": "ins", "del": "del", "moveFrom": "del"}
LONGEST_NAME = 120
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_OURS = re.compile("[\ue001\ue002\u2028\n]")
_HEADING = re.compile(r"(?:heading|kop)\d", re.IGNORECASE)
_OFF = {"0", "false", "off", "none"}


def name(element: etree._Element) -> str:
    """The name of an element of Word; those of others with their namespace in front, or empty."""
    space, _, local = element.tag.rpartition("}") if isinstance(element.tag, str) else ("", "", "")
    return local if space[1:] in _WORD else f"{space[1:]}:{local}" if space else ""


def value(element: etree._Element, key: str) -> str:
    """An attribute, whatever its namespace is called."""
    found = next((said for named, said in element.attrib.items() if named.rpartition("}")[2] == key), "")
    return str(found)


def parts_of_run(run: etree._Element) -> list[etree._Element]:
    """What stands in a run; of two ways to draw the same thing only the first."""
    found: list[etree._Element] = []
    for one in run:
        found += chosen(one) if name(one) == CHOICE else [one]
    return found


def chosen(element: etree._Element) -> etree._Element:
    return next(iter(element), element)


def clean(element: etree._Element) -> str:
    """The letters, without those that are signs of ours. Space at the ends counts only where Word says so."""
    text = "".join(element.itertext())
    if element.get(_SPACE) != "preserve":
        text = text.strip(" \t\r\n")
    return _OURS.sub("\ufffd", text.replace("\r", "").replace("\n", " "))


def is_on(look: etree._Element, tag: str, style: str) -> bool:
    for one in look:
        if name(one) == tag:
            return value(one, "val").lower() not in _OFF
    return any(value(one, "val") == style for one in look if name(one) == "rStyle")


def trace_of(element: etree._Element, how: str) -> Trace:
    """Word writes its own clock's time as if it were UTC; newer ones add the real one."""
    at = value(element, "dateUtc") or value(element, "date")
    return Trace(how, _name_of(value(element, "author")), at if _is_moment(at) else "")


def _is_moment(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return "T" in text and text.isascii()


def _name_of(author: str) -> str:
    """A name on one line, without signs that nobody sees."""
    seen = "".join(sign for sign in author if unicodedata.category(sign)[0] != "C")
    return " ".join(seen.split())[:LONGEST_NAME]


def mark_of(look: etree._Element) -> Trace:
    return next((trace_of(one, TRACES[name(one)]) for one in look if name(one) in TRACES), Trace())


def role_of(look: etree._Element, style: str) -> str:
    if _HEADING.match(style):
        return "heading"
    numbered = [value(one, "val") for row in look.iterchildren("{*}numPr") for one in row.iterchildren("{*}numId")]
    return "list" if numbered and numbered[0] != "0" else ""


def is_contents(sdt: etree._Element) -> bool:
    gallery = [value(one, "val") for one in sdt.iterdescendants("{*}docPartGallery")]
    return bool(gallery) and gallery[0] == "Table of Contents"
