"""What the open data of the Rechtspraak say of a judgment: court, day, numbers, field of law, summary, relations."""

from __future__ import annotations

from typing import Any

from lxml import etree

from helpdesk.library.reading.pieces import Gap
from helpdesk.library.reading.xml import local, name_of, plain

# The element of the description -> our name. Those in _MANY may stand there more than once.
_ONE = {
    "identifier": "ecli", "issued": "issued", "modified": "modified", "creator": "court", "date": "day",
    "type": "sort", "spatial": "place", "replaces": "replaces", "isReplacedBy": "replaced_by", "coverage": "coverage",
    "title": "title", "language": "language", "publisher": "publisher", "accessRights": "access",
    "temporal": "period", "format": "format",
}  # fmt: skip
_MANY = {"zaaknummer": "case_numbers", "subject": "subjects", "procedure": "procedures"}
_LINKED = {"relation": "relations", "references": "references"}


def facts_of(root: etree._Element) -> tuple[dict[str, Any], list[Gap]]:
    """Our facts, and what the description holds that has no place among them. The first description goes before."""
    facts: dict[str, Any] = {}
    gaps: list[Gap] = []
    for description in root.iter("{*}Description"):
        for one in description:
            _take(one, facts, gaps)
    summary = next((one for one in root if local(one) == "inhoudsindicatie"), None)
    if summary is not None:
        lines = (plain(" ".join(para.itertext())) for para in summary.iter("{*}para"))
        facts["summary"] = "\n".join(line for line in lines if line) or plain("".join(summary.itertext()))
    if facts.get("summary") == "-":
        del facts["summary"]
    where = ", ".join(filter(None, [facts.get("court"), facts.get("day")]))
    facts["title"] = (facts.get("title") or where or facts.get("ecli", "")).replace(" ,", ",")
    return facts, gaps


def _take(one: etree._Element, facts: dict[str, Any], gaps: list[Gap]) -> None:
    tag, text = local(one), plain(" ".join(one.itertext()))
    if tag in _MANY:
        facts.setdefault(_MANY[tag], []).append(text)
    elif tag in _LINKED:
        facts.setdefault(_LINKED[tag], []).append({"text": text, **_attributes(one)})
    elif tag == "hasVersion":
        facts["published_in"] = [plain(item.text) for item in one.iter("{*}li") if plain(item.text)]
    elif tag == "abstract":
        pass  # names the element that holds it
    elif tag in _ONE:
        facts.setdefault(_ONE[tag], text)
    elif tag:
        gaps.append(Gap(f"beschrijving (regel {one.sourceline})", f"onbekend gegeven <{tag}>: {text[:200]}"))


def _attributes(one: etree._Element) -> dict[str, str]:
    return {name_of(str(key)): str(value) for key, value in one.attrib.items()}
