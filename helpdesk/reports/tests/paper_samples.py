"""A report as long as a real one, made up from end to end: twenty citations, six annexes, every kind of block."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from helpdesk.reports.document import ELEMENTS, Node, checked
from helpdesk.reports.manuscript import Annex, CitationLine, Conditions, FactLine, Front, Manuscript, Outcome, Part

Nodes = Sequence[Any]
CHILD, AUTHOR = str(UUID(int=7)), str(UUID(int=8))
FACTS = [str(UUID(int=100 + number)) for number in range(1, 13)]
SOURCES = [str(UUID(int=200 + number)) for number in range(1, 21)]
COMMENT = "Deze opmerking is voor collega’s."
LONG = (
    "De beschikking noemt drie zorgen over de ontwikkelingsmogelijkheden van het kind en over de opvoedingsomgeving. "
    "Twee daarvan zijn sinds augustus opgelost; voor de derde is hulp aangevraagd die nog niet is gestart. De "
    "kinderbeschermingsmaatregel is daarna verlengd zonder dat de minder ingrijpende mogelijkheden zijn besproken, en "
    "zonder dat kenbaar is gemaakt welke betekenis de verwantschapsbanden in de belangenafweging hebben gekregen. "
)


def text(words: str, *marks: Node) -> Node:
    return {"type": "text", "text": words, **({"marks": list(marks)} if marks else {})}


def stands_on(*refs: str) -> Node:
    return {"type": "stands_on", "attrs": {"refs": " ".join(refs)}}


def change(kind: str, by: str = AUTHOR) -> Node:
    return {"type": kind, "attrs": {"id": "1", "by": by, "at": "2026-11-20T21:14:05+01:00"}}


def fact(at: int) -> Node:
    return {"type": "fact", "attrs": {"ref": FACTS[at]}}


def citation(at: int, form: str = "text") -> Node:
    return {"type": "citation", "attrs": {"ref": SOURCES[at], "as": form}}


def paragraph(*inline: Node | str) -> Node:
    content = [text(one) if isinstance(one, str) else one for one in inline]
    return {"type": "paragraph", "attrs": {}, "content": content}


def heading(words: str, level: int = 1) -> Node:
    return {"type": "heading", "attrs": {"level": level}, "content": [text(words)]}


def listed(*items: Nodes, ordered: bool = False) -> Node:
    kind = "ordered_list" if ordered else "bullet_list"
    return {"type": kind, "attrs": {}, "content": [{"type": "list_item", "content": list(one)} for one in items]}


def right(at: int, *said: str) -> Node:
    parts = zip(("right_fact", "right_norm", "right_gap"), said, strict=True)
    content = [{"type": kind, "content": [paragraph(words)]} for kind, words in parts]
    return {"type": "right", "attrs": {"citation": SOURCES[at]}, "content": content}


def generated(what: str) -> Node:
    return {"type": "generated", "attrs": {"what": what}}


def doc(*blocks: Node) -> dict[str, Any]:
    return checked({"type": "doc", "content": list(blocks)})


def manuscript(number: str = "KRR-2026-0007") -> Manuscript:
    """The whole of it; a draft when it has no number."""
    return Manuscript(_front(number), _parts(), _facts(), _citations(), {CHILD: "D."}, _conditions(), _annexes())


def _front(number: str) -> Front:
    return Front(
        title="Kinderrechtenrapportage voor D., 8 jaar",
        number=number,
        child="D., 8 jaar",
        code="KR-TEST1",
        procedure="Beroep bij de rechtbank",
        before="de rechtbank, zaak 26/1234",
        for_whom="de advocaat van D.",
        writer="I. de Wit, jurist kinderrechten",
        reader="M. Bakker, jurist kinderrechten",
        on=date(2026, 11, 28),
        question="Mag D. terug naar huis, en is hij gehoord?",
        privacy="Dit rapport gaat over één kind. Alleen wie het van ons kreeg mag het lezen.",
    )


def _parts() -> tuple[Part, ...]:
    person = {"type": "person", "attrs": {"ref": CHILD}}
    comment = {"type": "comment", "attrs": {"id": AUTHOR}}
    quote = {
        "type": "blockquote",
        "attrs": {"who": "D., gesprek van 6 november, met zijn toestemming"},
        "content": [paragraph("“Ik wil weten wanneer ik naar huis mag.”"), paragraph("“En dat iemand het vraagt.”")],
    }
    heard = paragraph(
        person,
        " is acht jaar en kan goed vertellen waar hij wil wonen. ",
        text("In het besluit staat niet dat iemand met hem heeft gesproken.", stands_on(FACTS[0], SOURCES[0])),
        " Zie ook ",
        fact(2),
        " en ",
        citation(1),
        citation(2, "note"),
        ". ",
        text("Zijn wens is ", comment),
        text("duidelijk en moet gevolgd worden", change("deletion")),
        text("duidelijk en moet kenbaar zijn meegewogen", change("insertion", "word")),
        ".",
        {"type": "footnote", "attrs": {"text": "Met dank aan wie dit las."}},
    )
    elements = [
        {"type": "element", "attrs": {"key": key}, "content": [paragraph(LONG), paragraph(LONG + LONG)]}
        for key in ELEMENTS
    ]
    rights = [
        block
        for at in range(6)
        for block in (
            heading(f"Recht nummer {at + 1}: opgroeien in een gezin dat voor hem zorgt"),
            right(at, LONG, "Een kind wordt niet van zijn ouders gescheiden tegen hun wil. " + LONG, LONG),
            paragraph(LONG + LONG, citation(at + 6, "note")),
            heading("Wat dat voor D. betekent", 2),
            paragraph(LONG, LONG),
        )
    ]
    wishes = listed(
        [paragraph("Hoor D. opnieuw, door iemand die hij vertrouwt.")],
        [paragraph("Herzie het plan:"), listed([paragraph("met een dag;")], [paragraph("met een vaste voogd.")])],
        ordered=True,
    )
    ours = (heading("De voorwaarden"), generated("conditions"))
    asked = (heading("Conclusie"), paragraph(LONG), heading("Verzoek"), wishes)
    lists = (heading("Bronnen"), generated("sources"), heading("Bijlagen"), generated("annexes"))
    sources = [paragraph(LONG, citation(at, "note" if at % 2 else "text"), ".") for at in range(20)]
    return (
        Part("summary", 1, "Samenvatting", doc(paragraph(LONG), wishes, paragraph(LONG))),
        Part("child", 2, "Het kind en de vraag", doc(heading("Het kind"), paragraph(LONG + LONG), _table())),
        Part("voice", 3, "De stem van het kind", doc(heading("Wat hij zegt"), heard, quote, paragraph(LONG))),
        Part("facts", 4, "Feiten en bronnen", doc(generated("facts"), heading("Wat we niet weten"), paragraph(LONG))),
        Part("frame", 5, "Juridisch kader", doc(heading("Het Kinderrechtenverdrag"), *sources)),
        Part("weighing", 6, "Afweging van belangen", doc(*elements, *ours)),
        Part("application", 7, "Toepassing op dit kind", doc(*rights)),
        Part("alternatives", 8, "Alternatieven", doc(paragraph(LONG + LONG), paragraph(LONG))),
        Part(
            "conclusion",
            9,
            "Conclusie en verzoek",
            doc(*asked),
        ),
        Part(
            "annexes",
            10,
            "Bijlagen",
            doc(*lists),
        ),
        Part("plain", 0, "Voor jou", doc(paragraph("Wij schreven op wat jij ons vertelde."))),
    )


def _table() -> Node:
    def row(kind: str, *cells: str) -> Node:
        attrs = {"colspan": 1, "rowspan": 1, "colwidth": None}
        content = [{"type": kind, "attrs": attrs, "content": [paragraph(words)]} for words in cells]
        return {"type": "table_row", "content": content}

    told = [row("table_cell", "Moeder", "altijd"), row("table_cell", "Pleeggezin", "mei")]
    return {"type": "table", "attrs": {}, "content": [row("table_header", "Wie", "Sinds"), *told]}


def _facts() -> tuple[FactLine, ...]:
    return tuple(
        FactLine(
            ref,
            number,
            f"Gebeurtenis {number}. {LONG[:118]}.",
            "Besluit van de gecertificeerde instelling, blz. 3" if number % 2 else "moeder",
            date(2026, 10, number),
            contested="yes" if number % 3 == 0 else "no",
            contested_by="de instelling" if number % 3 == 0 else "",
            annex=number % 7,
        )
        for number, ref in enumerate(FACTS, start=1)
    )


def _citations() -> tuple[CitationLine, ...]:
    groups = ("treaty", "comment", "law", "case-law", "policy", "other")
    return tuple(
        CitationLine(
            ref,
            f"art. {number} IVRK",
            f"Verdrag inzake de rechten van het kind, artikel {number}",
            groups[number % 6],
            f"Woorden van artikel {number}, zoals ze toen luidden.",
            "geldig op 2 oktober 2026",
            "0" * 64,
            in_force=number != 5,
            sure="practice" if number == 7 else "verified",
            source="https://wetten.overheid.nl/BWBV0002508" if number == 3 else "",
        )
        for number, ref in enumerate(SOURCES, start=1)
    )


def _conditions() -> Conditions:
    names = {number: f"voorwaarde {number} voor ontwikkeling" for number in range(1, 15)}
    now = {number: ("good", "moderate", "poor", "unknown")[number % 4] for number in names}
    stay = Outcome("stay", "Blijft in het pleeggezin", dict.fromkeys(names, "moderate"), {2: "Verslag van de school."})
    home = Outcome("home", "Gaat terug naar huis", dict.fromkeys(names, "good"), {7: "Plan van moeder."})
    return Conditions(names, now, {1: "Verslag van de huisarts.", 7: "Drie verhuizingen in een jaar."}, (stay, home))


def _annexes() -> tuple[Annex, ...]:
    return tuple(Annex(number, f"Stuk nummer {number}", date(2026, 9, number), 3, "ab" * 32) for number in range(1, 7))
