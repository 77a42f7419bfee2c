"""Technical information beside a law: the WTI file and the manifest of the Basiswettenbestand. Only facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import BinaryIO

from helpdesk.library.reading.pieces import Item, Unreadable, Validity
from helpdesk.library.reading.xml import Stream, local, plain

FOREVER = "9999-12-31"
_GENERAL = "algemene-informatie"


def read(file: BinaryIO, file_name: str = "") -> Iterator[Item]:
    """How the work is called and shortened, and of which field of law it is. Raises `Unreadable`."""
    code, title, short = "", "", ""
    facts: dict[str, list[str]] = {}
    stream = Stream(file)
    for event, element in stream:
        tag = local(element)
        if event == "start":
            code = code or element.get("bwb-id", "")
            continue
        parent = element.getparent()
        above = local(parent) if parent is not None else ""
        if tag == "citeertitel" and above == _GENERAL:
            title = plain(element.text)
        elif tag == "afkorting":
            short = short or plain(element.text)
        elif tag in {"hoofdgebied", "specifiekgebied", "overheidsdomein", "eerstverantwoordelijke", "soort-regeling"}:
            facts.setdefault(tag, []).append(plain(element.text))
        elif above not in {_GENERAL, "afkortingen", "citeertitels", "rechtsgebieden", "rechtsgebied"}:
            element.clear()
    if not code:
        raise Unreadable("geen wetstechnische informatie")
    yield Validity(code, title, short, facts=facts)
    yield from stream.faults()


def read_manifest(file: BinaryIO, file_name: str = "") -> Iterator[Item]:
    """On which day each state ends, from the list of states of one work: the day before the next begins.

    A state is an `expression` whose label is its first day and a number; whether an official manifest also gives the
    last day under another name is not certain here, so only what the labels say is used.
    """
    code, days = "", set()
    for event, element in Stream(file):
        if event == "start" and local(element) == "work":
            code = element.get("label", "")
        elif event == "start" and local(element) == "expression":
            if found := re.match(r"(\d{4}-\d{2}-\d{2})", element.get("label", "")):
                days.add(date.fromisoformat(found[1]))
        elif event == "end" and local(element) == "expression":
            element.clear()
    if not code.startswith("BWB"):
        raise Unreadable("geen manifest van het Basiswettenbestand")
    ordered = sorted(days)
    ends = {first: after - timedelta(days=1) for first, after in pairwise(ordered)}
    yield Validity(code, ends=ends)
