"""Sentences of a law: an abbreviation, a number or a letter with a point ends none."""

from __future__ import annotations

import pytest

from helpdesk.library.citations.sentences import sentence, sentences


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Dat is zo. Dit ook.", ["Dat is zo.", "Dit ook."]),
        ("Zie art. 3 IVRK. Ook Stb. 2014, 105 geldt.", ["Zie art. 3 IVRK.", "Ook Stb. 2014, 105 geldt."]),
        ("Mr. J. Jansen e.a. Zij gaan.", ["Mr. J. Jansen e.a. Zij gaan."]),
        ("De termijn is 6.5 weken. Niet langer!", ["De termijn is 6.5 weken.", "Niet langer!"]),
        ("Hij zei: „Kom.” Zij kwam.", ["Hij zei: „Kom.”", "Zij kwam."]),
        ("1. Ieder kind heeft rechten. 2. Ook jij.", ["1. Ieder kind heeft rechten.", "2. Ook jij."]),
        ("Zonder punt", ["Zonder punt"]),
        ("", []),
    ],
)
def test_cut_into_sentences(text: str, cut: list[str]) -> None:
    assert sentences(text) == cut


def test_one_of_them() -> None:
    text = "Een. Twee. Drie."
    assert [sentence(text, which) for which in ("1", "3", "laatste", "4", "0", "x")] == [
        "Een.",
        "Drie.",
        "Drie.",
        "",
        "",
        "",
    ]
