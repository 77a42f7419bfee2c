"""What surrounds the words of a Word file: head, foot, watermark, line numbers, hyphens, and what it says of itself."""

from __future__ import annotations

import re
from itertools import count
from xml.sax.saxutils import escape, quoteattr

from helpdesk.lib.papers.blocks import Paper
from helpdesk.lib.papers.docx_styles import MARGINS, PAGE
from helpdesk.lib.papers.docx_tree import NOT_IN_XML, language_of
from helpdesk.lib.papers.rewriting import rewritten

TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'
    f' xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:r="{KINDS}"'
)
PROGRAM = (  # pandoc's model says how long somebody once worked on it
    '<?xml version="1.0" encoding="UTF-8"?><Properties'
    ' xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)
DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
RIGHT = {False: 8901, True: 8107}  # where the line ends, in twentieths of a point
EDGES = (  # as Word and LibreOffice name and order them, so that a file comes back as it went
    ("header", "first", "header1"),
    ("header", "default", "header2"),
    ("footer", "default", "footer1"),
)


def finished(made: bytes, paper: Paper) -> bytes:
    """The file as pandoc made it, with all that stands around the words."""
    mark = _text(paper.mark) if paper.front else ""
    edges = {
        "header1": _edge("hdr", paper, "", mark, paper.watermark),
        "header2": _edge("hdr", paper, paper.head, mark, paper.watermark),
        "footer1": _edge("ftr", paper, paper.foot, _pages()),
    }
    changes = {
        "docProps/core.xml": lambda _: _about(paper),
        "docProps/app.xml": lambda _: PROGRAM,
        "word/settings.xml": lambda text: _settings(text, language_of(paper)),
        "word/document.xml": lambda text: _document(text, paper),
        "word/_rels/document.xml.rels": _related,
        "[Content_Types].xml": _typed,
    }
    return rewritten(made, changes, {f"word/{name}.xml": text for name, text in edges.items()})


def _about(paper: Paper) -> str:
    """Title and day of the paper, no author, no moment: the same paper gives the same words about itself."""
    day = f"{paper.made_on.isoformat()}T00:00:00Z"
    return (
        '<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties'
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{_said(paper.title)}</dc:title><dc:language>{language_of(paper)}</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{day}</dcterms:created></cp:coreProperties>'
    )


def _settings(text: str, language: str) -> str:
    """Long words are parted at the end of a line by the rules of their language, not more than two lines in a row."""
    text = re.sub(r'(<w:themeFontLang w:val=)"[^"]*"', rf'\1"{language}"', text)
    hyphens = '<w:autoHyphenation w:val="true"/><w:consecutiveHyphenLimit w:val="2"/>'
    before = next(mark for mark in ("<w:characterSpacingControl", "</w:settings>") if mark in text)
    return text.replace(before, hyphens + before, 1)


def _document(text: str, paper: Paper) -> str:
    head, _, rest = text.rpartition("<w:sectPr")
    tail = rest.partition("</w:sectPr>")[2]
    book = paper.front is not None
    named = "".join(f'<w:{kind}Reference w:type="{place}" r:id="{name}"/>' for kind, place, name in EDGES)
    numbers = '<w:lnNumType w:countBy="5" w:restart="newPage"/>' if paper.line_numbers else ""
    first = "<w:titlePg/>" if book else ""
    section = f'<w:sectPr>{named}<w:type w:val="nextPage"/>{PAGE}{MARGINS[book]}{numbers}{first}</w:sectPr>'
    if 'xmlns:r="' not in head.partition("<w:body>")[0]:
        head = head.replace("<w:document ", f'<w:document xmlns:r="{KINDS}" ', 1)
    return _numbered(_whole_rows(head)) + section + tail


def _whole_rows(text: str) -> str:
    """A row of a table stays on one page."""
    text = text.replace("<w:trPr>", "<w:trPr><w:cantSplit/>")
    return text.replace("<w:tr><w:tc>", "<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc>")


def _numbered(text: str) -> str:
    """Each proposal gets a number of its own; pandoc gives them all the same."""
    numbers = count(1)
    return re.sub(r'(<w:(?:ins|del) )w:id="\d+"', lambda found: f'{found[1]}w:id="{9000 + next(numbers)}"', text)


def _related(text: str) -> str:
    ours = "".join(f'<Relationship Id="{name}" Type="{KINDS}/{kind}" Target="{name}.xml"/>' for kind, _, name in EDGES)
    return text.replace("</Relationships>", f"{ours}</Relationships>")


def _typed(text: str) -> str:
    ours = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{TYPES}.{kind}+xml"/>' for kind, _, name in EDGES
    )
    return text.replace("</Types>", f"{ours}</Types>")


def _edge(kind: str, paper: Paper, left: str, right: str, watermark: str = "") -> str:
    """Words at the left, a tab, words at the right; what is behind the page goes first, as LibreOffice puts it."""
    style = {"hdr": "Header", "ftr": "Footer"}[kind]
    stop = f'<w:tabs><w:tab w:val="right" w:pos="{RIGHT[paper.front is not None]}"/></w:tabs>'
    line = f"{_watermark(watermark) if watermark else ''}{_text(left)}<w:r><w:tab/></w:r>{right}"
    paragraph = f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{stop}</w:pPr>{line}</w:p>'
    return f"{DECLARED}<w:{kind} {SPACES}>{paragraph}</w:{kind}>"


def _text(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{_said(words)}</w:t></w:r>' if words else ""


def _pages() -> str:
    def field(code: str) -> str:
        return f'<w:fldSimple w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'

    return f"{field('PAGE')}{_text(' / ')}{field('NUMPAGES')}"


def _watermark(words: str) -> str:
    """The form that Word itself writes for a watermark, and that LibreOffice reads."""
    words = NOT_IN_XML.sub("", words)
    wide = min(560, 20 * len(words))
    high = max(18, wide // max(8, len(words)) * 2)
    style = (
        f"position:absolute;margin-left:0;margin-top:0;width:{wide}pt;height:{high}pt;"
        "rotation:308;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        "mso-position-vertical:center;mso-position-vertical-relative:margin"
    )
    kind = (
        '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" path="m@7,l@8,m@5,21600l@6,21600e">'
        '<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>'
    )
    shape = (
        f'<v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s2049" type="#_x0000_t136" style="{style}"'
        ' alt="" o:allowincell="f" fillcolor="#e6e6e6" stroked="f">'
        f'<v:textpath style="font-family:&quot;Calibri&quot;;font-size:1pt" string={quoteattr(words)}/></v:shape>'
    )
    return f"<w:r><w:pict>{kind}{shape}</w:pict></w:r>"


def _said(words: str) -> str:
    return escape(NOT_IN_XML.sub("", words))
