"""Word files as we send them, and as Word gives them back: with traces, comments and notes."""

from __future__ import annotations

import io
import json
import re
import subprocess
import zipfile
from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import pypandoc

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MORE = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
_MORE += 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
LAWYER = "mr. A. Jansen"
AT = "2026-11-20T10:00:00Z"
TITLE, VOICE, STORY, ONE, TWO, QUOTE, END = (f"0000000{n}" for n in range(1, 8))
TEXTS = {
    VOICE: "De stem van D.",
    STORY: "D. wil naar huis. Niemand vroeg het haar.\ue001 Zo staat het.",
    ONE: "het besluit",
    TWO: "de brief",
    QUOTE: "Ik mis mama.",
    END: "Dit is het slot van het verhaal.",
}


def _node(kind: str, content: Any = None) -> dict[str, Any]:
    return {"t": kind, "c": content} if content is not None else {"t": kind}


def _para(block: str, *said: Any) -> dict[str, Any]:
    inside = [_node("Str", one) if isinstance(one, str) else one for one in said]
    return _node("Para", [_node("Span", [[f"blk_{block}", [], []], inside])] if block else inside)


def sent() -> bytes:
    """A small report by pandoc: every block has its bookmark, the title has none."""
    heading = _para(VOICE, TEXTS[VOICE])["c"]
    note = _node("Note", [_para("", "Brief van mei.")])
    story = [
        "D. wil naar huis. ",
        _node("Strong", [_node("Str", "Niemand")]),
        " vroeg het haar.",
        note,
        " Zo staat het.",
    ]
    blocks = [
        _node("Header", [1, ["", [], []], [_node("Str", "Rapportage")]]),
        _node("Header", [2, ["", [], []], heading]),
        _para(STORY, *story),
        _node("BulletList", [[_para(ONE, TEXTS[ONE])], [_para(TWO, TEXTS[TWO])]]),
        _node("BlockQuote", [_para(QUOTE, TEXTS[QUOTE]), _para("", "D., 8 jaar")]),
        _para(END, TEXTS[END]),
    ]
    tree = {"pandoc-api-version": [1, 23, 1], "meta": {}, "blocks": blocks}
    command = [pypandoc.get_pandoc_path(), "--sandbox", "-f", "json", "-t", "docx", "-o", "-"]
    return subprocess.run(command, input=json.dumps(tree).encode(), capture_output=True, check=True).stdout


def edited(
    data: bytes, *changes: tuple[str, str], part: str = "word/document.xml", more: Mapping[str, str] | None = None
) -> bytes:
    """The file with words of its XML replaced; each must stand in it once. `more` are parts put beside."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            said = old.read(name)
            if name == part:
                text = said.decode()
                for was, now in changes:
                    assert text.count(was) == 1, (was, text.count(was))
                    text = text.replace(was, now)
                said = text.encode()
            if name not in (more or {}):
                new.writestr(name, said)
        for name, text in (more or {}).items():
            new.writestr(name, text)
    return out.getvalue()


def run(text: str, tag: str = "t", look: str = "") -> str:
    """Words as Word keeps them."""
    return (
        f'<w:r>{f"<w:rPr>{look}</w:rPr>" if look else ""}<w:{tag} xml:space="preserve">{escape(text)}</w:{tag}></w:r>'
    )


def ins(text: str, author: str = LAWYER, look: str = "") -> str:
    """Words that were put in."""
    return f"<w:ins {_who(author)}>{run(text, look=look)}</w:ins>"


def gone(text: str, author: str = LAWYER) -> str:
    """Words that were taken out."""
    return f"<w:del {_who(author)}>{run(text, 'delText')}</w:del>"


def mark(how: str, author: str = LAWYER) -> str:
    """The end of a paragraph that was put in or taken out."""
    return f"<w:rPr><w:{how} {_who(author)}/></w:rPr>"


def t(text: str) -> str:
    """The element as pandoc writes it, to be found in the XML."""
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def within(*parts: str) -> str:
    """Runs in the place of one element of text."""
    return f"</w:r>{''.join(parts)}<w:r>".replace("<w:r></w:r>", "")


def _who(author: str) -> str:
    return f'w:id="900" w:author={quoteattr(author)} w:date="{AT}"'


def with_comments(data: bytes, *rows: tuple[str, str, str], answers: Mapping[str, str] | None = None) -> bytes:
    """The file with comments (number, author, text); `answers` say which answers which."""
    one = '<w:comment w:id="{}" w:author={} w:date="{}" w:initials="x"><w:p w14:paraId="P{}">{}</w:p></w:comment>'
    said = "".join(one.format(number, quoteattr(author), AT, number, run(text)) for number, author, text in rows)
    tied = "".join(
        f'<w15:commentEx w15:paraId="P{number}" w15:paraIdParent="P{above}" w15:done="1"/>'
        for number, above in (answers or {}).items()
    )
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        types = packed.read("[Content_Types].xml").decode()
        links = packed.read("word/_rels/document.xml.rels").decode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    links = links.replace(
        "</Relationships>", f'<Relationship Id="c1" Type="{kind}" Target="comments.xml"/></Relationships>'
    )
    new = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_OFFICE}.{name}+xml"/>'
        for name in ("comments", "commentsExtended")
    )
    types = (
        types.replace("</Types>", f"{new}</Types>")
        if "comments+xml" not in types
        else types.replace("</Types>", new.split("/>", 1)[1] + "</Types>")
    )
    return edited(
        data,
        more={
            "word/comments.xml": f"<w:comments {_W} {_MORE}>{said}</w:comments>",
            "word/commentsExtended.xml": f"<w15:commentsEx {_MORE}>{tied}</w15:commentsEx>",
            "[Content_Types].xml": types,
            "word/_rels/document.xml.rels": links,
        },
    )


def bare(body: str, *notes: str) -> bytes:
    """The smallest Word file with this body; the footnotes have the numbers from 1 on."""
    parts = {"document.main": "document", "footnotes": "footnotes"}
    row = '<Override PartName="/word/{}.xml" ContentType="{}.{}+xml"/>'
    told = "".join(row.format(name, _OFFICE, kind) for kind, name in parts.items())
    kinds = "http://schemas.openxmlformats.org/package/2006/content-types"
    said = "".join(f'<w:footnote w:id="{n}"><w:p>{run(text)}</w:p></w:footnote>' for n, text in enumerate(notes, 1))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", f'<Types xmlns="{kinds}">{told}</Types>')
        file.writestr("word/document.xml", f"<w:document {_W}><w:body>{body}</w:body></w:document>")
        file.writestr("word/footnotes.xml", f"<w:footnotes {_W}>{said}</w:footnotes>")
    return out.getvalue()


def block(number: str, *parts: str, look: str = "") -> str:
    """A paragraph that is one block of ours."""
    key = int(number, 16)
    start = f'<w:bookmarkStart w:id="{key}" w:name="blk_{number}"/>'
    return f'<w:p><w:pPr>{look}</w:pPr>{start}{"".join(parts)}<w:bookmarkEnd w:id="{key}"/></w:p>'


def part_of(data: bytes, name: str = "word/document.xml") -> str:
    """The XML of one part."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return packed.read(name).decode()


def closing_of(data: bytes, number: str) -> str:
    """The end of the bookmark of a block, as pandoc wrote it."""
    found = re.search(rf'w:id="(\d+)" w:name="blk_{number}"', part_of(data))
    assert found
    return f'<w:bookmarkEnd w:id="{found[1]}" />'


def paragraph_of(data: bytes, number: str) -> str:
    """The whole paragraph of a block."""
    (found,) = (one for one in re.findall(r"<w:p>.*?</w:p>", part_of(data), re.DOTALL) if f"blk_{number}" in one)
    return str(found)


def footnote_sign(data: bytes) -> str:
    """The run with the sign of the only footnote."""
    found = re.search(r"<w:r>(?:(?!</w:r>).)*<w:footnoteReference.*?</w:r>", part_of(data), re.DOTALL)
    assert found
    return found[0]
