"""Each structure of each form of source, in a small file of our own."""

from __future__ import annotations

import io

import pytest

from helpdesk.library.reading import bwb, hudoc, rechtspraak, treaty
from helpdesk.library.reading.kinds import recognise
from helpdesk.library.reading.outline import lost, number_of
from helpdesk.library.reading.pieces import Gap, Item, Piece, StateHead
from helpdesk.library.tests.law import law


def law_of(text: str, **more: str) -> tuple[dict[str, Piece], list[Gap]]:
    return sorted_out(bwb.read(io.BytesIO(law("2020-01-01", text, **more).encode()), "law.xml"))


def sorted_out(items: object) -> tuple[dict[str, Piece], list[Gap]]:
    found: list[Item] = list(items)  # type: ignore[call-overload]
    pieces = {one.address: one for one in found if isinstance(one, Piece)}
    assert len(pieces) == sum(isinstance(one, Piece) for one in found)
    assert sorted(one.position for one in pieces.values()) == list(range(len(pieces)))
    return pieces, [one for one in found if isinstance(one, Gap)]


def article(number: str, rest: str, label: str = "Artikel") -> str:
    return f"<artikel><kop><label>{label}</label><nr>{number}</nr></kop>{rest}</artikel>"


@pytest.mark.parametrize("number", ["7.3.4", "5:9", "377a", "1:265k", "I", "IA", "12bis"])
def test_every_way_of_numbering(number: str) -> None:
    pieces, gaps = law_of(article(number, "<al>Tekst.</al>"))
    assert (list(pieces), gaps) == ([f"artikel={number}"], [])
    assert pieces[f"artikel={number}"].label == f"Artikel {number}"


def test_lists_in_lists_and_dashes() -> None:
    inner = "<lijst><li><li.nr>1°.</li.nr><al>een</al></li><li><li.nr>2°.</li.nr><al>twee</al></li></lijst>"
    pieces, _ = law_of(
        article("1", f"<al>Er is:</al><lijst><li><li.nr>a.</li.nr><al>dit:</al>{inner}</li></lijst><al>En verder.</al>")
        + article("2", f"<lijst><li><li.nr>–</li.nr><al>los:</al>{inner}</li></lijst>")
    )
    assert pieces["artikel=1&o=a&o=2"].text == "twee"
    assert pieces["artikel=1&o=a"].text == "dit:"
    assert (pieces["artikel=1&al=2"].text, pieces["artikel=1"].text) == ("En verder.", "Er is:")
    assert pieces["artikel=2&o=1"].under == "artikel=2&o=_1"  # as the editors cite it: without the dash


def test_structure_and_whose_numbers_begin_anew() -> None:
    one, other = article("1", "<al>Een.</al>"), article("1", "<al>Anders.</al>")
    pieces, gaps = law_of(
        "<boek><kop><label>Boek</label><nr>1</nr></kop>"
        "<titeldeel><kop><label>Titel</label><nr>2</nr><titel>Iets</titel></kop><afdeling><kop><nr>3</nr></kop>"
        f"<paragraaf><kop><label>§</label><nr>1</nr></kop>{one}</paragraaf></afdeling></titeldeel></boek></wettekst>"
        f"<bijlage><kop><label>Bijlage</label><nr>II</nr></kop>{other}<al>Los.</al></bijlage><wettekst>"
    )
    assert gaps == []
    assert pieces["boek=1&titeldeel=2"].heading == "Iets"
    assert pieces["artikel=1"].under == "boek=1&titeldeel=2&afdeling=3&paragraaf=1"
    assert pieces["bijlage=II&artikel=1"].text == "Anders."
    assert pieces["bijlage=II&al=1"].text == "Los."


def test_tables_notes_and_what_stands_inline() -> None:
    pieces, gaps = law_of(
        article(
            "1",
            '<al>Zie <extref doc="x">artikel 2</extref><noot><noot.nr>1</noot.nr><noot.al>Een noot.'
            "</noot.al></noot>, m<sup>2</sup>.</al>"
            "<table><title>Kop</title><tgroup><thead><row><entry><al>A</al></entry><entry><al>B</al>"
            "</entry></row></thead>"
            "<tbody><row><entry><al>1</al></entry><entry><al>2</al></entry></row></tbody></tgroup></table>",
        )
    )
    assert gaps == []
    assert pieces["artikel=1"].text == "Zie artikel 2 [noot] , m2."
    assert pieces["artikel=1&noot=1"].text == "Een noot."
    assert (pieces["artikel=1&tabel=1"].heading, pieces["artikel=1&tabel=1"].text) == ("Kop", "A\tB\n1\t2")


def test_preamble_recitals_and_end() -> None:
    text = (
        "</wettekst><aanhef><wij>Wij.</wij><considerans><considerans.al>Omdat.</considerans.al></considerans>"
        "<afkondiging><al>Zo is het.</al></afkondiging></aanhef><wetsluiting><slotformulering><al>Lasten.</al>"
        "</slotformulering><ondertekening><naam><voornaam>A.</voornaam><achternaam>B</achternaam>"
        "</naam></ondertekening>"
        "</wetsluiting><wettekst>"
    )
    pieces, gaps = law_of(text)
    assert gaps == []
    assert pieces["overweging=1"].text == "Omdat."
    assert [pieces[one].text for one in ("aanhef&al=1", "aanhef&al=2", "slot&al=1", "slot&al=2")] == [
        "Wij.", "Zo is het.", "Lasten.", "A. B",
    ]  # fmt: skip


def test_a_circular_a_treaty_and_an_amending_article() -> None:
    head = '<toestand bwb-id="BWBR0000001" inwerkingtreding="2020-01-01"><wetgeving soort="circulaire">'
    circular = (
        f"{head}<circulaire><circulaire-tekst><circulaire.divisie><kop><nr>1</nr><titel>Doel</titel>"
        f"</kop><tekst><al>Dit.</al>"
        "</tekst></circulaire.divisie></circulaire-tekst></circulaire></wetgeving></toestand>"
    )
    items = list(bwb.read(io.BytesIO(circular.encode())))
    assert next(one for one in items if isinstance(one, StateHead)).work.kind == "policy"
    pieces, gaps = sorted_out(iter(items))
    assert (pieces["divisie=1&al=1"].text, gaps) == ("Dit.", [])
    amending, gaps = law_of(
        "<wijzig-artikel><kop><label>Artikel</label><nr>I</nr></kop><wat>De wet wordt gewijzigd:</wat><wijzig-lid>"
        "<lidnr>A</lidnr><wijziging><al>Artikel 1 vervalt.</al></wijziging></wijzig-lid></wijzig-artikel>"
    )
    assert gaps == []
    assert "Artikel 1 vervalt." in [one.text for one in amending.values()]
    assert amending["artikel=I"].text == "De wet wordt gewijzigd:"


def test_a_treaty_in_two_languages_is_two_states() -> None:
    texts = ""
    for language, word in (("en", "Article"), ("nl", "Artikel")):
        body = article("1", f"<al>{word}.</al>", word)
        texts += f'<verdragtekst xml:lang="{language}"><kop><titel>{word}</titel></kop><wettekst>{body}</wettekst>'
        texts += "</verdragtekst>"
    head = '<toestand bwb-id="BWBV0000001" inwerkingtreding="2020-01-01"><wetgeving soort="verdrag" xml:lang="nl">'
    items = list(bwb.read(io.BytesIO(f"{head}<verdrag>{texts}</verdrag></wetgeving></toestand>".encode())))
    heads = [at for at, one in enumerate(items) if isinstance(one, StateHead)]
    assert [items[at].language for at in heads] == ["en", "nl"]  # type: ignore[union-attr]
    for part, word in ((items[heads[0] : heads[1]], "Article"), (items[heads[1] :], "Artikel")):
        pieces, gaps = sorted_out(iter(part))
        assert (pieces["artikel=1"].text, gaps) == (f"{word}.", [])


def test_an_article_of_the_same_number_keeps_an_address_of_its_own() -> None:
    text = "".join(
        f"<hoofdstuk><kop><nr>{c}</nr></kop>{article('1', f'<al>{c}</al>')}</hoofdstuk>" for c in (1, 2)
    ) + article("1", "<al>3</al>") + article("1", "<al>4</al>")  # fmt: skip
    pieces, _ = law_of(text)
    assert {place for place in pieces if "artikel" in place} == {
        *("artikel=1", "hoofdstuk=2&artikel=1", "artikel=1&nr=2", "artikel=1&nr=3"),
    }


def test_what_is_not_known_is_kept_and_told() -> None:
    pieces, gaps = law_of(article("1", "<al>Een.</al><nieuws>Twee.</nieuws>"))
    assert pieces["artikel=1"].text == "Een.\nTwee."
    assert "onbekend element <nieuws>" in gaps[0].what


def test_the_digest_is_over_everything_under_an_article_and_over_nothing_else() -> None:
    old, _ = law_of(article("1", "<lid><lidnr>1</lidnr><al>a</al></lid>") + article("2", "<al>b</al>"))
    new, _ = law_of(article("1", "<lid><lidnr>1</lidnr><al>x</al></lid>") + article("2", "<al>b</al>"))
    assert old["artikel=1"].digest != new["artikel=1"].digest
    assert old["artikel=2"].digest == new["artikel=2"].digest


def test_letters_that_went_nowhere_are_found() -> None:
    assert lost(["Een.", " Twee. "], ["1 Een."]) == ["Twee."]
    assert lost(["Een. Een."], ["Een. Een."]) == []
    assert lost(["Een.", "Een."], ["Een."]) == ["(4 letters)"]


def test_numbers_as_addresses_have_them() -> None:
    printed = {"1°.": "1", "a)": "a", "(ii)": "ii", "–": "", "7.3.4": "7.3.4", "1 bis": "1_bis", "3/4": "3_4"}
    assert {one: number_of(one) for one in printed} == printed


JUDGMENT = (
    "<open-rechtspraak>"
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcterms="http://purl.org/dc/terms/">'
    "<rdf:Description><dcterms:identifier>ECLI:NL:RBTEST:2020:1</dcterms:identifier>"
    "<dcterms:date>2020-02-03</dcterms:date>"
    "</rdf:Description></rdf:RDF>{}</open-rechtspraak>"
)


def judgment(text: str) -> tuple[dict[str, Piece], list[Gap]]:
    return sorted_out(rechtspraak.read(io.BytesIO(JUDGMENT.format(text).encode())))


def test_a_judgment_of_the_new_form() -> None:
    pieces, gaps = judgment(
        "<uitspraak><section><title><nr>3</nr>De beoordeling</title><paragroup><nr>3.4</nr><para>Hoofd."
        "</para><paragroup>"
        "<nr>3.4.1</nr><para>Zo.</para></paragroup></paragroup><para>Los.</para></section></uitspraak>"
    )
    assert gaps == []
    assert pieces["kop=3"].heading == "De beoordeling"
    assert (pieces["rov=3.4"].text, pieces["rov=3.4.1"].text) == ("Hoofd.", "Zo.")
    assert pieces["rov=3.4.1"].under == "rov=3.4"
    assert pieces["al=1"].text == "Los."


def test_a_judgment_of_the_old_form() -> None:
    lines = [
        "Inleiding.",
        "1. De procedure",
        "1.1 Op 3 mei.",
        "Vervolg.",
        "2. De beoordeling",
        "2.1. Zo.",
        "12 mei 2020 was een dag.",
    ]
    pieces, gaps = judgment("<uitspraak>" + "".join(f"<para>{line}</para>" for line in lines) + "</uitspraak>")
    assert gaps == []
    assert [(one.address, one.under) for one in sorted(pieces.values(), key=lambda one: one.position)] == [
        ("al=1", ""), ("kop=1", ""), ("rov=1.1", "kop=1"), ("al=2", "rov=1.1"), ("kop=2", ""), ("rov=2.1", "kop=2"),
        ("al=3", "rov=2.1"),
    ]  # fmt: skip


def test_a_european_judgment() -> None:
    text = (
        "CASE OF X v. Y\n\n(Application no. 12/93)\n\nJUDGMENT\n\n26 November "
        "1992\n\nPROCEDURE\n\n1. First.\n\n2. Second.\n\nMore.\n\n"
        "AS TO THE LAW\n\n3. Third.\n\nDISSENTING OPINION OF JUDGE Z\n\n1. I do not agree.\n"
    )
    items = list(hudoc.read(io.BytesIO(text.encode()), "standard_001-1_ENG.txt"))
    head = next(one for one in items if isinstance(one, StateHead))
    assert head.facts == {
        "sort": "standard",
        "application_numbers": ["12/93"],
        "parties": "X v. Y",
        "day": "1992-11-26",
    }
    assert head.work.short == "EHRM 26 november 1992, nr. 12/93"
    pieces, gaps = sorted_out(iter(items))
    assert gaps == []
    assert [place for place in pieces if "par=" in place] == ["par=1", "par=2", "par=3", "opinie=1&par=1"]


def test_a_treaty_and_the_heading_that_is_missing() -> None:
    text = (
        "##Verdrag\n\n####Convention\n\nPreamble\n\nConsidering.\n### PART  I  \n\n### Article  1  "
        "\n\n1.  One:\n\na) first;  \n\n"
        "(i) deeper;\n\n2. Two.\n\n###Article 2 \n\nText.\n\n### Article  4  "
        "\n\n####Title\n\nFour.\n\nIN WITNESS WHEREOF signed.\n"
    )
    pieces, gaps = sorted_out(treaty.read(io.BytesIO(text.encode()), "verdrag/BWBV0000001/README.md"))
    head = next(iter(treaty.read(io.BytesIO(text.encode()), "verdrag/BWBV0000001/README.md")))
    assert isinstance(head, StateHead)
    assert head.work.source == "Basiswettenbestand (wetten.overheid.nl), BWBV0000001; kopie uit 2015"
    assert [gap.what for gap in gaps] == ["geen kop gevonden van artikel 3"]
    assert pieces["artikel=1&lid=1&o=a&o=i"].text == "deeper;"
    assert pieces["artikel=1&lid=2"].text == "Two."
    assert pieces["artikel=4"].heading == "Title"
    assert pieces["overweging=1"].text == "Considering."
    assert pieces["slot&al=1"].text == "IN WITNESS WHEREOF signed."


def test_the_kind_is_seen_from_the_first_bytes() -> None:
    known = {
        b'\n<?xml version="1.0"?><!-- x --><toestand a="1">': "bwb",
        b"\xef\xbb\xbf<open-rechtspraak>": "rechtspraak",
        b"<wetstechnische-informatie>": "wti",
        b"<html>": "xml",
        b"": "xml",
    }
    assert {head: recognise(head, "a.xml") for head in known} == known
    assert recognise(b"CASE OF", "standard_001-57769_ENG.txt") == "hudoc"
    assert recognise(b"# X", "verdrag/BWBV0002508/README.md") == "verdrag"
    assert recognise(b"# X", "README.md") == ""
