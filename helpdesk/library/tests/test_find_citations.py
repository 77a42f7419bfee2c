"""References in running text: their exact places, and lists cut into what they name."""

from __future__ import annotations

import pytest

from helpdesk.library.citations import Law, find, to_text
from helpdesk.library.citations.names import Name, Names, known_names
from helpdesk.library.citations.tokens import Token, Tokens

JEUGDWET = "BWBR0034925"


def told(text: str, **how: str) -> list[tuple[str, str]]:
    """What was found: the words in the text, and what they point to."""
    return [(text[one.start : one.end], "; ".join(map(to_text, one.citations))) for one in find(text, **how)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "references"),
    [
        ("Zie art. 3 IVRK, art. 8 EVRM.", [("art. 3 IVRK", "art. 3 IVRK"), ("art. 8 EVRM", "art. 8 EVRM")]),
        (
            "artikel 3, eerste lid, en 5 IVRK",
            [("artikel 3, eerste lid", "art. 3 lid 1 IVRK"), ("5 IVRK", "art. 5 IVRK")],
        ),
        (
            "de artikelen 6:7 tot en met 6:9 Awb gelden",
            [("artikelen 6:7 tot en met 6:9 Awb", "art. 6:7 Awb; art. 6:8 Awb; art. 6:9 Awb")],
        ),
        (
            "artikel 2.66 van de Wet voortgezet onderwijs 2020 en",
            [("artikel 2.66 van de Wet voortgezet onderwijs 2020", "art. 2.66 WVO 2020")],
        ),
        (
            "artikel 264 van Boek 1 van het Burgerlijk Wetboek",
            [("artikel 264 van Boek 1 van het Burgerlijk Wetboek", "art. 1:264 BW")],
        ),
        ("artikel 3 en artikel 5 IVRK", [("artikel 3", "art. 3 IVRK"), ("artikel 5 IVRK", "art. 5 IVRK")]),
        ("art. 9:8(1)(b) Awb", [("art. 9:8(1)(b) Awb", "art. 9:8 lid 1 onder b Awb")]),
        (
            "artikel 7.2.2, eerste lid onder b tot en met d, van de WEB",
            [
                (
                    "artikel 7.2.2, eerste lid onder b tot en met d, van de WEB",
                    "art. 7.2.2 lid 1 onder b WEB; art. 7.2.2 lid 1 onder c WEB; art. 7.2.2 lid 1 onder d WEB",
                )
            ],
        ),
        (
            "artikel 1 van de Jeugdwet. Artikel 2, tweede lid, van die wet",
            [
                ("artikel 1 van de Jeugdwet", "art. 1 Jeugdwet"),
                ("Artikel 2, tweede lid, van die wet", "art. 2 lid 2 Jeugdwet"),
            ],
        ),
        (
            "zie artikel 5 van de Wet zeldzame zaken 1911 die geldt",
            [("artikel 5 van de Wet zeldzame zaken 1911", "art. 5 Wet zeldzame zaken 1911")],
        ),
        (
            "HR 21 september 2012, ECLI:NL:HR:2012:BW5328, r.o. 3.4, en CRC/C/GC/14, par. 6.",
            [
                (
                    "HR 21 september 2012, ECLI:NL:HR:2012:BW5328, r.o. 3.4",
                    "HR 21 september 2012, ECLI:NL:HR:2012:BW5328, rov. 3.4",
                ),
                ("CRC/C/GC/14, par. 6", "CRC/C/GC/14, par. 6"),
            ],
        ),
        ("Stb.\u00a02014,\n105", [("Stb.\u00a02014,\n105", "Stb. 2014, 105")]),
        ("Een kind van de Jeugdwet", [("Jeugdwet", "Jeugdwet")]),
    ],
)
def test_in_any_text(text: str, references: list[tuple[str, str]]) -> None:
    assert told(text) == references


@pytest.mark.parametrize(
    ("text", "references"),
    [
        ("De artikelen 1-4 zijn", [("artikelen 1", "art. 1 Jeugdwet"), ("4", "art. 4 Jeugdwet")]),
        (
            "artikel 2, eerste lid, of artikel 4 van de Awb",
            [("artikel 2, eerste lid", "art. 2 lid 1 Jeugdwet"), ("artikel 4 van de Awb", "art. 4 Awb")],
        ),
        (
            "artikel 9.1, eerste, dan wel tweede lid, voor",
            [("artikel 9.1, eerste, dan wel tweede lid", "art. 9.1 lid 1 Jeugdwet; art. 9.1 lid 2 Jeugdwet")],
        ),
        ("als bedoeld in artikel 4.0.1 van deze wet", [("artikel 4.0.1", "art. 4.0.1 Jeugdwet")]),
        ("de paragrafen 6.3 en 6.4", [("paragrafen 6.3", "paragraaf 6.3 Jeugdwet"), ("6.4", "paragraaf 6.4 Jeugdwet")]),
        (
            "artikel 1, onderdeel b, subonderdeel 3, en",
            [("artikel 1, onderdeel b, subonderdeel 3", "art. 1 onder b onder 3 Jeugdwet")],
        ),
    ],
)
def test_in_the_text_of_a_law(text: str, references: list[tuple[str, str]]) -> None:
    assert told(text, context_work=JEUGDWET) == references


@pytest.mark.parametrize(
    "text",
    [
        "Het tweede lid is niet van toepassing.",
        "Zie hoofdstuk 3 en paragraaf 2 van dit verslag.",
        "Hij kreeg 3 jaar en 5 maanden.",
        "Het Facultatief Protocol bij het Verdrag inzake de rechten van het kind",
        "De WEB is af, de sr. zei het.",
        "ECLI:EP:BA:1986:T020683:19860326",
        "artikelen over sport",
        "",
    ],
)
def test_what_is_not_certain_is_not_found(text: str) -> None:
    assert find(text) == []


def test_a_number_of_something_else_is_no_article() -> None:
    assert told("artikel 3 IVRK en 5 jaar later") == [("artikel 3 IVRK", "art. 3 IVRK")]
    assert told("artikel 5, 12 kinderen", context_work=JEUGDWET) == [("artikel 5", "art. 5 Jeugdwet")]


def test_works_of_the_library_give_names() -> None:
    names = known_names().extended([Name("BWBR0099999", "Wet op de boomhutten", "Wbh")])
    (found,) = find("artikel 1 Wbh", names=names)
    assert isinstance(found.citations[0], Law)
    assert found.citations[0].work == "BWBR0099999"


def test_a_name_for_two_laws_is_not_chosen() -> None:
    names = Names([Name("BWBR0000001", "Wet een", "Wx"), Name("BWBR0000002", "Wet twee", "Wx")])
    (found,) = find("artikel 1 Wx", names=names)
    assert isinstance(found.citations[0], Law)
    assert found.citations[0].work == ""


HOSTILE = [
    "artikelen " + "1, " * 400,
    "artikel 1, " + "eerste, " * 400,
    "paragraaf 1, " * 400,
    "artikel 1 van Boek 1 " + "van Boek 1 " * 400,
    "artikel 1 van de Wet " + "op de " * 400,
    "Verdrag inzake de rechten van het " * 400,
    "artikel 3 lid 1 onder a " * 400,
    "vijfde titel van " * 400,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:25])
@pytest.mark.parametrize("work", [None, JEUGDWET])
def test_the_work_grows_no_faster_than_the_text(text: str, work: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    looked = 0
    ask = Tokens.__getitem__

    def counted(self: Tokens, place: int) -> Token:
        nonlocal looked
        looked += 1
        return ask(self, place)

    monkeypatch.setattr(Tokens, "__getitem__", counted)
    find(text, context_work=work)
    once, looked = looked, 0
    find(text + text, context_work=work)
    assert looked < 2.5 * once + 1_000


@pytest.mark.parametrize(
    "seed",
    [
        "jci1.3:c:BWBR0005537&a=",
        "ECLI:NL:HR:2012:B.",
        "Aa Aa. v. ",
        "EHRM 29 juni 2012, 27396/06 (",
        "CRC/C/GC/1-",
        "Stb. 2014, ",
        "a",
    ],
)
def test_a_long_text_of_one_thing_comes_back(seed: str) -> None:
    text = seed * (300_000 // len(seed))
    assert all(0 <= one.start < one.end <= len(text) for one in find(text))
