"""How the asker may be reached outside her mailbox. Nobody mails her unless she said that it is safe."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from helpdesk.people import hours as safe_hours
from helpdesk.people.hours import SafeHours
from helpdesk.people.telling import CHANNEL_LABELS, Answer, Channel, Subject

ONLY_NEWS = "Per e-mail gaat alleen dat er nieuws is. De woorden staan achter de code."
NO_ADDRESS = "Er staat geen e-mailadres van de vrager bij."
NOT_SAID = "Er is niet gezegd dat mailen naar de vrager veilig is."


@dataclass(frozen=True)
class AskerContact:
    """Her address, and whether mail there is safe: no, until somebody asked her. Without hours it is safe always."""

    email: str = field(default="", repr=False)
    safe: bool = False
    hours: tuple[SafeHours, ...] = ()

    def as_content(self) -> dict[str, Any]:
        """The record that is sealed."""
        return {"email": self.email, "safe": self.safe, "hours": [one.as_content() for one in self.hours]}

    @classmethod
    def of(cls, content: Mapping[str, Any] | None) -> AskerContact:
        """Read a record back; nothing is an asker of whom nothing was said."""
        known = content or {}
        return cls(
            email=str(known.get("email") or ""),
            safe=known.get("safe") is True,
            hours=tuple(SafeHours.of(one) for one in known.get("hours") or ()),
        )

    @property
    def may_be_mailed(self) -> bool:
        """Whether there is an address, and it was said to be safe."""
        return self.safe and bool(self.email)

    def next_safe(self, moment: datetime) -> datetime:
        """`moment` when it is safe then, or the first safe moment after it."""
        return safe_hours.next_safe(self.hours, moment) if self.hours else moment


def may_go_to_asker(contact: AskerContact, subjects: Iterable[Subject], channel: Channel, *, at: datetime) -> Answer:
    """Whether the asker herself may be told by this channel at this moment.

    Her own mailbox may hold everything. A mail only says that there is news: who else reads it cannot be known.
    """
    how = CHANNEL_LABELS[channel]
    if channel == Channel.CODE:
        return Answer(True, "De code is van haar alleen.")
    if channel != Channel.EMAIL:
        return Answer(False, f"Niet afgesproken dat {how} mag.")
    if {Subject.CONTACT, *subjects} != {Subject.CONTACT}:
        return Answer(False, ONLY_NEWS, never=True)
    if not contact.email:
        return Answer(False, NO_ADDRESS)
    if not contact.safe:
        return Answer(False, NOT_SAID)
    if contact.hours and not safe_hours.safe_now(contact.hours, at):
        return Answer(False, f"Niet nu: mailen mag alleen {safe_hours.in_words(contact.hours)}.")
    return Answer(True, "Afgesproken: mailen naar de vrager mag nu.")
