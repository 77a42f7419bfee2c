"""Words laid ready for a referral: what may go along, what the asker reads. Whoever writes makes them hers."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from helpdesk.cases.actions.referral import Plan
from helpdesk.cases.panels.page import CasePage
from helpdesk.cases.panels.thread import Spoken
from helpdesk.directory import reference
from helpdesk.ui.templatetags.days import letter_day, moment
from helpdesk.ui.texts import say

_ASKERS = {"kind": "kind", "ouder": "ouder", "werkt": "werkt", "advocaat": "advocaat"}
_BEGINNING = 70  # letters of a message, to know it by


def to_choose(page: CasePage) -> list[tuple[str, str]]:
    """Messages of the asker's own talk that can be proposed, each by its beginning."""
    return [(str(one.id), f"{one.sender}, {moment(one.at)}: {_begin(one)}") for one in _sayable(page)]


def proposed_text(page: CasePage, chosen: Collection[str], typed: str) -> str:
    """What was typed with the chosen messages below it, and the neutral title above the first."""
    found = [one.text.strip() for one in _sayable(page) if str(one.id) in chosen]
    if not found:
        return typed
    return "\n\n".join(filter(None, [typed.strip() or page.title, *found]))


def letter_for(plan: Plan, summary: Mapping[str, Any]) -> str:
    """What was agreed, in plain words for who asked. An uncertain number does not go to a child."""
    asker = _ASKERS.get(str(summary.get("asker") or ""), "anders")
    place = reference.institution(plan.institution)
    phone = place.phone if place and place.phone_confidence == "verified" else ""
    on = letter_day(plan.together_on)
    lines = [
        say("referral.*.letter_begin", asker=asker, name=plan.name, purpose=plan.purpose),
        say(f"referral.*.letter_{plan.how}", asker=asker, name=plan.name, on=on),
        say("referral.*.letter_phone", asker=asker, phone=phone) if phone and plan.how == "herself" else "",
        say("referral.*.letter_end", asker=asker),
    ]
    return "\n\n".join(filter(None, lines))


def _sayable(page: CasePage) -> list[Spoken]:
    return [one for one in page.messages if one.text and one.kind in {"voice", ""} and not one.burned]


def _begin(one: Spoken) -> str:
    flat = " ".join(one.text.split())
    return flat if len(flat) <= _BEGINNING else f"{flat[:_BEGINNING].rsplit(' ', 1)[0]} …"
