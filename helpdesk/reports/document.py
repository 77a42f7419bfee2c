"""The text of one part of a report as the editor keeps it: a tree of blocks with marks. Pure.

What does not belong in it is refused. What an atom says (a fact, a citation, a person) is looked up by its `ref`.
"""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

Node = Mapping[str, Any]
MAX_BYTES, MAX_DEPTH = 2_000_000, 12
ELEMENTS = ("views", "identity", "family", "safety", "vulnerability", "health", "education")
GENERATED = ("facts", "sources", "conditions", "annexes")
BLOCK_ID = re.compile(r"[0-9a-f]{8}")


class NotADocument(ValueError):
    """The sentence that says what is wrong with it."""


def _text(value: Any) -> bool:
    return isinstance(value, str)


def _one_of(*known: Any) -> Callable[[Any], bool]:
    return lambda value: any(value is one or (value == one and type(value) is type(one)) for one in known)


def _block_id(value: Any) -> bool:
    return value is None or (_text(value) and (not value or BLOCK_ID.fullmatch(value) is not None))


def _uuid(value: Any) -> bool:
    try:
        return _text(value) and str(UUID(value)) == value
    except ValueError:
        return False


def _refs(value: Any) -> bool:
    return _text(value) and bool(value) and all(_uuid(one) for one in value.split(" "))


def _author(value: Any) -> bool:
    return value == "word" or _uuid(value)


def _count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 50


def _widths(value: Any) -> bool:
    return value is None or (isinstance(value, list) and all(isinstance(one, int) and one >= 0 for one in value))


@dataclass(frozen=True)
class _Kind:
    """What a node may hold: names of its children, how each attribute looks, and how many children at least."""

    children: tuple[str, ...] = ()
    attrs: Mapping[str, Callable[[Any], bool]] | None = None
    least: int = 0


_INLINE = ("text", "fact", "citation", "person", "footnote", "hard_break")
_ID = {"id": _block_id}
_CELL = _Kind(("paragraph",), {"colspan": _count, "rowspan": _count, "colwidth": _widths}, 1)
BLOCKS = ("paragraph", "heading", "blockquote", "bullet_list", "ordered_list", "table", "right", "element", "generated")
_KINDS: dict[str, _Kind] = {
    "doc": _Kind(BLOCKS),
    "paragraph": _Kind(_INLINE, _ID),
    "heading": _Kind(_INLINE, {**_ID, "level": _one_of(1, 2)}),
    "blockquote": _Kind(("paragraph",), {**_ID, "who": _text}, 1),
    "bullet_list": _Kind(("list_item",), _ID, 1),
    "ordered_list": _Kind(("list_item",), _ID, 1),
    "list_item": _Kind(("paragraph", "bullet_list", "ordered_list"), None, 1),
    "table": _Kind(("table_row",), _ID, 1),
    "table_row": _Kind(("table_header", "table_cell"), None, 1),
    "table_header": _CELL,
    "table_cell": _CELL,
    "right": _Kind(
        ("right_fact", "right_norm", "right_gap"), {**_ID, "citation": lambda value: not value or _uuid(value)}, 3
    ),
    "right_fact": _Kind(("paragraph",), None, 1),
    "right_norm": _Kind(("paragraph",), None, 1),
    "right_gap": _Kind(("paragraph",), None, 1),
    "element": _Kind(("paragraph",), {**_ID, "key": _one_of(*ELEMENTS)}, 1),
    "generated": _Kind((), {**_ID, "what": _one_of(*GENERATED)}),
    "fact": _Kind((), {"ref": _uuid}),
    "citation": _Kind((), {"ref": _uuid, "as": _one_of("text", "note")}),
    "person": _Kind((), {"ref": _uuid}),
    "footnote": _Kind((), {"text": _text}),
    "hard_break": _Kind(),
    "text": _Kind(),
}
_MARKS: dict[str, Mapping[str, Callable[[Any], bool]]] = {
    "strong": {},
    "em": {},
    "position": {},
    "stands_on": {"refs": _refs},
    "comment": {"id": _uuid},
    "insertion": {"id": _text, "by": _author, "at": _text},
    "deletion": {"id": _text, "by": _author, "at": _text},
}
PROPOSALS = ("insertion", "deletion")
_THREE = ("right_fact", "right_norm", "right_gap")


def empty() -> dict[str, Any]:
    """A part in which nobody wrote yet."""
    return {"type": "doc", "content": [{"type": "paragraph", "attrs": {"id": _new_id()}}]}


def checked(data: Any) -> dict[str, Any]:
    """The document, whole and of our kind, with an id for each block that had none or had another block's.

    Args:
        data: what the editor sent, parsed from JSON.

    Raises:
        NotADocument: it holds something that we do not know; it is refused whole, so that nothing goes missing.
    """
    if not isinstance(data, Mapping) or data.get("type") != "doc":
        raise NotADocument("Dit is geen tekst van een rapportage.")
    if len(json.dumps(data, ensure_ascii=False).encode()) > MAX_BYTES:
        raise NotADocument("Dit hoofdstuk is te groot. Verdeel het, of haal een tabel weg.")
    return _checked(data, 0, set())


def _checked(node: Any, depth: int, ids: set[str]) -> dict[str, Any]:
    if not isinstance(node, Mapping) or node.get("type") not in _KINDS:
        raise NotADocument("In deze tekst staat iets dat we niet kennen.")
    if depth > MAX_DEPTH:
        raise NotADocument("Deze tekst is te diep genest.")
    name, kind = str(node["type"]), _KINDS[str(node["type"])]
    made: dict[str, Any] = {"type": name}
    if name == "text":
        made["text"] = _words(node)
    if attrs := _attrs(node, name, kind.attrs or {}):
        if "id" in attrs:
            attrs["id"] = _own_id(attrs["id"], ids)
        made["attrs"] = attrs
    if content := node.get("content"):
        made["content"] = _children(content, name, kind, depth, ids)
    elif kind.least:
        raise NotADocument(f"Hier ontbreekt iets: {name} is leeg.")
    if marks := node.get("marks"):
        made["marks"] = _marks(marks, name)
    if unknown := set(node) - {"type", "text", "attrs", "content", "marks"}:
        raise NotADocument(f"In deze tekst staat iets dat we niet kennen: {min(unknown)}.")
    return made


def _words(node: Node) -> str:
    text = node.get("text")
    if not isinstance(text, str) or not text:
        raise NotADocument("In deze tekst staat een leeg stukje.")
    return text


def _attrs(node: Node, name: str, known: Mapping[str, Callable[[Any], bool]]) -> dict[str, Any]:
    given = node.get("attrs") or {}
    if not isinstance(given, Mapping) or set(given) - set(known):
        raise NotADocument(f"In deze tekst staat iets dat we niet kennen bij {name}.")
    filled = {**given, **({"id": given.get("id")} if "id" in known else {})}
    for key, fits in known.items():
        if key not in filled and key in {"colspan", "rowspan", "colwidth", "who"}:
            continue
        if not fits(filled.get(key)):
            raise NotADocument(f"In deze tekst klopt iets niet bij {name}: {key}.")
    return filled


def _own_id(given: str | None, ids: set[str]) -> str:
    own = given if given and given not in ids else _new_id()
    ids.add(own)
    return own


def _new_id() -> str:
    return secrets.token_hex(4)


def _children(content: Any, name: str, kind: _Kind, depth: int, ids: set[str]) -> list[dict[str, Any]]:
    if not isinstance(content, Sequence) or isinstance(content, str):
        raise NotADocument("In deze tekst klopt iets niet.")
    names = [child.get("type") if isinstance(child, Mapping) else None for child in content]
    if any(one not in kind.children for one in names):
        raise NotADocument(f"In {name} staat iets dat daar niet hoort.")
    if name == "right" and tuple(names) != _THREE:
        raise NotADocument("Bij een recht horen drie delen: feit, norm en wat er ontbreekt.")
    if name == "list_item" and names[0] != "paragraph":
        raise NotADocument("Een punt van een lijst begint met woorden.")
    return [_checked(child, depth + 1, ids) for child in content]


def _marks(marks: Any, name: str) -> list[dict[str, Any]]:
    if not isinstance(marks, Sequence) or name not in _INLINE:
        raise NotADocument("In deze tekst klopt iets niet.")
    made = []
    for mark in marks:
        known = _MARKS.get(mark.get("type", "")) if isinstance(mark, Mapping) else None
        attrs = (mark.get("attrs") or {}) if isinstance(mark, Mapping) else {}
        if known is None or set(attrs) != set(known) or not all(fits(attrs[key]) for key, fits in known.items()):
            raise NotADocument("In deze tekst staat een markering die we niet kennen.")
        made.append({"type": mark["type"], **({"attrs": dict(attrs)} if attrs else {})})
    return made


def nodes(node: Node) -> Iterator[Node]:
    """Every node, a parent before its children, in reading order."""
    yield node
    for child in node.get("content", ()):
        yield from nodes(child)


def blocks(doc: Node) -> Iterator[Node]:
    """The blocks of the document that have an id, in reading order, also those inside of another."""
    return (node for node in nodes(doc) if "id" in node.get("attrs", {}))


def marks_of(node: Node) -> dict[str, Mapping[str, Any]]:
    """The marks of a piece of text: name and attributes."""
    return {mark["type"]: mark.get("attrs", {}) for mark in node.get("marks", ())}


def refs(doc: Node) -> set[str]:
    """Every fact, citation and person that the text names or stands on."""
    found: set[str] = set()
    for node in nodes(doc):
        attrs = node.get("attrs", {})
        found |= {attrs[key] for key in ("ref", "citation") if attrs.get(key)}
        found |= set(marks_of(node).get("stands_on", {}).get("refs", "").split())
    return found


def authors_of(doc: Node) -> set[str]:
    """Which members proposed something in it that nobody settled yet."""
    found = {
        marks[kind]["by"] for node in nodes(doc) for marks in [marks_of(node)] for kind in PROPOSALS if kind in marks
    }
    return found - {"word"}


def said(doc: Node, *, name: Callable[[Node], str] = lambda _: "") -> str:
    """What is said, a line for each paragraph or heading, with suggestions as if taken over.

    Args:
        doc: the document.
        name: gives the words of an atom (fact, citation, person); none by default.
    """
    lines = [
        "".join(words_of(child, name) for child in node.get("content", ()))
        for node in nodes(doc)
        if node["type"] in {"paragraph", "heading"}
    ]
    return "\n".join(line for line in lines if line.strip())


def words_of(node: Node, name: Callable[[Node], str], *, line: str = " ") -> str:
    """The words of one inline node, with suggestions as if taken over; `line` stands for a line that ends."""
    if "deletion" in marks_of(node):
        return ""
    match node["type"]:
        case "text":
            return str(node["text"])
        case "hard_break":
            return line
        case "footnote":
            return f" ({node['attrs']['text']})"
    return name(node)


def written(doc: Node) -> bool:
    """Whether somebody wrote in it: a paragraph with words; headings and tables stood there from the beginning."""
    return any(node["type"] == "paragraph" and node.get("content") for node in nodes(doc))


def is_empty(doc: Node) -> bool:
    """Whether nothing was written: no words, and no table that is put there."""
    return not said(doc, name=lambda node: "x") and not any(node["type"] == "generated" for node in nodes(doc))
