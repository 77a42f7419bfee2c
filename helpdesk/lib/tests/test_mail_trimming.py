"""New words are told from old ones; nothing goes missing between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.trimming import ours, score, sources
from helpdesk.lib.mail.trimming import Role, split
from helpdesk.lib.tests.mail_samples import real_mail

NEW = "Dank u, dat helpt.\n\nGroet, Noor\n"
INTRODUCTIONS = {
    "gmail nl": "Op di 3 mrt 2026 om 14:00 schreef Helpdesk <helpdesk@example.org>:\n\n> Beste Noor,\n> tot dan\n",
    "gmail nl, two lines": "Op di 3 mrt 2026 om 14:00 schreef Helpdesk <\nhelpdesk@example.org>:\n\n> Beste Noor\n",
    "apple nl": (
        "> Op 3 mrt 2026 om 14:00 heeft Helpdesk <helpdesk@example.org> het volgende geschreven:\n> \n> Beste\n"
    ),
    "apple nl, unmarked": "Op 3 mrt 2026, om 14:00 heeft Helpdesk het volgende geschreven:\n\nBeste Noor\n",
    "thunderbird nl": "Op 03-03-2026 om 14:00 schreef Helpdesk:\n> Beste Noor\n",
    "thunderbird nl, name first": "Helpdesk schreef op 3-3-2026 om 14:00:\n> Beste Noor\n",
    "outlook nl": (
        "Van: Helpdesk <h@example.org>\nVerzonden: dinsdag 3 maart 2026 14:00\nAan: Noor\nOnderwerp: Re: x\n\nBeste\n"
    ),
    "outlook nl, bold": "*Van:* Helpdesk\n*Verzonden:* dinsdag 3 maart 2026\n*Aan:* Noor\n*Onderwerp:* x\n\nBeste\n",
    "outlook nl, rule": (
        "________________________________\nVan: H <h@example.org>\nVerzonden: di\nAan: N\nOnderwerp: x\n\nB\n"
    ),
    "original nl": "-----Oorspronkelijk bericht-----\nVan: Helpdesk\nVerzonden: dinsdag\n\nBeste Noor\n",
    "original, long": "-------- Oorspronkelijk bericht --------\nBeste Noor\n",
    "outlook en": "From: Helpdesk\nSent: Tuesday, March 3, 2026 2:00 PM\nTo: Noor\nSubject: x\n\nDear\n",
    "outlook de": "Von: Helpdesk\nGesendet: Dienstag, 3. März 2026 14:00\nAn: Noor\nBetreff: x\n\nLiebe\n",
    "outlook fr": "De : Helpdesk\nEnvoyé : mardi 3 mars 2026 14:00\nÀ : Noor\nObjet : x\n\nChère\n",
    "gmail en": "On Tue, Mar 3, 2026 at 2:00 PM Helpdesk <h@example.org> wrote:\n\n> Dear\n",
    "gmail de": "Am Di., 3. März 2026 um 14:00 Uhr schrieb Helpdesk <h@example.org>:\n\n> Liebe\n",
    "gmail fr": "Le mar. 3 mars 2026 à 14:00, Helpdesk <h@example.org> a écrit :\n\n> Chère\n",
    "bare": "> Beste Noor\n> tot dan\n",
}


@pytest.mark.parametrize("program", INTRODUCTIONS)
def test_old_words_are_cut_where_mail_programs_say(program: str) -> None:
    done = split(NEW + "\n" + INTRODUCTIONS[program])
    assert done.new.strip() == NEW.strip()
    assert done.quoted == INTRODUCTIONS[program]


@pytest.mark.parametrize(
    "signature",
    [
        "-- \nNoor de Vries\n06 12345678\n",
        "--\nNoor\n",
        "Verstuurd vanaf mijn iPhone\n",
        "Verzonden vanuit Mail voor Windows\n",
        "Verzonden via Outlook voor Android\n",
        "Outlook voor iOS downloaden<https://aka.ms/x>\n",
        "Sent from my Galaxy\n",
        "Von meinem iPhone gesendet\n",
        "Envoyé de mon iPhone\n",
    ],
)
def test_signatures_stand_apart_also_above_a_quote(signature: str) -> None:
    done = split(NEW + "\n" + signature)
    assert (done.new.strip(), done.signature.strip()) == (NEW.strip(), signature.strip())
    above = split(NEW + "\n" + signature + "\n" + INTRODUCTIONS["gmail nl"])
    assert (above.new.strip(), above.quoted) == (NEW.strip(), INTRODUCTIONS["gmail nl"])


@pytest.mark.parametrize(
    "text",
    [
        "Op school schreef een meester dat ik weg moet.\nWat nu?",
        "Op 3 maart schreef de rechter: het kind blijft bij moeder.\nMag dat?",
        "Van: de gemeente heb ik niets gehoord.\nAan: wie moet ik het vragen?",
        "Ik heb drie vragen:\n- een\n- twee\n\n-- let op -- dit is geen handtekening\nen nog iets",
        "Datum: 3 maart 2026\nTijd: 14:00\nPlaats: rechtbank",
        "Verstuurd vanaf mijn oude adres komt er niets aan, weet u waarom?\nGroet",
        "---------- Forwarded message ---------\nVan: school\nDatum: 3 maart 2026\nOnderwerp: x\nAan: mij\n\nUw kind",
    ],
)
def test_what_only_looks_like_it_stays_new(text: str) -> None:
    assert split(text).new == text


def test_words_between_and_below_quotes_stay_new() -> None:
    text = "Op 3-3-2026 schreef H <h@example.org>:\n> Waar woon je?\n\nBij oma.\n\n> En school?\n\nGeschorst.\n"
    done = split(text)
    assert done.new.split() == ["Bij", "oma.", "Geschorst."]
    assert "Waar woon je" in done.quoted


def test_where_nothing_is_new_all_of_it_is_shown() -> None:
    assert split("> alleen oud\n").shown == "> alleen oud"


LINES = ["> oud", "-- ", "Op 3 mrt 2026 schreef a <a@b.nl>:", "Van: a", "Aan: b", "Datum: 2026", "____", "", ">:", "x"]


@given(st.lists(st.sampled_from(LINES) | st.text(max_size=20), max_size=30).map("\n".join) | st.text())
def test_nothing_is_lost_or_doubled(text: str) -> None:
    done = split(text)
    assert "".join(text[piece.start : piece.end] for piece in done.pieces) == text
    assert len(done.new) + len(done.quoted) + len(done.signature) == len(text)
    assert [piece.start for piece in done.pieces[1:]] == [piece.end for piece in done.pieces[:-1]]


@pytest.mark.parametrize("line", ["On " + "a" * 100_000, "Op " * 50_000, "-" * 100_000, "a@b " * 30_000, "> " * 50_000])
def test_no_line_is_slow(line: str) -> None:
    assert {piece.role for piece in split("\n".join([line] * 20)).pieces} <= set(Role)


def test_at_least_nine_in_ten_real_replies_are_cut_as_expected() -> None:
    for name, samples in sources(real_mail()).items():
        right, misses = score(ours, samples)
        print(f"{name}: {right} of {len(samples)}; not: {misses}")
        assert right >= 0.85 * len(samples)
