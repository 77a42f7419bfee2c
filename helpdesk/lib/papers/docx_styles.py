"""How a Word file looks: pandoc's own model of one, on A4, with the styles of a letter or of a report."""

from __future__ import annotations

import re
import subprocess
from functools import cache

from helpdesk.lib.papers.rewriting import rewritten

SECONDS = 60
HEADINGS = (32, 26, 22)  # in half points, the title first
ACCENT, SOFT, SUN = "0B5C66", "555555", "F0B43C"
MARGINS = {
    False: '<w:pgMar w:top="1417" w:bottom="1417" w:left="1588" w:right="1417" w:header="708" w:footer="708"/>',
    True: '<w:pgMar w:top="1701" w:bottom="1588" w:left="2041" w:right="1758" w:header="850" w:footer="737"/>',
}
PAGE = '<w:pgSz w:w="11906" w:h="16838"/>'  # A4, in twentieths of a point


@cache
def model(book: bool) -> bytes:
    """The Word file from which pandoc takes the looks.

    Args:
        book: for a report, with a page of its own for the title; else for a letter.
    """
    import pypandoc

    command = [pypandoc.get_pandoc_path(), "--print-default-data-file", "reference.docx"]
    made = subprocess.run(command, capture_output=True, timeout=SECONDS, check=True, env={}).stdout
    looks = _as_book if book else _calm
    return rewritten(made, {"word/styles.xml": looks, "word/document.xml": lambda text: _on_a4(text, book)})


def _on_a4(document: str, book: bool) -> str:
    section = rf"\1{PAGE}{MARGINS[book]}\2"
    return re.sub(r"(<w:sectPr[^>]*>).*?(</w:sectPr>)", section, document, flags=re.DOTALL)


def _calm(styles: str) -> str:
    """Black bold headings that do not shout, one typeface, 11 points."""
    styles = _in_one_typeface(styles, "Calibri")
    for level, size in enumerate(HEADINGS, start=1):
        head, style, tail = re.split(
            rf'(w:styleId="Heading{level}">.*?</w:style>)', styles, maxsplit=1, flags=re.DOTALL
        )
        styles = head + re.sub(r"<w:sz w:val=\"\d+\" />", f'<w:b/><w:sz w:val="{size}" />', style) + tail
    return _with(styles, [*_CELLS, *_QUOTES, _DEFINITION, *_EDGES])


def _as_book(styles: str) -> str:
    """A face with serifs, air around the headings, and the styles of a report."""
    return _with(_in_one_typeface(styles, "Cambria"), [*_BOOK, *_CELLS, *_QUOTES, _DEFINITION, *_EDGES])


def _in_one_typeface(styles: str, face: str) -> str:
    styles = re.sub(r"<w:color [^>]*/>", "", styles)
    return re.sub(r"<w:rFonts [^>]*/>", _face(face), styles).replace('<w:sz w:val="24" />', '<w:sz w:val="22" />', 1)


def _face(face: str) -> str:
    return f'<w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:cs="{face}" w:eastAsia="{face}"/>'


def _with(styles: str, ours: list[str]) -> str:
    for style in ours:
        name = re.search(r'w:styleId="(\w+)"', style)
        assert name  # noqa: S101 - made below
        styles = re.sub(rf'<w:style [^>]*w:styleId="{name[1]}">.*?</w:style>', "", styles, count=1, flags=re.DOTALL)
        styles = styles.replace("</w:styles>", f"{style}</w:styles>")
    return styles


def _style(name: str, paragraph: str = "", run: str = "", *, based: str = "BodyText", follows: str = "") -> str:
    key = "".join(word[0].upper() + word[1:] for word in name.split()).replace("Toc", "TOC")
    after = f'<w:next w:val="{follows}"/>' if follows else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/><w:basedOn w:val="{based}"/>{after}'
        f'<w:uiPriority w:val="9"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>'
    )


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _space(before: int, after: int, line: int = 0) -> str:
    lines = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{lines}/>'


def _colour(value: str) -> str:
    return f'<w:color w:val="{value}"/>'


def _heading(level: int, before: int, after: int, run: str) -> str:
    kept = (
        f'<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/>{_space(before, after)}<w:outlineLvl w:val="{level - 1}"/>'
    )
    return _style(f"heading {level}", kept, run, based="Normal", follows="BodyText")


def _side(space: int, size: int, colour: str) -> str:
    return f'<w:pBdr><w:left w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/></w:pBdr>'


_UNCOUNTED = "<w:suppressLineNumbers/>"
_TAB = (
    _UNCOUNTED
    + '<w:tabs><w:tab w:val="left" w:pos="{left}"/><w:tab w:val="right" w:leader="dot" w:pos="8107"/></w:tabs>'
)
_GRID = (
    '<w:style w:type="table" w:default="1" w:styleId="Table"><w:name w:val="Table"/><w:basedOn w:val="TableNormal"/>'
    '<w:qFormat/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>'
    '<w:bottom w:val="single" w:sz="4" w:space="0" w:color="B9B9B9"/>'
    '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="B9B9B9"/></w:tblBorders>'
    '<w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
    '<w:bottom w:val="single" w:sz="8" w:space="0" w:color="1B1B1B"/></w:tcBorders>'
    '<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr></w:style>'
)
_CELLS = [
    _GRID,
    _style("Table Text", _space(40, 40), _size(19), based="Normal"),
    _style("Table Header", f"<w:keepNext/>{_space(40, 40)}", f"<w:b/>{_size(19)}", based="Normal"),
]
_QUOTES = [
    _style("Quote", f'{_side(10, 18, SUN)}{_space(60, 60, 276)}<w:ind w:left="284" w:right="284"/>'),
    _style(
        "Quote Source",
        f'{_side(10, 18, SUN)}{_space(0, 200)}<w:ind w:left="284" w:right="284"/>',
        f"{_colour(SOFT)}{_size(18)}",
    ),
]
_DEFINITION = _style("Definition", f'{_space(0, 120, 276)}<w:ind w:left="567"/>', based="Normal")
_EDGES = [
    _style("header", _space(0, 0), f"{_colour(SOFT)}{_size(17)}", based="Normal"),
    _style("footer", _space(0, 0), f"{_colour(SOFT)}{_size(17)}", based="Normal"),
]
_BOOK = [
    _style("Body Text", f"<w:widowControl/>{_space(0, 140, 288)}", based="Normal"),
    _style("Compact", f"{_space(0, 140, 276)}<w:contextualSpacing/>"),
    _heading(1, 560, 200, f"<w:b/>{_size(34)}"),
    _heading(2, 360, 120, f"<w:b/>{_size(26)}"),
    _heading(3, 280, 100, f"<w:b/>{_size(22)}"),
    _heading(4, 240, 80, f"<w:i/>{_size(22)}"),
    _style("Title", f"{_UNCOUNTED}<w:suppressAutoHyphens/>{_space(120, 160)}", f"<w:b/>{_size(54)}", based="Normal"),
    _style("Subtitle", f"{_UNCOUNTED}{_space(0, 2400)}", f"{_colour(SOFT)}{_size(28)}", based="Normal"),
    _style(
        "Front Line",
        f'{_UNCOUNTED}{_space(0, 100)}<w:ind w:left="2155" w:hanging="2155"/>',
        _size(21),
        based="Normal",
    ),
    _style("Front Note", f"{_UNCOUNTED}{_space(600, 0)}", f"{_colour(SOFT)}{_size(17)}", based="Normal"),
    _style("Definition Term", f"<w:keepNext/>{_space(120, 40)}", f"<w:b/>{_colour(ACCENT)}{_size(19)}", based="Normal"),
    _style("footnote text", _space(0, 40), _size(18), based="Normal"),
    _style("Table Caption", f"<w:keepNext/>{_space(240, 100)}", f"<w:b/>{_size(20)}", based="Normal"),
    _style("TOC Heading", f"<w:keepNext/>{_UNCOUNTED}{_space(0, 240)}", f"<w:b/>{_size(34)}", based="Normal"),
    _style("toc 1", _TAB.format(left=454) + _space(140, 40), "<w:b/>", based="Normal"),
    _style("toc 2", _TAB.format(left=1077) + _space(0, 40) + '<w:ind w:left="454"/>', based="Normal"),
]
