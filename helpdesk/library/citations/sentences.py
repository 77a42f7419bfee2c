"""A text cut into its sentences. A point after an abbreviation, a figure or one letter ends nothing."""

from __future__ import annotations

import re

from helpdesk.library.citations.tokens import words

_ABBREVIATIONS = frozenset(
    words(
        """aant afd al art artt bijv blz bv ca cf d.w.z dhr dr drs e.a e.d e.v enz etc evt fig gem h.o hfst i.c
        i.v.m incl ing ir j.o jl jo kst lid.jo m.b.t m.i m.i.v m.n m.u.v mevr mr mrs mw n.a.v nl nr nrs o.a
        o.b.v o.g.v o.m ov p p.m par pag prof r.o red resp rov s.v sr st stb stcrt sub t.a.v t.b.v t.o.v
        t.z.t trb tw u.v v.a v.h vgl vs w.o z.g z.o.z zgn"""
    )
)
_MARK = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)")
_WORD_BEFORE = re.compile(r"[\w.]+\Z")
_BEGINS = re.compile(r"\s+[\"'“‘„«(\[]*(?=[^\W_])")
_BACK = 30  # signs: longer than any abbreviation


def sentences(text: str) -> list[str]:
    """The sentences of a text, in order, without the white space around them."""
    cut, begin = [], 0
    for mark in _MARK.finditer(text):
        if _ends_here(text, begin, mark):
            cut.append(text[begin : mark.end()].strip())
            begin = mark.end()
    return [sentence for sentence in [*cut, text[begin:].strip()] if sentence]


def sentence(text: str, which: str) -> str:
    """The sentence with that number, or the `laatste`; nothing when the text has no such sentence."""
    all_of_them = sentences(text)
    if which == "laatste":
        return all_of_them[-1] if all_of_them else ""
    place = int(which) if which.isdecimal() else 0
    return all_of_them[place - 1] if 0 < place <= len(all_of_them) else ""


def _ends_here(text: str, begin: int, mark: re.Match[str]) -> bool:
    after = _BEGINS.match(text, mark.end())
    if after is None:
        return mark.end() >= len(text.rstrip())
    first = text[after.end()]
    if first.islower():
        return False
    if not mark[0].startswith(".") or mark[0].startswith(".."):
        return True
    before = _WORD_BEFORE.search(text[max(0, mark.start() - _BACK) : mark.start()])
    word = before[0].casefold() if before else ""
    numbers_a_line = word.isdecimal() and text[begin : mark.start()].strip() == word
    return word not in _ABBREVIATIONS and not (len(word) == 1 and word.isalpha()) and not numbers_a_line
