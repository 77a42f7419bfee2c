"""Two versions of a part: what came, went, changed, moved, or got other marks."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.reports.comparing import compare, differs
from helpdesk.reports.document import Node, checked
from helpdesk.reports.tests.test_document import LAW, STANDS, TAKEN, paragraph, text


def doc(*content: Node) -> dict[str, Any]:
    return checked({"type": "doc", "content": list(content)})


def para(number: int, words: str, *marks: dict[str, Any]) -> dict[str, Any]:
    return paragraph(*([text(words, *marks)] if words else []), block=f"{number:08x}")


OLD = doc(para(1, "Een kind wil naar huis."), para(2, "Niemand vroeg haar iets."), para(3, "Dat is het."))


def seen(old: Node, new: Node) -> list[tuple[int, str, bool]]:
    return [(int(one.id, 16), one.how, one.moved) for one in compare(old, new)]


def test_the_same_text_does_not_differ() -> None:
    assert seen(OLD, OLD) == [(1, "same", False), (2, "same", False), (3, "same", False)]
    assert not differs(compare(OLD, OLD))


def test_words_change_blocks_come_and_go() -> None:
    new = doc(para(1, "Het kind wil naar huis."), para(9, "Nieuw."), para(3, "Dat is het."))
    assert seen(OLD, new) == [(1, "changed", False), (9, "came", False), (2, "went", False), (3, "same", False)]
    assert compare(OLD, new)[0].pieces == [("went", "Een "), ("came", "Het "), ("same", "kind wil naar huis.")]
    assert compare(OLD, new)[2].pieces == [("went", "Niemand vroeg haar iets.")]
    assert differs(compare(OLD, new))


def test_a_block_that_moved_may_have_changed_too() -> None:
    new = doc(para(3, "Dat was het."), para(1, "Een kind wil naar huis."), para(2, "Niemand vroeg haar iets."))
    assert seen(OLD, new) == [(3, "changed", True), (1, "same", False), (2, "same", False)]


def test_another_id_with_the_same_words_is_the_same_block() -> None:
    new = doc(para(7, "Een kind wil naar huis."), para(2, "Niemand vroeg haar iets."), para(3, "Dat is het."))
    assert seen(OLD, new) == [(7, "same", False), (2, "same", False), (3, "same", False)]


def test_the_same_words_on_another_ground_are_told() -> None:
    new = doc(para(1, "Een kind wil naar huis.", STANDS), para(2, "Niemand vroeg haar iets."), para(3, "Dat is het."))
    assert seen(OLD, new)[0] == (1, "marked", False)


def test_a_suggestion_reads_as_if_it_was_taken_over() -> None:
    new = doc(paragraph(text("Een kind wil "), text("niet ", TAKEN), text("naar huis."), block="00000001"))
    assert seen(OLD, new)[0] == (1, "marked", False)


def test_atoms_lists_quotes_and_tables_that_are_put_there() -> None:
    cited = {"type": "citation", "attrs": {"ref": LAW, "as": "text"}}
    quote = {"type": "blockquote", "attrs": {"id": "000000b0", "who": "D."}, "content": [para(1, "Ik mis mama.")]}
    other = {**quote, "attrs": {"id": "000000b0", "who": "L."}}
    old = doc(quote, paragraph(text("Zie "), cited, block="00000002"))
    new = doc(
        other, paragraph(text("Zie "), cited, block="00000002"), {"type": "generated", "attrs": {"what": "facts"}}
    )
    found = compare(old, new, name=lambda node: "art. 12 IVRK")
    assert [(one.kind, one.how) for one in found] == [
        ("blockquote", "same"),
        ("blockquote", "changed"),
        ("paragraph", "same"),
        ("generated", "came"),
    ]
    assert found[1].pieces == [("went", "D."), ("came", "L.")]
    assert found[3].label == "facts"
    assert found[2].pieces == [("same", "Zie art. 12 IVRK")]


ROWS = st.lists(st.tuples(st.integers(1, 8), st.sampled_from(["een", "een twee", "twee drie", ""])), max_size=8)


@settings(max_examples=100, deadline=None)
@given(ROWS, ROWS)
def test_every_block_of_both_is_there_once(old: list[tuple[int, str]], new: list[tuple[int, str]]) -> None:
    before, after = (doc(*(para(n, words) for n, words in dict(rows).items())) for rows in (old, new))
    found = compare(before, after)
    assert [one.id for one in found if one.how != "went"] == [one["attrs"]["id"] for one in after.get("content", ())]
    for side, skipped in (("went", "came"), ("came", "went")):
        words = ["".join(said for how, said in one.pieces if how != skipped) for one in found if one.how != skipped]
        wanted = [words for _, words in dict(old if side == "went" else new).items()]
        assert sorted(words) == sorted(wanted)
