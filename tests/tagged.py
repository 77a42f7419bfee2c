"""What somebody hears of a PDF: the tree of its tags with the words under each, in the order of the tree."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf

Said = tuple[str, str]  # the kind of the tag, the words directly under it


def heard(pdf: bytes) -> list[Said]:
    """Tag and words, in the order in which a screen reader reads them. What is in no tag is not heard."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        words = {page.objgen: _by_mark(page) for page in document.pages}
        return list(_walk(document.Root.StructTreeRoot, None, words))


def _walk(node: Any, page: Any, words: dict[Any, dict[int, str]]) -> Iterator[Said]:
    page = node.get("/Pg", page)
    children = node.get("/K", [])
    kind = str(node.get("/S", ""))[1:]
    if kind:
        yield kind, ""
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/MCID" in child:
            own = child.get("/Pg", page)
            yield kind, words[own.objgen].get(int(child.MCID), "")
        elif isinstance(child, pikepdf.Dictionary):
            if child.get("/Type") != "/OBJR":
                yield from _walk(child, page, words)
        else:
            yield kind, words[page.objgen].get(int(child), "")


def _by_mark(page: pikepdf.Page) -> dict[int, str]:
    """The words of a page by the number of the mark around them."""
    found: dict[int, str] = {}
    stack: list[int | None] = []
    font: dict[int, str] = {}
    for one in pikepdf.parse_content_stream(page):
        operands = one.operands
        match str(one.operator):
            case "BDC":
                told = operands[1]
                stack.append(int(told.MCID) if isinstance(told, pikepdf.Dictionary) and "/MCID" in told else None)
            case "BMC":
                stack.append(None)
            case "EMC":
                stack.pop()
            case "Tf":
                font = _letters(page.Resources.Font[str(operands[0])])
            case "Tj" | "TJ":
                mark = next((one for one in reversed(stack) if one is not None), None)
                if mark is not None:
                    found[mark] = found.get(mark, "") + _said(operands[0], font)
    return found


def _said(shown: Any, font: dict[int, str]) -> str:
    parts = shown if isinstance(shown, pikepdf.Array) else [shown]
    raw = b"".join(bytes(one) for one in parts if isinstance(one, pikepdf.String))
    return "".join(font.get(int.from_bytes(raw[at : at + 2], "big"), "") for at in range(0, len(raw), 2))


def _letters(font: Any) -> dict[int, str]:
    """From the number of a glyph to what it says."""
    found: dict[int, str] = {}
    lines = font.ToUnicode.read_bytes().decode().splitlines()
    for line in lines:
        parts = line.replace("<", " ").replace(">", " ").split()
        if line.startswith("<") and len(parts) == 2:
            found[int(parts[0], 16)] = bytes.fromhex(parts[1]).decode("utf-16-be")
        elif line.startswith("<") and len(parts) == 3:
            first, last, said = int(parts[0], 16), int(parts[1], 16), int(parts[2], 16)
            found |= {code: chr(said + code - first) for code in range(first, last + 1)}
    return found
