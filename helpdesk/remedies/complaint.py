"""The letter of complaint: in the child's or the parent's name, in plain words, made from what the case holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from helpdesk.lib.papers.blocks import Block, Heading, Items, Lines, Paper, Paragraph, Quote, ToFill, paragraphs, plain
from helpdesk.remedies.routes import Route


class Voice(StrEnum):
    """In whose name it is written."""

    CHILD = "child"
    PARENT = "parent"


VOICE_LABELS = {Voice.CHILD: "In naam van het kind", Voice.PARENT: "In naam van de ouder"}
_WHO = {
    Voice.CHILD: "Ik schrijf deze brief zelf. De Kinderrechtenhelpdesk van Defence for Children helpt mij daarbij.",
    Voice.PARENT: "Ik schrijf deze brief als ouder, voor mijn kind. De Kinderrechtenhelpdesk van Defence for Children "
    "helpt mij daarbij.",
}
_ASK = {
    Voice.CHILD: "Ik wil graag dat u naar mij luistert voordat u iets beslist. Mag iemand met mij mee die ik vertrouw?",
    Voice.PARENT: "Ik wil graag dat u ook naar mijn kind luistert voordat u iets beslist, op een manier die bij mijn "
    "kind past.",
}


@dataclass(frozen=True)
class Told:
    """What the letter says. All of it is text that a jurist saw; what is empty is left out.

    Args:
        voice: in whose name.
        body: the organisation, by name.
        about: the complaint in some words.
        happened: what happened, in order.
        own_words: what the child or parent wrote to us, as it was written.
        tried: what was already done about it.
        wants: what should change.
        enclosed: what goes along.
    """

    voice: Voice
    body: str
    about: str
    happened: str
    own_words: str = ""
    tried: str = ""
    wants: str = ""
    enclosed: Sequence[str] = ()


def complaint(route: Route, told: Told, made_on: date) -> Paper:
    """The letter on paper. Names and addresses of the sender are written on it by hand: they are in no file of ours."""
    blocks: list[Block] = [
        ToFill("Mijn naam"),
        ToFill("Hoe u mij bereikt"),
        Lines([_capital(route.addressee.format(body=told.body))]),
        ToFill("Plaats en dag"),
        Heading(f"Klacht: {told.about}"),
        *paragraphs(_WHO[told.voice]),
        Heading("Wat er gebeurde", 2),
        *paragraphs(told.happened),
    ]
    if told.own_words:
        blocks += [Paragraph(plain("In mijn eigen woorden:"))]
        blocks += [Quote(one.words) for one in paragraphs(told.own_words)]
    if told.tried:
        blocks += [Heading("Wat ik al deed", 2), *paragraphs(told.tried)]
    if told.wants:
        blocks += [Heading("Wat ik wil", 2), *paragraphs(told.wants)]
    blocks += [*paragraphs(_ASK[told.voice]), Paragraph(plain("Met vriendelijke groet,")), ToFill("Handtekening")]
    if told.enclosed:
        blocks += [Heading("Wat ik meestuur", 2), Items([plain(one) for one in told.enclosed], ordered=True)]
    return Paper(f"Klacht: {told.about}", blocks, made_on, titled=False)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
