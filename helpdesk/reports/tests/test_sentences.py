"""Dutch sentences of jurists: an abbreviation, a number or an initial does not end one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.reports.sentences import ATOM, PERSON, sentences


def parted(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "wanted",
    [
        ["Het kind wil naar huis.", "Niemand vroeg het haar."],
        ["Volgens art. 3 lid 1 IVRK telt o.a. haar belang.", "Dat geldt ook hier."],
        ["Zie HR 1 mei 2020, r.o. 3.2, vgl. nr. 5 van de noot van mr. Jansen."],
        ["De zitting is op 2 oktober 2026.", "Daarna volgt de uitspraak."],
        ["Papieren gaan tot tien dagen (art. 8:58 Awb, d.w.z. kalenderdagen) naar de rechtbank.", "Dat is krap."],
        ["Niemand sprak met D.", "Zij wil naar huis."],
        ["D. Jansen en J.P. de Boer waren er niet.", "Moeder wel."],
        ["Er was hulp van school, de buurt enz.", "Dat stopte."],
        ["“Ik mis mama.”", "Dat zei zij drie keer!", "Waarom luisterde niemand?", "Dat weten wij niet."],
        ["Zij zei: “Ik wil naar huis.” en liep weg."],
        ["1. De rechter hoort het kind.", "2. De rechter weegt dat mee."],
        [f"Zo staat het in het besluit.{ATOM}", "Toch klopt het niet."],
        [f"Niemand vroeg het aan {PERSON}", "Zij weet het nog."],
        [f"Daar woont {PERSON} met haar moeder."],
        ["Zie ECLI:NL:HR:2020:1.", "Zie ook www.kinderrechten.nl voor meer."],
        ["Hij wist het al.", "De school ook."],
        ["Het bedrag is 3.500 euro.", "Dat is veel…", "Meer is er niet."],
    ],
)  # fmt: skip
def test_sentences_of_jurists(wanted: list[str]) -> None:
    assert parted(" ".join(wanted)) == wanted


def test_a_new_line_ends_a_sentence() -> None:
    assert parted("Wat wij vragen:\nhoor het kind\n\nen wacht") == ["Wat wij vragen:", "hoor het kind", "en wacht"]


@given(st.text(alphabet=f'aDe .?!\n1,art{ATOM}{PERSON}"', max_size=60))
def test_no_letter_is_in_no_sentence_or_in_two(text: str) -> None:
    spans = list(sentences(text))
    assert all(first < last for first, last in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert "".join("".join(parted(text)).split()) == "".join(text.split())
