"""The whole checklist: what stops signing first, then what is worth a look, each in the order of the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from helpdesk.reports.checks.names import Hit, Names, all_words
from helpdesk.reports.checks.record import Around, Finding, Severity
from helpdesk.reports.checks.rows import deadline, people, sources
from helpdesk.reports.checks.texts import Block, Span, blocks
from helpdesk.reports.document import Node, marks_of, nodes, written
from helpdesk.reports.manuscript import Manuscript, Part

REASONING = ("weighing", "application", "alternatives", "conclusion")
ESSENTIAL = frozenset({"summary", "voice", "facts", "application", "conclusion"})  # our own choice
_STOPS, _LOOK = Severity.STOPS, Severity.LOOK
_GROUNDS = frozenset({"stands_on", "position"})


def check(manuscript: Manuscript, around: Around) -> list[Finding]:
    """Look at everything.

    Args:
        manuscript: the report as it would be printed now.
        around: what stands outside of it: names, days, consent, readers.
    """
    found = [
        *_voice(manuscript),
        *(one for part in manuscript.parts for one in _part(part, around)),
        *(one for part in manuscript.parts if part.key in REASONING for one in _grounds(part)),
        *_names(manuscript, around),
        *sources(manuscript),
        *people(manuscript, around),
        *deadline(around),
    ]
    return sorted(found, key=lambda one: one.severity is not Severity.STOPS)


def stops(findings: Sequence[Finding]) -> list[Finding]:
    """Those that keep a report from being signed."""
    return [one for one in findings if one.severity is Severity.STOPS]


def _voice(manuscript: Manuscript) -> Iterator[Finding]:
    voice = next((part for part in manuscript.parts if part.key == "voice"), None)
    if voice is None or not written(voice.doc):
        told = "De stem van het kind ontbreekt. Schrijf ook op als het kind niets wilde zeggen."
        yield Finding(_STOPS, "no-voice", told, "voice" if voice else "")
    elif not any(node["type"] == "blockquote" for node in nodes(voice.doc)):
        yield Finding(_LOOK, "no-own-words", "Bij de stem van het kind staan geen eigen woorden van het kind.", "voice")
    for part in manuscript.parts:
        for node in nodes(part.doc):
            if node["type"] == "blockquote" and not node["attrs"].get("who", "").strip():
                severity = _STOPS if part.key == "voice" else _LOOK
                yield Finding(
                    severity, "no-who", "Bij deze woorden staat niet wie ze zei.", part.key, node["attrs"]["id"]
                )


def _part(part: Part, around: Around) -> Iterator[Finding]:
    if part.key != "voice" and not (written(part.doc) or _is_made(part.doc)):
        severity = _STOPS if part.key in ESSENTIAL else _LOOK
        yield Finding(severity, "empty", f"“{part.title}” is nog leeg.", part.key)
    marks = [marks_of(node) for node in nodes(part.doc)]
    if any("insertion" in one or "deletion" in one for one in marks):
        told = f"In “{part.title}” staan nog voorstellen. Neem ze over of wijs ze af."
        yield Finding(_STOPS, "suggestions", told, part.key)
    if {one["comment"]["id"] for one in marks if "comment" in one} & set(around.open_comments):
        yield Finding(_STOPS, "comments", f"In “{part.title}” staan nog opmerkingen open.", part.key)


def _is_made(doc: Node) -> bool:
    """Whether a table is put there, which the outline did: then it says something without a word."""
    return any(node["type"] == "generated" for node in nodes(doc))


def _grounds(part: Part) -> Iterator[Finding]:
    """Sentences that stand on nothing and are not marked as our own view. A quote and a question need no ground."""
    provided = _provided(part.doc)
    for block in blocks(part.key, part.doc):
        if block.kind == "heading" or {"blockquote", "table_header"} & set(block.within) or block.id in provided:
            continue
        for one in block.sentences():
            if not _is_grounded(one) and any(letter.isalpha() for letter in one.words) and one.words[-1] != "?":
                told = f"Waar staat deze zin op? “{_short(one.words)}”"
                yield Finding(_LOOK, "no-ground", told, part.key, block.id, one.start, one.end)


def _provided(doc: Node) -> set[str]:
    """The paragraphs that say the norm of a right: they stand on the provision that was chosen for it."""
    rights = [node for node in nodes(doc) if node["type"] == "right" and node["attrs"].get("citation")]
    norms = [norm for right in rights for norm in right["content"] if norm["type"] == "right_norm"]
    return {node["attrs"]["id"] for norm in norms for node in nodes(norm) if node["type"] == "paragraph"}


def _is_grounded(one: Span) -> bool:
    return any(_GROUNDS & set(marks_of(node)) or node["type"] in ("fact", "citation") for node in one.nodes)


def _names(manuscript: Manuscript, around: Around) -> Iterator[Finding]:
    names = Names(around.hidden, around.named)
    for part in manuscript.parts:
        for block in blocks(part.key, part.doc):
            for hit in names.hits(block.text):
                yield _named(hit, f"in “{part.title}”", block)
        for node in nodes(part.doc):
            attrs = node.get("attrs", {})
            for hit in names.hits(all_words([attrs.get("text", ""), attrs.get("who", "")])):
                yield _named(hit, f"in een noot of bijschrift van “{part.title}”", None, part.key)
    for where, text, part_key, ref in _beside(manuscript):
        for hit in names.hits(text):
            yield _named(hit, where, None, part_key, ref=ref)


def _beside(manuscript: Manuscript) -> Iterator[tuple[str, str, str, str]]:
    """What is printed and stands in no text: where, the words, the part that shows it, and the ref of a fact."""
    front = manuscript.front
    words = all_words([front.title, front.child, front.before, front.question, front.procedure])
    yield "op het voorblad", words, "", ""
    for fact in manuscript.facts:
        words = all_words([fact.text, fact.said_by, fact.contested_by, fact.day_words])
        yield f"bij feit {fact.number}", words, "", fact.ref
    for annex in manuscript.annexes:
        yield f"in de titel van bijlage {annex.number}", annex.title, "annexes", ""
    if (conditions := manuscript.conditions) is not None:
        said = [
            *conditions.evidence.values(),
            *(words for one in conditions.outcomes for words in one.because.values()),
        ]
        titles = [one.title for one in conditions.outcomes]
        yield "bij de voorwaarden voor ontwikkeling", all_words([*said, *titles]), "weighing", ""


def _named(hit: Hit, where: str, block: Block | None, part: str = "", *, ref: str = "") -> Finding:
    start, end = block.place(hit.start, hit.end) if block else (0, 0)
    what, told = "name", f"De naam “{hit.words}” staat {where}. Gebruik initialen of een omschrijving."
    if not hit.sure:
        what, told = "like-a-name", f"“{hit.words}” {where} lijkt op een naam die niet gedrukt mag worden."
    severity = _STOPS if hit.sure else _LOOK
    return Finding(severity, what, told, block.part if block else part, block.id if block else "", start, end, ref)


def _short(words: str) -> str:
    bare = " ".join("".join(letter for letter in words if letter < "\ufff0").split())
    return bare if len(bare) <= 80 else f"{bare[:79].rstrip()}…"
