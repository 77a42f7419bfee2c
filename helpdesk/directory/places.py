"""Where to turn to, looked for by what is known of an institution. What is not known is neither a yes nor a no."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime, time

from django.utils import timezone

from helpdesk.directory.reference import theme as theme_of
from helpdesk.directory.shapes import Institution

OURSELVES = "eigen organisatie"
# The lowest and highest age of a band of the question form.
_BANDS = {"0-11": (0, 11), "12-15": (12, 15), "16-17": (16, 17), "18plus": (18, 150)}
_DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
_HOURS = re.compile(r"(\d)-(\d) (\d\d:\d\d)-(\d\d:\d\d)")


def places(institutions: Iterable[Institution], wanted: Mapping[str, str], moment: datetime) -> list[Institution]:
    """Those that fit every wish; what is known to fit stands above what may.

    Args:
        institutions: all there are.
        wanted: `said`, `theme`, `who` (child, other), `age` (a band), `reach`, `kind`, `open` (now); an empty one asks
            nothing.
        moment: now, aware.
    """
    of_theme = theme_of(wanted.get("theme", ""))
    found = []
    for one in institutions:
        if one.kind == OURSELVES or (of_theme and one.id not in of_theme.institutions):
            continue
        answers = [
            _has_words(one, wanted.get("said", "")),
            not wanted.get("kind") or one.kind == wanted["kind"],
            _for_whom(one, wanted.get("who", "")),
            fits_age(one, wanted.get("age", "")),
            _reaches(one, wanted.get("reach", "")),
            is_open(one, moment) if wanted.get("open") else True,
        ]
        if False not in answers:
            found.append((answers.count(None), one))
    return [one for _, one in sorted(found, key=lambda pair: pair[0])]


def is_open(one: Institution, moment: datetime) -> bool | None:
    """Whether somebody answers at `moment`; None when the hours are not known."""
    read = _HOURS.fullmatch(one.hours)
    if read is None:
        return None
    here = timezone.localtime(moment)
    first, last, since, until = read.groups()
    ends = time.max if until == "24:00" else time.fromisoformat(until)
    return int(first) <= here.isoweekday() <= int(last) and time.fromisoformat(since) <= here.time() < ends


def hours_in_words(one: Institution) -> str:
    """elke dag 11.00-21.00; dag en nacht; empty when the hours are not known."""
    read = _HOURS.fullmatch(one.hours)
    if read is None:
        return ""
    first, last, since, until = read.groups()
    days = "elke dag" if (first, last) == ("1", "7") else f"{_DAYS[int(first) - 1]}-{_DAYS[int(last) - 1]}"
    if (days, since, until) == ("elke dag", "00:00", "24:00"):
        return "dag en nacht"
    return f"{days} {since}-{until}".replace(":", ".")


def fits_age(one: Institution, band: str) -> bool | None:
    """Whether it is for a child of this age; None when the ages are not known."""
    if not band or band not in _BANDS:
        return True
    if not (one.age_from or one.age_to):
        return None
    low, high = _BANDS[band]
    return int(one.age_from or 0) <= high and low <= int(one.age_to or 150)


def _for_whom(one: Institution, who: str) -> bool:
    return not who or (one.child_direct == "yes") is (who == "child")


def _reaches(one: Institution, reach: str) -> bool | None:
    if not reach:
        return True
    return one.reach == reach if one.reach else None


def _has_words(one: Institution, words: str) -> bool:
    said = f"{one.id} {one.name} {one.role_nl} {one.refer_when_nl}".casefold()
    return all(word in said for word in words.casefold().split())
