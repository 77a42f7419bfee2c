"""What came back stands in our text as suggestions: taken over it reads as theirs, left it is ours to the letter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.lib.papers.returned.finding import returned
from helpdesk.lib.papers.returned.record import LINE, NOTE, Change, Comment, Kind, Returned, Unknown, What
from helpdesk.lib.tests.word_samples import bare, block, gone, ins, run
from helpdesk.reports.document import Node, checked, marks_of, nodes
from helpdesk.reports.suggesting import Hand, suggest
from helpdesk.reports.suggesting.cells import cells_of, content_of, laid

FACT, LAW, CHILD, REMARK = (f"5f0f7a0e-0000-4000-8000-00000000000{n}" for n in range(1, 5))
AT = "2026-11-28T10:00:00Z"
STANDS = {"type": "stands_on", "attrs": {"refs": f"{FACT} {LAW}"}}
STRONG = {"type": "strong"}
PRINTED = {FACT: "(feit 3)", LAW: "art. 12 IVRK", CHILD: "D."}
NAMED = {"type": "person", "attrs": {"ref": CHILD}}
CITED = {"type": "citation", "attrs": {"ref": LAW, "as": "text"}}
NOTED = {"type": "citation", "attrs": {"ref": LAW, "as": "note"}}
FOOT = {"type": "footnote", "attrs": {"text": "Brief van mei."}}


def text(words: str, *marks: Node) -> dict[str, Any]:
    return {"type": "text", "text": words, **({"marks": list(marks)} if marks else {})}


def para(number: int, *content: Node) -> dict[str, Any]:
    return {"type": "paragraph", "attrs": {"id": f"{number:08x}"}, **({"content": list(content)} if content else {})}


def doc(*content: Node) -> dict[str, Any]:
    return checked({"type": "doc", "content": list(content)})


def said(node: Node) -> str:
    return PRINTED[node["attrs"]["ref"]]


STORY = doc(
    {"type": "heading", "attrs": {"id": "000000a0", "level": 1}, "content": [text("De stem")]},
    para(1, NAMED, text(" wil naar huis, ", STANDS), text("zegt zij", STANDS, STRONG), text(".", STANDS), NOTED),
    para(2, text("Volgens "), CITED, text(" hoort de rechter haar."), FOOT),
    {
        "type": "blockquote",
        "attrs": {"id": "000000b0", "who": "D."},
        "content": [para(3, text("Ik mis mama."))],
    },
    {
        "type": "bullet_list",
        "attrs": {"id": "000000c0"},
        "content": [{"type": "list_item", "content": [para(4, text("een"))]}],
    },
)
SENT = {
    "000000a0": "1.1 De stem",
    "00000001": f"D. wil naar huis, zegt zij.{NOTE}",
    "00000002": f"Volgens art. 12 IVRK hoort de rechter haar.{NOTE}",
    "00000003": "Ik mis mama.",
    "00000004": "een",
}


def came(*changes: Change, **more: Any) -> Returned:
    return Returned(changes, blocks=tuple(SENT.items()), **more)


def words_of(made: Node, number: str) -> list[tuple[str, set[str]]]:
    """The pieces of a block: their text, or what kind of atom it is, with the names of their marks."""
    (node,) = (one for one in nodes(made) if one.get("attrs", {}).get("id") == number)
    return [(one.get("text", one["type"]), set(marks_of(one))) for one in node["content"]]


def test_words_are_put_in_and_struck_with_the_marks_of_their_sentence() -> None:
    told = suggest({"voice": STORY}, came(Change("00000001", Kind.TEXT, "huis", "mama", "mr. J.", AT, start=12)), at=AT)
    assert words_of(told.docs["voice"], "00000001") == [
        ("person", set()),
        (" wil naar ", {"stands_on"}),
        ("huis", {"stands_on", "deletion"}),
        ("mama", {"stands_on", "insertion"}),
        (", ", {"stands_on"}),
        ("zegt zij", {"stands_on", "strong"}),
        (".", {"stands_on"}),
        ("citation", set()),
    ]
    struck, put = (marks_of(one) for one in nodes(told.docs["voice"]) if {"insertion", "deletion"} & set(marks_of(one)))
    assert struck["deletion"] == put["insertion"]
    assert struck["deletion"]["by"] == "word"
    assert told.hands[struck["deletion"]["id"]] == Hand("mr. J.", AT, True)
    assert not told.left


def test_a_citation_that_was_changed_goes_whole_and_its_new_words_come() -> None:
    told = suggest({"voice": STORY}, came(Change("00000002", Kind.TEXT, "12", "3", start=13, tracked=False)), at=AT)
    assert words_of(told.docs["voice"], "00000002")[:4] == [
        ("Volgens ", set()),
        ("citation", {"deletion"}),
        ("art. 3 IVRK", {"insertion"}),
        (" hoort de rechter haar.", set()),
    ]


def test_footnotes_are_atoms_of_their_own() -> None:
    sign = len(SENT["00000002"]) - 1
    new = Change("00000002", Kind.TEXT, "", NOTE, start=7, notes=("Zie ook de brief.",))
    other = Change("00000002", Kind.NOTE, "Brief van mei.", "Brief van juni.", start=sign)
    cited = Change("00000001", Kind.NOTE, "art. 12 IVRK", "art. 13 IVRK", start=len(SENT["00000001"]) - 1)
    told = suggest({"voice": STORY}, came(new, other, cited), at=AT)
    feet = [
        (one["attrs"]["text"], set(marks_of(one))) for one in nodes(told.docs["voice"]) if one["type"] == "footnote"
    ]
    assert feet == [
        ("Zie ook de brief.", {"insertion"}),
        ("Brief van mei.", {"deletion"}),
        ("Brief van juni.", {"insertion"}),
    ]
    assert [(one.block_id, one.part, one.after) for one in told.left] == [("00000001", "voice", "art. 13 IVRK")]


def test_what_is_ours_to_place_goes_to_the_margin() -> None:
    changes = [
        Change("000000a0", Kind.TEXT, "1.1", "2", "mr. J.", AT),
        Change("00000001", Kind.LOOK, "huis", "huis", start=12),
        Change("00000001", Kind.JOINED, "", "", following="00000002"),
        Change("000000b0", Kind.TEXT, "D.", "E."),
        Change("99999999", Kind.TEXT, "", "x"),
        Change("00000004", Kind.NEW, "", "rij", paragraph=1, role="cell"),
    ]
    told = suggest({"voice": STORY}, came(*changes, unknown=(Unknown(What.EDGE, "", "Concept"),)), at=AT)
    assert told.docs["voice"] == STORY
    assert [one.block_id for one in told.left] == [
        "000000a0",
        "00000001",
        "00000001",
        "000000b0",
        "99999999",
        "00000004",
        "",
    ]
    assert all(one.sentence.endswith(".") for one in told.left)


def test_a_heading_takes_changes_beside_its_number() -> None:
    told = suggest({"voice": STORY}, came(Change("000000a0", Kind.TEXT, "De", "Haar", start=4)), at=AT)
    assert words_of(told.docs["voice"], "000000a0")[:2] == [("De", {"deletion"}), ("Haar", {"insertion"})]
    told = suggest({"voice": STORY}, came(Change("000000a0", Kind.DELETED, SENT["000000a0"], "")), at=AT)
    assert words_of(told.docs["voice"], "000000a0") == [("De stem", {"deletion"})]


def test_new_paragraphs_find_a_home() -> None:
    changes = [
        Change("000000a0", Kind.NEW, "", "Eerst dit.", paragraph=1, following="00000001", role=""),
        Change("000000a0", Kind.NEW, "", "Dan dat.", paragraph=2, following="00000001", role=""),
        Change("00000002", Kind.NEW, "", "Daarna.", paragraph=3, following="00000003"),
        Change("00000004", Kind.NEW, "", "twee", paragraph=4, role="list"),
        Change("00000004", Kind.NEW, "", "Slot.", paragraph=5),
        Change("00000004", Kind.NEW, "", "Echt slot.", paragraph=6),
    ]
    told = suggest({"voice": STORY}, came(*changes), at=AT)
    assert not told.left
    taken = settled(told.docs["voice"], take=True)
    ours = [SENT[block].removeprefix("1.1 ") for block in SENT]
    assert lines(taken) == [
        *(ours[0], "Eerst dit.", "Dan dat.", ours[1], ours[2], "Daarna.", ours[3], ours[4]),
        *("twee", "Slot.", "Echt slot."),
    ]
    assert [one["type"] for one in told.docs["voice"]["content"]][-3:] == ["bullet_list", "paragraph", "paragraph"]


def test_words_that_moved_take_their_atoms_along() -> None:
    away = Change("00000002", Kind.MOVED, SENT["00000002"], "", tracked=False)
    here = Change("000000a0", Kind.MOVED, "", SENT["00000002"], tracked=False, paragraph=1, following="00000001")
    told = suggest({"voice": STORY}, came(away, replace(here, origin="00000002", copied=0)), at=AT)
    first = words_of(told.docs["voice"], "00000001")
    assert [name for name, _ in first[:5]] == [
        "Volgens ",
        "citation",
        " hoort de rechter haar.",
        "footnote",
        "hard_break",
    ]
    assert all(marks == {"deletion"} for _, marks in words_of(told.docs["voice"], "00000002"))
    assert len(told.hands) == 1


def test_a_comment_marks_the_words_that_it_stands_on() -> None:
    asked = Comment("7", "mr. J.", AT, "Kan dit anders?", "naar huis", "00000001", 7, 16)
    told = suggest({"voice": STORY}, came(comments=(asked,)), at=AT, comments={"7": REMARK})
    assert ("naar huis", {"stands_on", "comment"}) in words_of(told.docs["voice"], "00000001")


def test_an_atom_is_found_whatever_it_says() -> None:
    cells = laid(cells_of([NAMED, text(" en "), CITED, text("!")]), "Dirk de Boer en art. 3!")
    assert (cells[0].first, cells[0].last) == (0, 12)
    assert (cells[5].first, cells[5].last) == (16, 22)
    other = laid(cells_of([text("Zij en "), CITED, text("!")]), f"Zij{NOTE} en art. 3!")
    assert [(one.first, one.last) for one in other][-2:] == [(8, 14), (14, 15)]


def test_a_sentence_goes_with_the_note_of_what_it_stands_on() -> None:
    """The paper puts a note behind such a sentence, and makes one of two notes that stand together."""
    ours = doc(para(1, text("Niemand sprak haar. ", STANDS), text("Zij wil "), NAMED, text(" zien.", STANDS), FOOT))
    sent = f"Niemand sprak haar.{NOTE} Zij wil D. zien.{NOTE}"
    own = Returned((Change("00000001", Kind.TEXT, sent[:21], ""),), blocks=(("00000001", sent),))
    told = suggest({"voice": ours}, own, at=AT)
    assert not told.left
    assert words_of(told.docs["voice"], "00000001")[0] == ("Niemand sprak haar. ", {"stands_on", "deletion"})
    merged = Change("00000001", Kind.NOTE, "Brief van mei. Feit 3.", "Brief van juni. Feit 3.", start=len(sent) - 1)
    told = suggest({"voice": ours}, replace(own, changes=(merged,)), at=AT)
    assert [one["attrs"]["text"] for one in nodes(told.docs["voice"]) if one["type"] == "footnote"] == [
        "Brief van mei.",
        "Brief van juni.",
    ]
    printed_only = Change("00000001", Kind.NOTE, "Feit 3.", "Feit 4.", start=19)
    told = suggest({"voice": ours}, replace(own, changes=(printed_only,)), at=AT)
    assert (told.docs["voice"], len(told.left)) == (ours, 1)


# Properties: any text of ours, any changes of theirs.
MARKS: st.SearchStrategy[tuple[Node, ...]] = st.sampled_from([(), (STANDS,), (STRONG,), (STANDS, STRONG)])
WORDS = st.sampled_from(["de rechter ", "hoort ", "het kind ", "niet. ", "en "])
PIECE = st.one_of(
    st.tuples(WORDS, MARKS).map(lambda row: text(row[0], *row[1])),
    st.sampled_from([NAMED, CITED, FOOT, {"type": "hard_break"}, {"type": "fact", "attrs": {"ref": FACT}}]),
)
HOW = st.sampled_from(["keep", "keep", "keep", "del", "went", "ins", "came"])
PARAGRAPHS = st.lists(st.tuples(st.lists(PIECE, max_size=6), st.lists(HOW, max_size=40)), min_size=1, max_size=3)


def printed(content: Sequence[Node]) -> str:
    return "".join(map(_printed, content))


def _printed(node: Node) -> str:
    match node["type"]:
        case "text":
            return str(node["text"])
        case "hard_break":
            return LINE
        case "footnote":
            return NOTE
    return NOTE if node["attrs"].get("as") == "note" else said(node)


def runs(words: str) -> str:
    signs = {NOTE: '<w:r><w:footnoteReference w:id="1"/></w:r>', LINE: "<w:r><w:br/></w:r>"}
    return "".join(signs.get(one) or run(one) for one in words)


def changed(words: str, ways: Sequence[str]) -> tuple[str, str]:
    """The same paragraph as XML with changes, and how it reads now."""
    made, now = "", ""
    for index, letter in enumerate(words):
        how = ways[index % len(ways)] if ways else "keep"
        if how in ("del", "went") and letter.isalpha():
            made += gone(letter) if how == "del" else ""
            continue
        made, now = made + runs(letter), now + letter
        if how in ("ins", "came"):
            made, now = (
                made + (ins("nieuw ") if how == "ins" else run("stil ")),
                now + ("nieuw " if how == "ins" else "stil "),
            )
    return made, now


@settings(max_examples=150, deadline=None)
@given(PARAGRAPHS, st.booleans(), st.booleans())
def test_taken_over_it_is_theirs_and_left_it_is_ours(
    rows: Sequence[tuple[Sequence[Node], Sequence[str]]], known: bool, more: bool
) -> None:
    ours = doc(*(para(n, *content_of(cells_of(content))) for n, (content, _) in enumerate(rows, 1)))
    texts = [printed(content) for content, _ in rows]
    theirs = [changed(words, ways) for words, (_, ways) in zip(texts, rows, strict=True)]
    sent = bare("".join(block(f"{n:08x}", runs(words)) for n, words in enumerate(texts, 1)), "Brief van mei.")
    back = "".join(block(f"{n:08x}", xml) for n, (xml, _) in enumerate(theirs, 1))
    new = f"<w:p>{ins('Een alinea erbij.')}</w:p>" if more else ""
    came_back = returned(bare(back + new, "Brief van mei."), sent)
    told = suggest({"facts": ours}, came_back, at=AT, said=said if known else None)
    assert not told.left
    made = told.docs["facts"]
    assert settled(made, take=False) == ours
    wanted = [now for _, now in theirs if now] + ["Een alinea erbij."] * more
    assert lines(settled(made, take=True)) == _parted(wanted)


def lines(made: Node) -> list[str]:
    """Each line as it reads."""
    return _parted(printed(one.get("content", ())) for one in nodes(made) if one["type"] in ("paragraph", "heading"))


def _parted(rows: Iterable[str]) -> list[str]:
    """A line that lies inside of a silent change comes as a proposal, and a line that came parts a paragraph."""
    return [line for row in rows for line in row.split(LINE) if line.strip()]


def settled(node: Node, *, take: bool) -> dict[str, Any]:
    """Every suggestion taken over, or every one left, as the editor does it: a line that came parts a paragraph."""
    goes, stays = ("deletion", "insertion") if take else ("insertion", "deletion")
    made = dict(node)
    if node["type"] in ("paragraph", "heading"):
        cells = [one for one in cells_of(node.get("content", ())) if not one.has(goes)]
        rows: list[list[Any]] = [[]]
        for one in cells:
            if one.node["type"] == "hard_break" and one.has(stays) and take:
                rows.append([])
            else:
                rows[-1].append(replace(one, marks=tuple(mark for mark in one.marks if mark["type"] != stays)))
        made["rows"] = [content_of(row) for row in rows]
        return made
    if "content" in node:
        made["content"] = []
        for child in node["content"]:
            inside = settled(child, take=take)
            for row in inside.pop("rows", [None]):
                part = {key: value for key, value in inside.items() if key != "content" or row is None}
                made["content"].append({**part, **({"content": row} if row else {})})
    return made
