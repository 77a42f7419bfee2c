"""Which chapters a report has and with what each begins: data per procedure, read once."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from helpdesk.reports.document import ELEMENTS, GENERATED, Node, checked

OUTLINES = Path(__file__).parent / "data" / "outlines.toml"
PLAIN = "plain"  # the version for the child, which goes along apart
KEYS = (
    *("summary", "child", "voice", "facts", "frame", "weighing", "application", "alternatives", "conclusion"),
    *("annexes", PLAIN),
)


class NotAnOutline(ValueError):
    """The file says something that no report can have."""


@dataclass(frozen=True)
class Section:
    """One chapter. `purpose` helps who writes and is never printed; number 0 stands outside of the numbering."""

    key: str
    number: int
    title: str
    purpose: str
    begins: Sequence[str]

    @property
    def heading(self) -> str:
        return f"{self.number}. {self.title}" if self.number else self.title

    def document(self) -> dict[str, Any]:
        """The text with which the chapter begins, each time with ids of its own."""
        return checked({"type": "doc", "content": [block for line in self.begins for block in _blocks(line)]})


@dataclass(frozen=True)
class Outline:
    """What a report in one kind of procedure is made of. `label` is for the desk, `on_paper` for the report itself."""

    key: str
    label: str
    before: str
    version: str
    on_paper: str
    sections: Sequence[Section]

    def section(self, key: str) -> Section | None:
        """The chapter with this key."""
        return next((one for one in self.sections if one.key == key), None)


def outlines(language: str = "nl") -> Mapping[str, Outline]:
    """All of them by procedure, in the order of the file."""
    return _read(OUTLINES.read_text("utf-8"), language)


def outline(procedure: str, language: str = "nl") -> Outline:
    """The one of this procedure, its chapters in this language; KeyError when there is none."""
    return outlines(language)[procedure]


@lru_cache(maxsize=4)
def _read(text: str, language: str) -> Mapping[str, Outline]:
    return read(tomllib.loads(text), language)


def read(data: Mapping[str, Any], language: str = "nl") -> dict[str, Outline]:
    """Outlines of what the file says.

    Args:
        data: the file.
        language: a name with `_en` behind it is what stands there in English; without one it is as in Dutch.

    Raises:
        NotAnOutline: a chapter is missing, unknown or there twice, or begins with something that we do not know.
    """
    keys = [part["key"] for part in data["parts"]]
    if sorted(keys) != sorted(KEYS):
        raise NotAnOutline(f"the parts are {', '.join(keys)}")
    return {key: _outline(key, said, data, language) for key, said in data["procedures"].items()}


def _outline(key: str, said: Mapping[str, Any], data: Mapping[str, Any], language: str) -> Outline:
    own = said.get("parts", {})
    if unknown := set(own) - set(KEYS):
        raise NotAnOutline(f"{key} changes {min(unknown)}, which is no part")
    parts = ({**part, **own.get(part["key"], {})} for part in data["parts"])
    sections = tuple(_section(part, at, language) for at, part in enumerate(parts, start=1))
    return Outline(key, said["label"], said["before"], data["version"], _in(said, "label", language), sections)


def _in(said: Mapping[str, Any], name: str, language: str) -> Any:
    return said.get(f"{name}_{language}", said[name])


def _section(part: Mapping[str, Any], at: int, language: str) -> Section:
    begins = tuple(_in(part, "begins", language))
    for line in begins:
        if (
            line
            and not line.startswith("# ")
            and line not in {"[elements]", "[right]", *(f"[{one}]" for one in GENERATED)}
        ):
            raise NotAnOutline(f"{part['key']} begins with {line!r}")
    return Section(part["key"], part.get("number", at), _in(part, "title", language), part["purpose"], begins)


def _blocks(line: str) -> Iterator[Node]:
    if line == "[elements]":
        yield from ({"type": "element", "attrs": {"key": key}, "content": [_paragraph()]} for key in ELEMENTS)
    elif line == "[right]":
        parts = [{"type": f"right_{name}", "content": [_paragraph()]} for name in ("fact", "norm", "gap")]
        yield {"type": "right", "attrs": {"citation": ""}, "content": parts}
    elif line.startswith("["):
        yield {"type": "generated", "attrs": {"what": line[1:-1]}}
    elif line:
        yield {"type": "heading", "attrs": {"level": 1}, "content": [{"type": "text", "text": line[2:]}]}
    else:
        yield _paragraph()


def _paragraph() -> dict[str, Any]:
    return {"type": "paragraph"}
