"""What stands between { } in a standard text: words that we fill in, and gaps that a colleague must fill in herself."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from django.utils import translation
from django.utils.formats import date_format

GAP = "vul in:"
_BETWEEN = re.compile(r"\{\s*([^{}]*?)\s*\}")
_KNOWN: dict[str, Callable[[str, date], str]] = {
    "mijn naam": lambda name, _: name,
    "vandaag": lambda _, today: _day(today),
    "over een week": lambda _, today: _day(today + timedelta(days=7)),
    "over twee weken": lambda _, today: _day(today + timedelta(days=14)),
}
KNOWN = tuple(_KNOWN)


def _day(day: date) -> str:
    return date_format(day, "j F Y")


def filled(body: str, *, first_name: str, today: date, language: str) -> str:
    """The text as it is put into a message. Gaps stay, so that somebody sees them."""

    def one(found: re.Match[str]) -> str:
        fill = _KNOWN.get(found[1])
        return fill(first_name, today) if fill else found[0]

    with translation.override(language if language in {"nl", "en"} else "nl"):
        return _BETWEEN.sub(one, body)


def unknown(body: str) -> list[str]:
    """What stands between { } and means nothing, and braces that have no other half."""
    found = [word for word in _BETWEEN.findall(body) if word not in _KNOWN and not word.startswith(GAP)]
    return found + re.findall(r"[{}]", _BETWEEN.sub("", body))


def has_gap(text: str) -> bool:
    """Whether something was not filled in yet, so that it cannot leave."""
    return any(word.startswith(GAP) for word in _BETWEEN.findall(text))
