"""Consent and assent: who agreed that somebody outside is told something, what for, and until when.

The law about ages stands here as facts with source and certainty, for the colleague to read; it decides nothing by
itself. What is not recorded was not agreed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from helpdesk.people.roles import Part
from helpdesk.people.telling import SUBJECT_LABELS, Answer, Subject


class Agreed(StrEnum):
    """Who said yes."""

    CHILD = "child"
    PARENT = "parent"
    GUARDIAN = "guardian"


AGREED_LABELS = {Agreed.CHILD: "Kind", Agreed.PARENT: "Ouder met gezag", Agreed.GUARDIAN: "Voogd"}


class Band(StrEnum):
    """The age at which it was said."""

    UNDER_12 = "0-11"
    FROM_12 = "12-15"
    FROM_16 = "16-17"
    ADULT = "18plus"


BAND_LABELS = {
    Band.UNDER_12: "Tot 12 jaar",
    Band.FROM_12: "12 tot en met 15 jaar",
    Band.FROM_16: "16 of 17 jaar",
    Band.ADULT: "18 jaar of ouder",
}


@dataclass(frozen=True)
class Fact:
    """One rule in plain words, where it stands, and how sure we are of it."""

    says: str
    source: str
    sure: str


# From the domain paper, 5.1. "Gelezen" means: the text of the law of 2026 was read.
FACTS = (
    Fact("Tot 12 jaar: de wettelijke vertegenwoordiger gaat over de gegevens.", "UAVG 5 lid 4", "gelezen"),
    Fact("12 tot en met 15 jaar: het kind, en ook de vertegenwoordiger.", "UAVG 5 lid 4", "gelezen"),
    Fact("16 jaar of ouder: het kind alleen.", "UAVG 5 lid 4", "volgt uit de tekst"),
    Fact("Intrekken kan het kind vanaf 12 jaar ook zelf.", "UAVG 5 lid 3", "gelezen"),
    Fact(
        "Gratis hulp, rechtstreeks aan het kind: artikel 5 geldt dan niet. We mogen helpen zonder de ouders.",
        "UAVG 5 lid 6",
        "gelezen; wat dan nog van het gezag overblijft is onzeker",
    ),
)

# Outside the family: telling them needs a consent, whatever the matrix says.
OUTSIDE = {
    Part.GUARDIAN: "de voogd",
    Part.LAWYER: "de advocaat",
    Part.TEACHER: "de school",
    Part.WORKER: "de instelling",
    Part.OPPONENT: "de tegenpartij",
}


@dataclass(frozen=True)
class Consent:
    """One record. `limits`: it was said when we must speak all the same; `explained`: in which words.

    `text` is the version and the age of the words that were read aloud: "1/12-15".
    """

    party: str
    purpose: str
    subjects: frozenset[Subject]
    agreed: frozenset[Agreed]
    band: Band
    explained: str
    language: str
    limits: bool
    expires_on: date
    text: str = ""
    withdrawn_at: str = ""

    def as_content(self) -> dict[str, Any]:
        """The record that is sealed."""
        return {
            "party": self.party,
            "purpose": self.purpose,
            "subjects": sorted(map(str, self.subjects)),
            "agreed": sorted(map(str, self.agreed)),
            "band": str(self.band),
            "explained": self.explained,
            "language": self.language,
            "limits": self.limits,
            "expires_on": self.expires_on.isoformat(),
            "text": self.text,
        }

    @classmethod
    def of(cls, content: Mapping[str, Any]) -> Consent:
        """Read a record back; a word that nobody knows raises ValueError."""
        return cls(
            party=content["party"],
            purpose=content["purpose"],
            subjects=frozenset(map(Subject, content["subjects"])),
            agreed=frozenset(map(Agreed, content["agreed"])),
            band=Band(content["band"]),
            explained=content["explained"],
            language=content["language"],
            limits=bool(content["limits"]),
            expires_on=date.fromisoformat(content["expires_on"]),
            text=str(content.get("text") or ""),
            withdrawn_at=str(content.get("withdrawn_at") or ""),
        )

    def missing(self) -> list[str]:
        """What must still be said or written before this is a record; a sentence each."""
        needed = {
            "Schrijf waarvoor dit nodig is.": self.purpose.strip(),
            "Kies wat we mogen delen.": self.subjects,
            "Kies wie dit goed vond.": self.agreed,
            "Schrijf wat je hebt uitgelegd.": self.explained.strip(),
            "Schrijf in welke taal je dit uitlegde.": self.language.strip(),
            "Vertel eerst wanneer we toch iets moeten zeggen.": self.limits,
            "Lees eerst de tekst voor die bij de leeftijd hoort.": self.text,
        }
        return [sentence for sentence, there in needed.items() if not there]

    def counts_on(self, day: date) -> bool:
        """Whether it still holds: not withdrawn, not over, said with its limits."""
        return not self.withdrawn_at and day <= self.expires_on and self.limits and bool(self.agreed)

    def covers(self, party: str, subject: Subject, day: date) -> bool:
        """Whether this person may hear this by it. Whoever agreed to anything agreed that there is contact."""
        return self.party == party and self.counts_on(day) and subject in {Subject.CONTACT, *self.subjects}


def consented(part: Part, party: str, subjects: Iterable[Subject], consents: Iterable[Consent], day: date) -> Answer:
    """Whether somebody outside may be told; for everybody else the matrix alone decides."""
    if part not in OUTSIDE:
        return Answer(True, "Hiervoor is geen toestemming op papier nodig.")
    records = list(consents)
    for subject in sorted({Subject.CONTACT, *subjects}):
        if not any(one.covers(party, subject, day) for one in records):
            what = SUBJECT_LABELS[subject]
            return Answer(False, f"Er is geen toestemming om met {OUTSIDE[part]} te delen: {what}.")
    return Answer(True, "Er is toestemming.")
