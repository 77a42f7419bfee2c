"""Written, read and written again, a citation is the same: for each kind, in each form that can be read."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.library.citations import (
    Citation,
    Ecli,
    EuropeanCourt,
    Journal,
    Kamerstuk,
    Law,
    Ljn,
    NoSuchForm,
    NotACitation,
    Style,
    UnDocument,
    known_names,
    parse,
    to_text,
)
from helpdesk.library.citations.kinds import DUTCH_COURTS

LAWS = [name for name in known_names().rows if name.code != "BWBR0006000"]  # book 7A: “7A:1” is no number of ours
days = st.dates(date(1800, 1, 1), date(2100, 1, 1))
numbers = st.integers(1, 999).map(str)
articles = st.one_of(
    numbers,
    st.builds("{}:{}{}".format, st.integers(1, 11), st.integers(1, 400), st.sampled_from(["", "a", "bb"])),
    st.builds("{}.{}.{}".format, st.integers(1, 9), st.integers(1, 9), st.integers(1, 30)),
    st.sampled_from(["IV", "377a", "8_bis", "1a", "265k"]),
)
paragraphs = st.lists(st.integers(1, 60).map(str), max_size=1).map(lambda found: [("lid", value) for value in found])
items = st.lists(st.sampled_from(["a", "b", "bb", "2°", "k"]), max_size=1).map(
    lambda found: [("o", value) for value in found]
)
lines = st.lists(st.sampled_from(["1", "2", "11", "laatste"]), max_size=1).map(
    lambda found: [("zin", value) for value in found]
)


@st.composite
def laws(draw: st.DrawFn) -> Law:
    name = draw(st.sampled_from(LAWS))
    number = draw(numbers if name.book else articles)
    book = [("boek", name.book)] if name.book else []
    parts = [*book, ("artikel", number), *draw(paragraphs), *draw(items), *draw(lines)]
    return Law(name.code, name.cited, tuple(parts))


letters = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", min_size=1, max_size=25)
fixed = st.one_of(
    st.builds(
        Ecli,
        st.sampled_from(["NL", "EU", "CE", "DE"]),
        st.from_regex(r"\A[A-Z][A-Z0-9]{0,6}\Z"),
        st.integers(1900, 2100).map(str),
        letters,
        pinpoint=st.sampled_from(["", "3", "3.4.1"]),
    ),
    st.builds(
        Ecli,
        st.just("NL"),
        st.sampled_from(sorted(DUTCH_COURTS)),
        st.just("2012"),
        letters,
        days,
        st.sampled_from(["", "4.2"]),
    ),
    st.from_regex(r"\A[A-Z]{2}[0-9]{4}\Z").map(Ljn),
    st.builds(
        EuropeanCourt,
        st.from_regex(r"\A[0-9]{1,5}/[0-9]{2}\Z"),
        days,
        st.sampled_from(["", "Sabri Güneş/Turkije", "S. en Marper/Verenigd Koninkrijk"]),
    ),
    st.builds(
        EuropeanCourt,
        st.from_regex(r"\A[0-9]{1,5}/[0-9]{2}\Z"),
        st.none(),
        st.sampled_from(["Sabri Güneş v. Turkey", "Jeunesse v. the Netherlands"]),
        st.sampled_from(["", "GC"]),
    ),
    st.builds(
        UnDocument,
        st.one_of(
            st.sampled_from(
                ["A/RES/44/25", "CRC/C/NLD/CO/5-6", "CMW/C/GC/3-CRC/C/GC/22", "CRC/GC/2003/5", "CRC/C/GC/7/Rev.1"]
            ),
            st.integers(1, 99).map("CRC/C/GC/{}".format),
        ),
        st.sampled_from(["", "14"]),
    ),
    st.builds(Journal, st.sampled_from(["Stb.", "Stcrt.", "Trb."]), st.integers(1813, 2100).map(str), numbers),
    st.builds(
        Kamerstuk,
        st.sampled_from(["I", "II"]),
        st.sampled_from(["1999/00", "2025/26"]),
        st.sampled_from(["36871", "35300-VI"]),
        st.sampled_from(["4", "12B", "A", "AB"]),
    ),
)


@given(laws(), st.sampled_from([Style.SHORT, Style.LONG]))
@settings(max_examples=400)
def test_a_place_in_a_law_in_words(law: Law, style: Style) -> None:
    text = to_text(law, style)
    again = parse(text)
    assert again == law
    assert to_text(again, style) == text


@given(laws().filter(lambda law: law.work.startswith("BWB")), st.none() | days, st.none() | days)
def test_a_place_in_a_law_as_juriconnect(law: Law, day: date | None, seen: date | None) -> None:
    dated = Law(law.work, "", law.parts, day, seen)
    text = to_text(dated, Style.JCI)
    assert parse(text) == dated
    assert to_text(parse(text), Style.JCI) == text


@given(fixed)
@settings(max_examples=400)
def test_what_has_one_form(citation: Citation) -> None:
    text = to_text(citation)
    assert parse(text) == citation
    assert to_text(parse(text)) == text


@given(st.text(max_size=80))
def test_anything_typed_is_read_or_refused(text: str) -> None:
    with suppress(NotACitation):
        assert parse(text)


@pytest.mark.parametrize(
    ("text", "style", "words"),
    [
        ("art. 3 lid 1 IVRK", Style.LONG, "artikel 3, eerste lid, van het Verdrag inzake de rechten van het kind"),
        ("art. 3 lid 1 IVRK", Style.PLAIN, "artikel 3, lid 1, van het Kinderrechtenverdrag"),
        ("art. 3 IVRK", Style.PLAIN, "artikel 3 van het Kinderrechtenverdrag"),
        ("art. 3 lid 1 IVRK", Style.JCI, "jci1.3:c:BWBV0002508&artikel=3&lid=1"),
        ("art. 1:264 lid 2 BW", Style.LONG, "artikel 264, tweede lid, van Boek 1 van het Burgerlijk Wetboek"),
        ("art. 1:264 BW", Style.JCI, "jci1.3:c:BWBR0002656&boek=1&artikel=264"),
        ("artikel 8 lid 2 onder c Jeugdwet", Style.LONG, "artikel 8, tweede lid, onderdeel c, van de Jeugdwet"),
        ("titel 4.2 Awb", Style.LONG, "titel 4.2 van de Algemene wet bestuursrecht"),
        ("Jeugdwet", Style.PLAIN, "Jeugdwet"),
        ("ECLI:NL:RBDHA:2020:1", Style.PLAIN, "een uitspraak van een rechtbank uit 2020 (ECLI:NL:RBDHA:2020:1)"),
        ("CRC/C/GC/14", Style.PLAIN, "een tekst van het Kinderrechtencomité van de Verenigde Naties (CRC/C/GC/14)"),
        ("Stb. 2014, 105", Style.PLAIN, "het Staatsblad van 2014, nummer 105"),
    ],
)
def test_in_that_style(text: str, style: Style, words: str) -> None:
    assert to_text(parse(text), style) == words


def test_a_book_goes_without_saying_in_juriconnect() -> None:
    assert to_text(parse("jci1.3:c:BWBR0002656&artikel=264")) == "art. 1:264 BW"


def test_a_judgment_has_no_juriconnect() -> None:
    with pytest.raises(NoSuchForm):
        to_text(parse("ECLI:NL:HR:2012:BW5328"), Style.JCI)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("art. 3 lid IVRK", "Achter ‘lid’ hoort een nummer"),
        ("lid 2 art. 12 IVRK", "Schrijf eerst het artikel"),
        ("art. 3 Boomhuttenwet", "De wet ‘Boomhuttenwet’ kennen we niet"),
        ("art. 3", "Er staat niet bij in welke wet"),
        ("art. 264 BW", "Schrijf de naam voluit, met het boek"),
        ("art. 3 IVRK, art. 8 EVRM", "Hier staan 2 verwijzingen"),
        ("ECLI:NL:HR:2012:BW5328).", "en er staat niets achter"),
        ("ECLI:NL:HR:2012: BW5328", "geen spatie"),
        ("jci1.3:c:BWBR005537&artikel=3", "zeven cijfers"),
        ("art. 3 IVRK is belangrijk", "wat erachter staat begrijpen we niet"),
        ("zomaar iets", "herkennen we niet"),
        ("", "Schrijf hier één verwijzing"),
    ],
)
def test_a_refusal_says_what_is_wrong(text: str, words: str) -> None:
    with pytest.raises(NotACitation, match=words):
        parse(text)
