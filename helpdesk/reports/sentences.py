"""Where a Dutch sentence of a jurist begins and ends: an abbreviation, a number or an initial does not end it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

ATOM, PERSON = "\ufffc", "\ufffb"  # stand for a fact, citation or note, and for a person, whose initials end in a dot
_ABBREVIATIONS = """
    a.d.h.v. a.u.b. a.w. aanh. aant. afd. afl. alg. arr. art. artt. b.v. bijl. bijv. blz. bv. c.a. c.c. c.q. c.s.
    ca. cf. concl. d.d. d.i. d.m.v. d.w.z. dd. dhr. dl. dr. drs. e.a. e.d. e.v. ed. enz. etc. evt. excl. fig. gem.
    i.c. i.c.m. i.d. i.e. i.h.b. i.i.g. i.o. i.p.v. i.v.m. ib. ibid. id. incl. ing. inz. ir. jl. jo. jr. jur. k.b.
    kst. m.a.w. m.b.t. m.b.v. m.i. m.i.v. m.m.v. m.n. m.nt. m.u.v. mej. mevr. mgr. mr. mw. n.a.v. n.o. n.v.t. nl.
    no. nr. nrs. o.a. o.b.v. o.g. o.g.v. o.i. o.i.d. o.l.v. o.m. o.t. op.cit. opm. overw. p. p.a. p.g. p.m. par.
    pag. plm. pp. prof. r.o. rb. resp. s.v.p. sect. sr. st. stb. stcrt. t.a.p. t.a.v. t.b.v. t.g.v. t.k. t.n.v.
    t.o.v. t.w.v. t/m. tel. trb. v.l.n.r. vb. vgl. vlg. vnl. voorz. vz. w.o. wnd. z.g.a.n. z.i. z.o.z. z.s.m. zgn.
"""
_SHORT = frozenset(_ABBREVIATIONS.split())
# With these a sentence can end: then what comes next says which it is.
_MAY_END = frozenset({"a.w.", "c.s.", "e.a.", "e.d.", "e.v.", "enz.", "etc.", "jl.", "o.i.d."})
_BEGINNINGS = """
    aan al alle als artikel behalve bij bovendien daar daarbij daardoor daarmee daarna daarnaast daarom daarop dan
    dat de deze dit doch door dus echter een eerst en er evenmin gelet geen haar hem hen het hier hieruit hij hoe
    hun ik immers in indien intussen is juist maar men met mijn moeder na naar nadat niemand niet nog noch nu of om
    omdat onder ondanks ook op over pas sinds slechts te tegen ten terwijl toch toen tot uit vader van vanaf vandaag
    vervolgens volgens voor waar waarom wanneer want wat we welke wie wij zelfs ze zij zijn zo zodra zolang zonder
    zowel
"""
_STARTERS = frozenset(_BEGINNINGS.split())
_END = re.compile(rf"[.!?…]+[\"'”’»)\]{ATOM}]*|{PERSON}(?=\s)|\n+")
_WORD_BEFORE = re.compile(r"[^\s(\[\"'“‘«]+\Z")
_WORD_AFTER = re.compile(r"[\s\"'“‘«(\[]*(\w+|\S)?")
_INITIAL = re.compile(r"(?:[A-Z]\.)+\Z")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The place of each sentence, without the white space around it."""
    start = 0
    for found in _END.finditer(text):
        if _ends(text, start, found):
            yield from _bare(text, start, found.end())
            start = found.end()
    yield from _bare(text, start, len(text))


def starts(word: str) -> bool:
    """Whether it is a word with which sentences begin, so that its capital says nothing."""
    return word.lower() in _STARTERS


def _ends(text: str, start: int, found: re.Match[str]) -> bool:
    sign, after = found[0], text[found.end() :][:80]
    if sign.startswith("\n"):
        return True
    if after and not after[0].isspace():
        return False  # 8.58, o.a., www.
    behind = _WORD_AFTER.match(after)
    following = (behind[1] or "") if behind else ""
    if following and (following[0].islower() or (following[0].isdigit() and _is_short(text, start, found))):
        return False
    if sign == PERSON:
        return starts(following) and following[:1].isupper()
    if not sign.startswith("."):
        return True
    before = _before(text, start, found)
    if before.removesuffix(".").isdigit() and not text[start : found.start()].strip(" 0123456789"):
        return False  # the number of a list
    if _INITIAL.fullmatch(before) or before.lower() in _MAY_END:
        return not following or starts(following)
    return not _is_short(text, start, found)


def _before(text: str, start: int, found: re.Match[str]) -> str:
    word = _WORD_BEFORE.search(text[start : found.start()])
    return (word[0] if word else "") + "."


def _is_short(text: str, start: int, found: re.Match[str]) -> bool:
    return found[0].startswith(".") and _before(text, start, found).lower() in _SHORT


def _bare(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    words = text[start:end]
    first, last = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
    if first < last:
        yield first, last
