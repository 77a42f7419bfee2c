"""Treaties as Markdown: the text in one or more languages under one another, articles as headings of the third level.

Each language is a version of its own. Where the numbers skip one, the heading of an article is missing: that is a gap,
never a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import BinaryIO

from helpdesk.library.models import Form, Kind
from helpdesk.library.reading.outline import Node, Outline, lost, number_of
from helpdesk.library.reading.pieces import UNOFFICIAL, Gap, Item, Piece, StateHead, Unreadable, WorkHead
from helpdesk.library.reading.treaty_lines import (
    ANNEX,
    ARTICLE,
    CLOSING,
    CODE,
    MARKS,
    PARAGRAPH_HEAD,
    PART,
    PARTS,
    PREAMBLE,
    blocks_of,
    shown,
)

# As a reader finds it: the number is that of the register of the government; what we read is somebody's copy of it.
SOURCE = "Basiswettenbestand (wetten.overheid.nl), {code}; kopie uit 2015"


def read(file: BinaryIO, file_name: str = "") -> Iterator[Item]:
    """For each language a head, its pieces and the gaps. Raises `Unreadable` where no treaty is recognised."""
    text = file.read().decode("utf-8", "replace").replace("\x00", "")
    code = CODE.search(str(PurePath(file_name)))
    blocks = blocks_of(text.splitlines())
    if code is None or not blocks:
        raise Unreadable("geen verdrag in Markdown: geen nummer in het pad, of geen artikelen")
    name = next((line.lstrip("# ").strip() for line in text.splitlines() if re.match(r"##[^#]", line)), code[0])
    kind = Kind.PROTOCOL if "protocol" in name.lower()[:40] else Kind.TREATY
    work = WorkHead(code[0], kind, name, source=SOURCE.format(code=code[0]), confidence=UNOFFICIAL)
    for block in blocks:
        yield StateHead(work, block.language, facts={"title": block.title or name})
        kept = [name, block.title]
        body = [line for line in block.lines if not (line.startswith("#") and shown(line) in kept)]
        for item in _Body(block.language).read(body):
            if isinstance(item, Piece):
                kept.append(item.label + item.heading + item.text)
            yield item
        for one in lost((shown(line) for line in block.lines), kept):
            yield Gap(f"{block.language}: tekst", f"tekst die nergens staat: {one[:200]}")


class _Body:
    def __init__(self, language: str) -> None:
        self._out = Outline()
        self._language = language
        self._parts: list[Node] = []
        self._article: Node | None = None
        self._marks: list[tuple[str, Node]] = []
        self._counts = {"al": 0, "bijlage": 0, "kop": 0, "overweging": 0, "slot": 0}
        self._last = 0
        self._bare_heading = False  # a heading was just read: a title after it is its own

    def read(self, lines: list[str]) -> Iterator[Item]:
        for line in lines:
            raw = line.strip()
            if shown(raw):
                yield from self._line(raw)
        yield from self._end_parts(0)

    def _line(self, raw: str) -> Iterator[Item]:
        if found := ARTICLE.match(raw):
            yield from self._begin_article(found)
        elif found := PART.match(raw):
            word = PARTS[found["word"].lower()]
            yield from self._end_parts(_depth(word, self._parts))
            label = shown(raw[: found.start("rest")])
            self._part(f"{word}={found['number']}", label, shown(found["rest"]))
        elif ANNEX.match(raw):
            yield from self._end_parts(0)
            self._part(f"bijlage={self._next('bijlage')}", "", shown(raw), owns=True)
        elif found := PARAGRAPH_HEAD.match(raw):
            yield from self._end_article()
            self._article = self._out.open(Form.PARAGRAPH, f"lid={found['number']}", label=shown(raw))
            self._bare_heading = True
        elif raw.startswith("#"):
            yield from self._title(raw)
        elif PREAMBLE.fullmatch(shown(raw)) and not self._parts:
            self._part("aanhef", "", shown(raw))
        elif CLOSING.match(shown(raw)):
            yield from self._end_parts(1 if self._parts and self._parts[0].owns else 0)
            self._part(f"slot={self._next('slot')}" if self._counts["slot"] else "slot", "", "")
            yield from self._text(shown(raw))
        else:
            self._bare_heading = False
            yield from self._text(shown(raw))

    def _begin_article(self, found: re.Match[str]) -> Iterator[Item]:
        yield from self._end_parts(0) if self._in("aanhef", "slot") else self._end_article()
        number = number_of(found["number"])
        if number.isdecimal() and not (self._parts and self._parts[0].owns):
            if self._last and int(number) > self._last + 1:
                missing = ", ".join(map(str, range(self._last + 1, int(number))))
                yield Gap(f"{self._language}: na artikel {self._last}", f"geen kop gevonden van artikel {missing}")
            self._last = max(self._last, int(number))
        label = f"{found['word'].capitalize()} {found['number'].strip()}"
        self._article = self._out.open(
            Form.ARTICLE, f"artikel={number}", label=label, heading=shown(found["rest"]), root=True
        )
        self._bare_heading = True

    def _title(self, raw: str) -> Iterator[Item]:
        """A title of its own: of the article or part that was just begun, of the whole, or of a part without number."""
        text = shown(raw)
        target = self._article or (self._parts[-1] if self._parts else None)
        if self._bare_heading and target is not None and not target.heading:
            target.heading = text
            self._bare_heading = False
        else:
            yield from self._end_parts(1 if self._parts and self._parts[0].owns else 0)
            self._part(f"kop={self._next('kop')}", "", text)

    def _text(self, text: str) -> Iterator[Item]:
        if self._article is None:
            before = not self._parts or self._in("aanhef")
            form, word = (Form.RECITAL, "overweging") if before else (Form.TEXT, "al")
            node = self._out.open(form, f"{word}={self._next(word)}", root=before)
            node.lines.append(text)
            yield self._out.close(node)
            return
        if (marked := self._mark(text)) is None:
            holder = self._marks[-1][1] if self._marks else self._article
            yield from self._plain(holder, text)
            return
        kind, found = marked
        depth = next((at for at, (open_kind, _) in enumerate(self._marks) if open_kind == kind), len(self._marks))
        yield from self._end_marks(depth)
        is_paragraph = not self._marks and kind in {"num", "paren"}
        form, word = (Form.PARAGRAPH, "lid") if is_paragraph else (Form.ITEM, "o")
        node = self._out.open(form, f"{word}={found['number']}", label=found["mark"])
        self._marks.append((kind, node))
        if found["rest"]:
            again = self._mark(found["rest"])
            if again is not None and again[0] != kind and again[0] != "upper":
                yield from self._text(found["rest"])
            else:
                node.lines.append(found["rest"])

    def _plain(self, holder: Node, text: str) -> Iterator[Item]:
        if not holder.below:
            holder.lines.append(text)
            return
        node = self._out.open(Form.TEXT, f"al={holder.count('al') + 1}")
        node.lines.append(text)
        yield self._out.close(node)

    def _mark(self, text: str) -> tuple[str, re.Match[str]] | None:
        for kind, pattern in MARKS:
            if (found := pattern.fullmatch(text)) is not None and self._may_begin(kind, found["number"]):
                return kind, found
        return None

    def _may_begin(self, kind: str, number: str) -> bool:
        """(i) after (h) is a letter; a first mark of a kind is its first number or letter."""
        open_kinds = {one: node.label.strip("(). ") for one, node in self._marks}
        if kind == "roman":
            before = open_kinds.get("lower", "")
            return not (
                len(number) == 1 and before and ord(number) == ord(before[:1]) + 1 and "roman" not in open_kinds
            )
        if kind == "lower":
            return kind in open_kinds or number == "a"
        if kind in {"num", "paren"}:
            last = open_kinds.get(kind, "")
            return int(number) == 1 or (last.isdecimal() and int(number) <= int(last) + 3)
        return True

    def _end_marks(self, depth: int) -> Iterator[Item]:
        while len(self._marks) > depth:
            yield self._out.close(self._marks.pop()[1])

    def _end_article(self) -> Iterator[Item]:
        yield from self._end_marks(0)
        if self._article is not None:
            node, self._article = self._article, None
            yield self._out.close(node)

    def _part(self, part: str, label: str, heading: str, *, owns: bool = False) -> None:
        self._parts.append(self._out.open(Form.HEADING, part, label=label, heading=heading, owns=owns))
        self._bare_heading = True

    def _end_parts(self, depth: int) -> Iterator[Item]:
        yield from self._end_article()
        while len(self._parts) > depth:
            yield self._out.close(self._parts.pop())

    def _in(self, *words: str) -> bool:
        return bool(self._parts) and self._parts[-1].address.partition("=")[0] in words

    def _next(self, word: str) -> int:
        self._counts[word] += 1
        return self._counts[word]


def _depth(word: str, parts: list[Node]) -> int:
    """How many parts stay open above a new one of this word: an equal one ends, and all that stand under it."""
    if parts and parts[0].address.partition("=")[0] not in PARTS.values():
        return 0
    return next(
        (at for at, one in enumerate(parts) if one.address.rpartition("&")[2].startswith(f"{word}=")), len(parts)
    )
