"""A paper as a Word file that somebody goes on with: real headings, lists, footnotes and a language for the spelling.

pandoc makes it, as a program of its own, from the tree that we give it; it reads no file, calls nobody (`--sandbox`).
"""

from __future__ import annotations

import io
import json
import re
import subprocess
import zipfile
from functools import cache
from tempfile import NamedTemporaryFile
from typing import Any
from xml.sax.saxutils import escape

from helpdesk.lib.papers.blocks import (
    Block,
    Heading,
    Items,
    Lines,
    NewPage,
    Paper,
    Paragraph,
    Quote,
    Run,
    Table,
    ToFill,
    Words,
)
from helpdesk.lib.papers.pdf import NotPrinted

SECONDS = 60
MEMORY = "-M512m"  # of pandoc's own heap
HEADINGS = (32, 26, 22)  # in half points, the title first
Tree = dict[str, Any]
_NEW_PAGE = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
_LINE_TO_FILL = "_" * 40


def as_docx(paper: Paper) -> bytes:
    """Make the Word file.

    Raises:
        NotPrinted: pandoc took too long or gave up.
    """
    import pypandoc

    with NamedTemporaryFile(suffix=".docx") as styles:
        styles.write(_styles())
        styles.flush()
        command = [pypandoc.get_pandoc_path(), "+RTS", MEMORY, "-RTS", "--sandbox", "-f", "json", "-t", "docx"]
        try:
            made = subprocess.run(
                [*command, f"--reference-doc={styles.name}", "-o", "-"],
                input=json.dumps(_tree(paper)).encode(),
                capture_output=True,
                timeout=SECONDS,
                check=True,
                env={},
            ).stdout
        except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
            raise NotPrinted("Het Word-bestand kon niet worden gemaakt. Probeer het nog een keer.") from None
    return _clean(made, paper)


def _tree(paper: Paper) -> Tree:
    below = 1 if paper.titled else 0  # a printed title is the highest heading
    blocks = [part for block in paper.blocks for part in _block(block, below)]
    if paper.titled:
        blocks.insert(0, _node("Header", [1, ["", [], []], _inlines([Run(paper.title)])]))
    if paper.mark:
        blocks.insert(0, _para([Run(paper.mark, strong=True)]))
    meta = {"lang": _node("MetaString", _language(paper.language))}
    return {"pandoc-api-version": [1, 23, 1], "meta": meta, "blocks": blocks}


def _block(block: Block, below: int) -> list[Tree]:
    match block:
        case Heading(text, level):
            return [_node("Header", [level + below, ["", [], []], _inlines([Run(text)])])]
        case Paragraph(words):
            return [_para(words)]
        case Quote(words):
            return [_node("BlockQuote", [_para(words)])]
        case Items(items, ordered):
            rows = [[_para(words)] for words in items]
            return [
                _node("OrderedList", [[1, {"t": "Decimal"}, {"t": "Period"}], rows])
                if ordered
                else _node("BulletList", rows)
            ]
        case Lines(lines):
            return [_node("LineBlock", [_inlines([Run(line)]) for line in lines])]
        case Table():
            return [_table(block)]
        case ToFill(label):
            return [_para([Run(f"{label} {_LINE_TO_FILL}")])]
        case NewPage():
            return [_node("RawBlock", ["openxml", _NEW_PAGE])]


def _table(table: Table) -> Tree:
    shares = table.widths or [1] * len(table.head)
    columns = [[{"t": "AlignLeft"}, _node("ColWidth", share / sum(shares))] for share in shares]
    nothing = ["", [], []]

    def row(cells: Any) -> list[Any]:
        return [nothing, [[nothing, {"t": "AlignDefault"}, 1, 1, [_para([Run(cell)])]] for cell in cells]]

    body = [nothing, 0, [], [row(cells) for cells in table.rows]]
    head, foot = [nothing, [row(table.head)]], [nothing, []]
    return _node("Table", [nothing, [None, []], columns, head, [body], foot])


def _para(words: Words) -> Tree:
    return _node("Para", _inlines(words))


def _inlines(words: Words) -> list[Tree]:
    found: list[Tree] = []
    for run in words:
        said = _broken(run.text)
        if run.strong:
            said = [_node("Strong", said)]
        if run.emph:
            said = [_node("Emph", said)]
        found += said
        if run.note:
            found.append(_node("Note", [_node("Para", _broken(run.note))]))
    return found


def _broken(text: str) -> list[Tree]:
    first, *rest = text.split("\n")
    found = [_node("Str", first)]
    for line in rest:
        found += [{"t": "LineBreak"}, _node("Str", line)]
    return found


def _node(kind: str, content: Any) -> Tree:
    return {"t": kind, "c": content}


def _language(language: str) -> str:
    return {"nl": "nl-NL", "en": "en-GB"}.get(language, language)


@cache
def _styles() -> bytes:
    """pandoc's own model of a Word file, on A4 and in a calm letter's look."""
    import pypandoc

    command = [pypandoc.get_pandoc_path(), "--print-default-data-file", "reference.docx"]
    model = subprocess.run(command, capture_output=True, timeout=SECONDS, check=True, env={}).stdout
    return _rewritten(model, {"word/styles.xml": _calm, "word/document.xml": _on_a4})


def _on_a4(document: str) -> str:
    """The page of the PDF, in twentieths of a point."""
    page = '<w:pgSz w:w="11906" w:h="16838"/>'
    margins = '<w:pgMar w:top="1417" w:bottom="1417" w:left="1588" w:right="1417" w:header="708" w:footer="708"/>'
    return re.sub(r"(<w:sectPr[^>]*>).*?(</w:sectPr>)", rf"\1{page}{margins}\2", document, flags=re.DOTALL)


def _calm(styles: str) -> str:
    """Black bold headings that do not shout, one typeface, 11 points."""
    styles = re.sub(r"<w:color [^>]*/>", "", styles)
    fonts = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri" w:eastAsia="Calibri"/>'
    styles = re.sub(r"<w:rFonts [^>]*/>", fonts, styles).replace('<w:sz w:val="24" />', '<w:sz w:val="22" />', 1)
    for level, size in enumerate(HEADINGS, start=1):
        head, style, tail = re.split(
            rf'(w:styleId="Heading{level}">.*?</w:style>)', styles, maxsplit=1, flags=re.DOTALL
        )
        styles = head + re.sub(r"<w:sz w:val=\"\d+\" />", f'<w:b/><w:sz w:val="{size}" />', style) + tail
    return styles


def _clean(made: bytes, paper: Paper) -> bytes:
    """Title and day of the paper, no author, no moment: the same paper gives the same words about itself."""
    day = f"{paper.made_on.isoformat()}T00:00:00Z"
    core = (
        '<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties'
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(paper.title)}</dc:title><dc:language>{_language(paper.language)}</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{day}</dcterms:created></cp:coreProperties>'
    )
    return _rewritten(made, {"docProps/core.xml": lambda _: core})


def _rewritten(archive: bytes, changes: dict[str, Any]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name in changes:
                data = changes[name](data.decode()).encode()
            new.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
