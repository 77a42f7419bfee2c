"""A paper as the tree that pandoc writes out as Word: each block under a style that Word itself knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any
from xml.sax.saxutils import escape

from helpdesk.lib.papers.blocks import (
    ADDED,
    Block,
    Cell,
    Front,
    Heading,
    Items,
    Lines,
    NewPage,
    Paper,
    Paragraph,
    Quote,
    Rich,
    Run,
    Table,
    Terms,
    ToFill,
    Words,
    blocks_of,
    cell_of,
    words_of,
)
from helpdesk.lib.papers.squares import columns_of

Tree = dict[str, Any]
NOTHING = ["", [], []]
DEEPEST_IN_CONTENTS = 2
# In a line of one point: below a list that fills its page a whole line would make an empty one.
_LOW = '<w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr>'
NEW_PAGE = f'<w:p>{_LOW}<w:r><w:br w:type="page"/></w:r></w:p>'
LINE_TO_FILL = "_" * 40
LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}
NOT_IN_XML = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
)  # a file with one of them does not open


def tree(paper: Paper) -> Tree:
    """The whole paper. It is sound: see `data.sound`."""
    blocks = [part for block in paper.blocks for part in _block(block, paper.below)]
    meta = {"lang": _node("MetaString", language_of(paper))}
    return {"pandoc-api-version": [1, 23, 1], "meta": meta, "blocks": [*_top(paper), *blocks]}


def language_of(paper: Paper) -> str:
    """Its language as Word names it."""
    return LANGUAGES.get(paper.language, paper.language)


def _top(paper: Paper) -> list[Tree]:
    if paper.front is None:
        mark = [_para([Run(paper.mark, strong=True)])] if paper.mark else []
        title = [_node("Header", [1, NOTHING, _inlines([Run(paper.title)])])] if paper.titled else []
        return mark + title + _contents(paper)
    return [*_front(paper.title, paper.front), *_contents(paper)]


def _front(title: str, front: Front) -> list[Tree]:
    said = [("Front Line", front.over), ("Title", title), ("Subtitle", front.under)]
    said += [("Front Line", f"{label}\t{value}") for label, value in front.rows]
    said += [("Front Note", front.note)]
    return [*(_styled(style, _para([Run(words)])) for style, words in said if words), _raw(NEW_PAGE)]


def _contents(paper: Paper) -> list[Tree]:
    """A list that leads to its chapters; Word writes the pages behind them when it is asked to make the list anew."""
    if not paper.contents:
        return []
    lines = [
        (one.level, f"{one.number}\t{_flat(one.text)}" if one.number else _flat(one.text), one.anchor)
        for one in paper.blocks
        if isinstance(one, Heading) and one.level <= DEEPEST_IN_CONTENTS
    ]
    opened = _field(f' TOC \\o "1-{DEEPEST_IN_CONTENTS}" \\h \\z \\u ', "begin", "separate")
    rows = [
        f'<w:p><w:pPr><w:pStyle w:val="TOC{level}"/></w:pPr>{opened if first else ""}{_line_in_contents(*line)}</w:p>'
        for first, (level, *line) in zip([True, *[False] * len(lines)], lines, strict=False)
    ]
    closed = '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    heading = _styled("TOC Heading", _para([Run(paper.contents)]))
    listed = [_raw("".join(rows).removesuffix("</w:p>") + closed)] if rows else []
    return [heading, *listed, _raw(NEW_PAGE)]


def _line_in_contents(text: str, anchor: str) -> str:
    parts = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(_clean(one))}</w:t>' for one in text.split("\t"))
    words = f"<w:r>{parts}</w:r>"
    return f'<w:hyperlink w:anchor="{anchor}" w:history="1">{words}</w:hyperlink>' if anchor else words


def _field(code: str, *marks: str) -> str:
    first, *rest = (f'<w:r><w:fldChar w:fldCharType="{mark}"/></w:r>' for mark in marks)
    return f'{first}<w:r><w:instrText xml:space="preserve">{escape(code)}</w:instrText></w:r>{"".join(rest)}'


def _block(block: Block, below: int) -> list[Tree]:
    match block:
        case Heading(text, level, number):
            before = [_node("Str", number), {"t": "Space"}] if number else []
            title = before + _marked(block.anchor, _inlines(words_of(text)))
            return [_node("Header", [level + below, NOTHING, title])]
        case Paragraph(words):
            return [_node("Para", _marked(block.anchor, _inlines(words)))]
        case Quote(words, who):
            source = [_styled("Quote Source", _para([Run(who)]))] if who else []
            return _at(block.anchor, [_styled("Quote", *_all(words, below)), *source])
        case Items(items, ordered):
            rows = [_tight(_all(one, below)) for one in items]
            style = [1, {"t": "Decimal"}, {"t": "Period"}]
            return [_node("OrderedList", [style, rows]) if ordered else _node("BulletList", rows)]
        case Terms(terms):
            label = [(_styled("Definition Term", _para([Run(word)])), said) for word, said in terms]
            return _at(block.anchor, [one for term, said in label for one in (term, _definition(said, below))])
        case Lines(lines):
            return [_node("LineBlock", [_inlines([Run(line)]) for line in lines])]
        case Table():
            caption = [_styled("Table Caption", _para([Run(block.caption)]))] if block.caption else []
            return [*caption, _table(block, below)]
        case ToFill(word):
            return [_para([Run(f"{word} {LINE_TO_FILL}")])]
        case NewPage():
            return [_raw(NEW_PAGE)]


def _all(rich: Rich, below: int) -> list[Tree]:
    return [part for block in blocks_of(rich) for part in _block(block, below)]


def _definition(said: Rich, below: int) -> Tree:
    return _styled("Definition", *_all(said, below))


def _tight(parts: list[Tree]) -> list[Tree]:
    """A first paragraph without the space that parts paragraphs: lines of a list belong together."""
    return [_node("Plain", parts[0]["c"]), *parts[1:]] if parts and parts[0]["t"] == "Para" else parts


def _table(table: Table, below: int) -> Tree:
    shares = table.widths or [1] * columns_of(table)
    columns = [[{"t": "AlignLeft"}, _node("ColWidth", share / sum(shares))] for share in shares]

    def row(cells: Iterable[Rich | Cell], style: str) -> list[Any]:
        found = [(cell_of(one), style) for one in cells]
        return [
            NOTHING,
            [
                [NOTHING, {"t": "AlignDefault"}, one.down, one.across, [_styled(style, *_all(one.said, below))]]
                for one, style in found
            ],
        ]

    above, below_it = table.rows[: table.deep - 1], table.rows[table.deep - 1 :]
    body = [NOTHING, 0, [], [row(cells, "Table Text") for cells in below_it]]
    head, foot = [NOTHING, [row(cells, "Table Header") for cells in (table.head, *above)]], [NOTHING, []]
    return _node("Table", [[table.anchor, [], []], [None, []], columns, head, [body], foot])


def _para(words: Words) -> Tree:
    return _node("Para", _inlines(words))


def _inlines(words: Words) -> list[Tree]:
    return [part for run in words for part in _run(run)]


def _run(run: Run) -> list[Tree]:
    said = _broken(run.text)
    if run.strong:
        said = [_node("Strong", said)]
    if run.emph:
        said = [_node("Emph", said)]
    if run.to:
        said = [_node("Link", [NOTHING, said, [run.to, ""]])]
    if run.note:
        said.append(_node("Note", [_node("Para", _broken(run.note))]))
    if run.change:
        what = "insertion" if run.change == ADDED else "deletion"
        moment = [["date", f"{run.on.isoformat()}T00:00:00Z"]] if run.on else []
        said = [_node("Span", [["", [what], [["author", run.by], *moment]], said])]
    return said


def _broken(text: str) -> list[Tree]:
    first, *rest = _clean(text).split("\n")
    found = [_node("Str", first)]
    for line in rest:
        found += [{"t": "LineBreak"}, _node("Str", line)]
    return found


def _marked(anchor: str, said: list[Tree]) -> list[Tree]:
    """A bookmark around the words: it survives Word and LibreOffice, a content control does not."""
    return [_node("Span", [[anchor, [], []], said])] if anchor else said


def _at(anchor: str, parts: list[Tree]) -> list[Tree]:
    return [_node("Div", [[anchor, [], []], parts])] if anchor else parts


def _styled(style: str, *blocks: Tree) -> Tree:
    return _node("Div", [["", [], [["custom-style", style]]], list(blocks)])


def _raw(xml: str) -> Tree:
    return _node("RawBlock", ["openxml", xml])


def _flat(words: str | Sequence[Run]) -> str:
    return "".join(run.text for run in words_of(words))


def _clean(text: str) -> str:
    return NOT_IN_XML.sub("", text)


def _node(kind: str, content: Any) -> Tree:
    return {"t": kind, "c": content}
