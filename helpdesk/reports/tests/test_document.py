"""What the editor may send: whole and of our kind, or refused; every block has an id of its own."""

from __future__ import annotations

from typing import Any

import pytest

from helpdesk.reports.document import NotADocument, authors_of, blocks, checked, empty, is_empty, refs, said

FACT = "5f0f7a0e-0000-4000-8000-000000000001"
LAW = "5f0f7a0e-0000-4000-8000-000000000002"


def paragraph(*content: dict[str, Any], block: str = "") -> dict[str, Any]:
    return {"type": "paragraph", "attrs": {"id": block}, "content": list(content)}


def text(words: str, *marks: dict[str, Any]) -> dict[str, Any]:
    return {"type": "text", "text": words, **({"marks": list(marks)} if marks else {})}


def doc(*content: dict[str, Any]) -> dict[str, Any]:
    return {"type": "doc", "content": list(content)}


STANDS = {"type": "stands_on", "attrs": {"refs": f"{FACT} {LAW}"}}
ADDED = {"type": "insertion", "attrs": {"id": "1", "by": "word", "at": "2026-11-28T10:00:00"}}
TAKEN = {"type": "deletion", "attrs": {"id": "1", "by": "word", "at": "2026-11-28T10:00:00"}}
WHOLE = doc(
    {"type": "heading", "attrs": {"id": "0000aaaa", "level": 1}, "content": [text("Gehoord worden")]},
    paragraph(text("Niemand sprak met D.", STANDS), {"type": "citation", "attrs": {"ref": LAW, "as": "note"}}),
    paragraph(text("Dat is "), text("niet", ADDED), text("wel", TAKEN), text(" goed.")),
    {
        "type": "right",
        "attrs": {"id": "", "citation": LAW},
        "content": [{"type": kind, "content": [paragraph()]} for kind in ("right_fact", "right_norm", "right_gap")],
    },
    {"type": "generated", "attrs": {"id": "", "what": "facts"}},
)


def test_a_whole_document_stays_as_it_is() -> None:
    made = checked(WHOLE)
    assert checked(made) == made
    ids = [node["attrs"]["id"] for node in blocks(made)]
    assert len(ids) == len(set(ids)) == 8
    assert ids[0] == "0000aaaa"
    assert refs(made) == {FACT, LAW}
    assert said(made) == "Gehoord worden\nNiemand sprak met D.\nDat is niet goed."
    assert not is_empty(made)


def test_who_proposed_something() -> None:
    mine = {"type": "insertion", "attrs": {"id": "2", "by": FACT, "at": "2026-11-28T10:00:00"}}
    assert authors_of(checked(doc(paragraph(text("a", ADDED), text("b", mine))))) == {FACT}


def test_two_blocks_never_share_an_id() -> None:
    made = checked(doc(paragraph(text("een"), block="12345678"), paragraph(text("twee"), block="12345678")))
    first, second = (node["attrs"]["id"] for node in blocks(made))
    assert first == "12345678"
    assert second != first


def test_an_empty_part() -> None:
    assert is_empty(checked(empty()))
    assert is_empty(checked(doc()))


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        {"type": "paragraph"},
        doc({"type": "script"}),
        doc(text("los")),
        doc(paragraph({"type": "text", "text": ""})),
        doc(paragraph({"type": "fact", "attrs": {"ref": "1"}})),
        doc(paragraph({"type": "citation", "attrs": {"ref": LAW, "as": "link"}})),
        doc(paragraph(text("x", {"type": "link", "attrs": {"href": "javascript:1"}}))),
        doc(paragraph(text("x", {"type": "strong", "attrs": {"style": "x"}}))),
        doc({"type": "heading", "attrs": {"level": 3}}),
        doc({"type": "heading", "attrs": {"level": True}}),
        doc({"type": "paragraph", "attrs": {"style": "color: red"}}),
        doc({"type": "paragraph", "onclick": "x"}),
        doc({"type": "blockquote", "attrs": {"who": ""}}),
        doc(
            {"type": "right", "attrs": {"citation": ""}, "content": [{"type": "right_fact", "content": [paragraph()]}]}
        ),
        doc({"type": "bullet_list", "content": [{"type": "list_item", "content": [{"type": "bullet_list"}]}]}),
        doc({"type": "element", "attrs": {"key": "score"}, "content": [paragraph()]}),
        doc({"type": "generated", "attrs": {"what": "total"}}),
    ],
)
def test_what_we_do_not_know_is_refused_whole(data: Any) -> None:
    with pytest.raises(NotADocument) as refused:
        checked(data)
    assert str(refused.value).endswith(".")


def test_what_is_too_large_or_too_deep_is_refused() -> None:
    with pytest.raises(NotADocument, match="te groot"):
        checked(doc(paragraph(text("x" * 2_000_001))))
    deep: dict[str, Any] = paragraph(text("x"))
    for _ in range(8):
        deep = {"type": "bullet_list", "content": [{"type": "list_item", "content": [paragraph(text("x")), deep]}]}
    with pytest.raises(NotADocument, match="genest"):
        checked(doc(deep))
