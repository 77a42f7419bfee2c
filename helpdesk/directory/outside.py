"""Who outside listens to a complaint about us, as far as reference knows it for sure; and our own term."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from helpdesk.directory import reference

SHOWN = ("KO", "AP", "JS")


@dataclass(frozen=True)
class Outside:
    """A name and what of it was read at its source."""

    name: str
    role: str
    phone: str
    url: str
    checked_on: date


def verified_outside() -> list[Outside]:
    """Those with a number or an address that somebody verified. What is not sure is left out, never guessed."""
    found = []
    for key in SHOWN:
        one = reference.institution(key)
        if one is None:
            continue
        phone = one.phone if one.phone_confidence == "verified" else ""
        url = one.url if one.url_confidence == "verified" else ""
        if phone or url:
            found.append(Outside(one.name, one.role_nl, phone, url, one.checked_on))
    return found


def own_term() -> dict[str, int]:
    """In how many working days we confirm and answer a complaint: our own rule."""
    days = reference.own_days
    return {"confirm_days": days("complaint-confirm"), "answer_days": days("complaint-answer")}
