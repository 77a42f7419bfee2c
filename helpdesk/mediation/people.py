"""One of the people around the child, as the pages of a mediation know him or her."""

from __future__ import annotations

from dataclasses import dataclass

from helpdesk.mediation.words import US, US_LABEL
from helpdesk.people.roles import CHILDREN, Part


@dataclass(frozen=True)
class Who:
    """Letters and a part; the name lies behind an act on the case page. `gone`: taken away since."""

    id: str
    name: str
    part: Part | None = None  # none is ourselves
    institution: str = ""
    gone: bool = False

    @property
    def child(self) -> bool:
        return self.part in CHILDREN


OURSELVES = Who(US, US_LABEL)


def nobody(party_id: str) -> Who:
    """Somebody of whom nothing is known any more."""
    return Who(party_id, "Iemand die er niet meer bij staat", gone=True)
