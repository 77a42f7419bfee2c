"""The lines of a treaty in Markdown: what each is, which words it holds, and where one language ends."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

ARTICLE = re.compile(
    r"#{2,4}\s*(?P<word>Article|Artikel)\s+(?P<number>\d+\s*[a-z]{0,3}|[IVXLC]+)\s*(?P<rest>.*)", re.IGNORECASE
)
PARTS = {
    "part": "deel", "deel": "deel", "chapter": "hoofdstuk", "hoofdstuk": "hoofdstuk", "section": "titeldeel",
    "titel": "titeldeel", "title": "titeldeel", "afdeling": "afdeling",
}  # fmt: skip
PART = re.compile(rf"#{{2,4}}\s*(?P<word>{'|'.join(PARTS)})\s+(?P<number>[IVXLC]+|\d+)\b\s*(?P<rest>.*)", re.IGNORECASE)
ANNEX = re.compile(r"#{2,4}\s*(?:annex|schedule|bijlage|final act|slotakte|aanhangsel|appendix)\b.*", re.IGNORECASE)
PARAGRAPH_HEAD = re.compile(r"#{2,4}\s*(?:paragraph|paragraaf)\s+(?P<number>\d+)\s*", re.IGNORECASE)
PREAMBLE = re.compile(r"(?:preamble|preambule|preambel)\s*", re.IGNORECASE)
CLOSING = re.compile(r"(?:in witness (?:w|t)hereof|ten blijke waarvan|done (?:at|in) |gedaan te )", re.IGNORECASE)
CODE = re.compile(r"BWBV\d{7}")
# What may begin a line inside an article, each kind of mark apart: a mark of a kind that is open goes back to it.
MARKS = (
    ("num", re.compile(r"(?P<mark>(?P<number>\d{1,2})\s?\.)\s*(?P<rest>\S.*)")),
    ("paren", re.compile(r"(?P<mark>\((?P<number>\d{1,2})\))\s*(?P<rest>\S.*)")),
    ("roman", re.compile(r"(?P<mark>\(?(?P<number>[ivx]{2,5}|i|v|x)[).])\s*(?P<rest>\S.*)")),
    ("lower", re.compile(r"(?P<mark>\(?(?P<number>[a-z])[).])\s*(?P<rest>\S.*)")),
    ("upper", re.compile(r"(?P<mark>(?P<number>[A-Z])\.)\s*(?P<rest>.*)")),
)


@dataclass
class Block:
    """The lines of one language."""

    language: str
    title: str = ""
    lines: list[str] = field(default_factory=list)


def shown(line: str) -> str:
    """The words of a line without what Markdown adds: marks of headings, stress, and where a link goes."""
    line = re.sub(r"<meta[^>]*>", "", line)
    line = re.sub(r"\[([^\]]*)\]\([^)\s]*\)", r"\1", line)
    line = re.sub(r"^\s*#{1,6}\s*[-–]?\s*", "", line).replace("*", "").replace("\\", "")
    return " ".join(line.split())


def blocks_of(lines: list[str]) -> list[Block]:
    """Cut where the language of the articles changes: at the title before the first article of the next language."""
    starts: list[tuple[int, str]] = []
    for at, line in enumerate(lines):
        found = ARTICLE.match(line.strip())
        language = {"article": "en", "artikel": "nl"}[found["word"].lower()] if found else ""
        if language and (not starts or starts[-1][1] != language):
            starts.append((_title_before(lines, at), language))
    if not starts:
        return []
    starts[0] = (0, starts[0][1])
    ends = [at for at, _ in starts[1:]] + [len(lines)]
    blocks = []
    for (at, language), end in zip(starts, ends, strict=True):
        part = lines[at:end]
        title = next((shown(line) for line in part if re.match(r"####[^#]", line.strip())), "")
        blocks.append(Block(language, title, part))
    return blocks


def _title_before(lines: list[str], at: int) -> int:
    """Back over the preamble to the title, and not to the title of an article of the other language."""
    for back in range(at - 1, -1, -1):
        line = lines[back].strip()
        if ARTICLE.match(line):
            return at
        if line.startswith("####") and not _under_heading(lines, back):
            return back
    return at


def _under_heading(lines: list[str], at: int) -> bool:
    before = next((lines[back].strip() for back in range(at - 1, -1, -1) if lines[back].strip()), "")
    return bool(ARTICLE.match(before) or PART.match(before) or ANNEX.match(before))
