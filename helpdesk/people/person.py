"""Somebody around a child, as plain values: what a sealed party holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from helpdesk.people.hours import SafeHours
from helpdesk.people.names import initials_of
from helpdesk.people.roles import INTEREST_LABELS, PART_LABELS, Interest, Part
from helpdesk.people.telling import Channel, Choice, Subject

_WORDS = ("name", "short", "telephone", "email", "institution", "note", "code_word", "agreed", "agreed_by", "address")


@dataclass(frozen=True)
class Person:
    """Name, part, interest, and what this person may know. `asks` is whether we help this person here.

    `address` is where a letter goes; of a child there is none here, for where a child is stands apart.
    `agreed` is what was agreed with the child about this person, `agreed_by` the member who did (id), `agreed_on` when.
    """

    part: Part
    interest: Interest = Interest.UNKNOWN
    name: str = field(default="", repr=False)
    short: str = ""
    asks: bool = False
    birth_date: date | None = field(default=None, repr=False)
    telephone: str = field(default="", repr=False)
    email: str = field(default="", repr=False)
    address: str = field(default="", repr=False)
    institution: str = ""
    note: str = field(default="", repr=False)
    told: Mapping[Subject, Choice] = field(default_factory=dict)
    channels: Mapping[Channel, Choice] = field(default_factory=dict)
    hours: tuple[SafeHours, ...] = ()
    code_word: str = field(default="", repr=False)
    agreed: str = field(default="", repr=False)
    agreed_by: str = ""
    agreed_on: date | None = None

    @property
    def has_code_word(self) -> bool:
        return bool(self.code_word)

    @property
    def initials(self) -> str:
        """How this person stands on the page: the name that was agreed, or initials."""
        return self.short or initials_of(self.name)

    @property
    def part_label(self) -> str:
        return PART_LABELS[self.part]

    @property
    def interest_label(self) -> str:
        return INTEREST_LABELS[self.interest]

    def as_content(self) -> dict[str, Any]:
        """The record that is sealed."""
        return {
            "part": str(self.part),
            "interest": str(self.interest),
            "name": self.name,
            "short": self.short,
            "asks": self.asks,
            "birth_date": self.birth_date.isoformat() if self.birth_date else None,
            "telephone": self.telephone,
            "email": self.email,
            "address": self.address,
            "institution": self.institution,
            "note": self.note,
            "told": {str(subject): str(choice) for subject, choice in self.told.items()},
            "channels": {str(channel): str(choice) for channel, choice in self.channels.items()},
            "hours": [one.as_content() for one in self.hours],
            "code_word": self.code_word,
            "agreed": self.agreed,
            "agreed_by": self.agreed_by,
            "agreed_on": self.agreed_on.isoformat() if self.agreed_on else None,
        }

    @classmethod
    def of(cls, content: Mapping[str, Any]) -> Person:
        """Read a record back; a word that nobody knows raises ValueError."""
        born, agreed = content.get("birth_date"), content.get("agreed_on")
        return cls(
            part=Part(content["part"]),
            interest=Interest(content.get("interest") or Interest.UNKNOWN),
            asks=bool(content.get("asks")),
            birth_date=date.fromisoformat(str(born)) if born else None,
            told={Subject(name): Choice(choice) for name, choice in (content.get("told") or {}).items()},
            channels={Channel(name): Choice(choice) for name, choice in (content.get("channels") or {}).items()},
            hours=tuple(SafeHours.of(one) for one in content.get("hours") or ()),
            agreed_on=date.fromisoformat(str(agreed)) if agreed else None,
            **{key: str(content.get(key) or "") for key in _WORDS},
        )
