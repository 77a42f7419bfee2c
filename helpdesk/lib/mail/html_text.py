"""HTML as plain text: what a reader would see, links in words, quotes with `>`. Nothing is fetched, nothing runs."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from helpdesk.lib.plain_text import plain_text

_UNSEEN = {"script", "style", "head", "title", "template", "noscript", "svg", "object", "iframe", "select", "textarea"}
_LINES = {"div", "tr", "table", "ul", "ol", "section", "article", "header", "footer", "dt", "dd", "form", "center"}
_BLOCKS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote"}
_DEEPEST = 30
_OPEN = 2_000  # signs after a tag that never closes: the parser would look for its end at each sign again
_RULE = "_" * 32


def html_to_text(html: str) -> str:
    """The words of a page. Where the parser gives up, all that is no tag."""
    reader = _Reader()
    try:
        reader.feed(html)
        if len(reader.rawdata) < _OPEN:
            reader.close()
        else:
            reader.handle_data(_without_tags(reader.rawdata))
    except (AssertionError, ValueError, RecursionError):
        return plain_text(_without_tags(html)).strip()
    return plain_text(reader.text())


def _without_tags(html: str) -> str:
    return re.sub(r"<[^<>]{0,2000}>", " ", html)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[tuple[int, str]] = []
        self._now: list[str] = []
        self._quotes = self._unseen = self._kept = 0
        self._link: tuple[str, int] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "br":
            self._end_line(always=True)
        elif tag == "hr":
            self._end_line()
            self._now.append(_RULE)
            self._end_line()
        elif tag in _BLOCKS or tag in _LINES:
            self._end_line()
            if tag in _BLOCKS:
                self._blank()
            self._kept += tag == "pre"
            self._quotes += tag == "blockquote"
        elif tag == "li":
            self._end_line()
            self._now.append("- ")
        elif tag in {"td", "th"} and self._now:
            self._now.append(" ")
        elif tag == "img" and (alt := dict(attrs).get("alt")):
            self._now.append(f"[{alt[:200]}]")
        elif tag == "a":
            self._link = (dict(attrs).get("href") or "")[:2000].strip(), len(self._now)

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag == "body":
            self._unseen = 0
        elif tag in _BLOCKS or tag in _LINES or tag == "li":
            self._end_line()
            if tag in _BLOCKS:
                self._blank()
            if tag == "blockquote":
                self._quotes = max(0, self._quotes - 1)
            if tag == "pre":
                self._kept = max(0, self._kept - 1)
        elif tag == "a" and self._link:
            self._close_link(*self._link)

    def handle_data(self, data: str) -> None:
        if self._unseen:
            return
        if not self._kept:
            self._now.append(re.sub(r"[ \t\r\n\f]+", " ", data))
            return
        first, *others = data.split("\n")
        self._now.append(first)
        for line in others:
            self._end_line(always=True)
            self._now.append(line)

    def text(self) -> str:
        """All lines so far, never more than one blank line in a row."""
        self._end_line()
        lines: list[str] = []
        for quotes, words in self._lines:
            line = (">" * min(quotes, _DEEPEST) + " " if quotes else "") + words
            if line.strip("> ") or (lines and lines[-1].strip("> ")):
                lines.append(line.rstrip() if not words.startswith("--") else line)
        while lines and not lines[-1].strip("> "):
            lines.pop()
        return "\n".join(lines).strip()

    def _end_line(self, *, always: bool = False) -> None:
        line = "".join(self._now).replace("\xa0", " ")
        line = line if self._kept else re.sub(" +", " ", line).lstrip()
        if line.strip() or always:
            self._lines.append((self._quotes, line if line.strip() == "--" else line.rstrip()))
        self._now = []
        if self._link:
            self._link = self._link[0], 0

    def _blank(self) -> None:
        if self._lines and self._lines[-1][1]:
            self._lines.append((self._quotes, ""))

    def _close_link(self, address: str, since: int) -> None:
        self._link = None
        shown = "".join(self._now[since:]).strip()
        plain = address.removeprefix("mailto:")
        if address.startswith(("http://", "https://", "mailto:", "tel:")) and plain.rstrip("/") not in shown:
            self._now.append(f" <{address}>" if address.startswith("mailto:") else f" ({address})")
