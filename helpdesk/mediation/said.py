"""What is typed about a mediation, as plain values: forms make them, actions keep them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from helpdesk.people.telling import Subject


@dataclass(frozen=True)
class Frame:
    """About which question, what it should bring the child, her own wish in her words, who leads, with whom.

    `parties` are ids of people around the child, `lead` is a member (id as text).
    """

    about: str
    aim: str
    wish: str
    lead: str
    parties: tuple[str, ...]
    started_on: date


@dataclass(frozen=True)
class Made:
    """A promise that is being made: `who` (id of a party, or us) does `what` by a day."""

    who: str
    what: str
    by: date


@dataclass(frozen=True)
class Asked:
    """A question for information: by which channel ("email" or "call"), the words, what they tell, and the days."""

    party: UUID
    channel: str
    text: str
    subjects: tuple[Subject, ...]
    wanted_by: date
    remind_on: date
