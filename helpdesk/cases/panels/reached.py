"""How a promised day was reached, in one sentence that somebody can check with a calendar in hand."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from helpdesk.directory.opening import Opening, opening_hours
from helpdesk.lib.dates import SATURDAY, holidays, is_working_day
from helpdesk.ui.templatetags.days import clock as hour
from helpdesk.ui.templatetags.days import letter_day


def reached(what: str, asked: datetime, on: date, at: datetime | None, hours: int) -> str:
    """What was asked when, which days do not count, and what that comes to.

    Args:
        what: the thing that started the clock, as a word.
        asked: when, aware.
        on: the promised day.
        at: the promised moment, where the promise is in hours.
        hours: how many, where it is.
    """
    opening, asked_on = opening_hours(), timezone.localtime(asked).date()
    begun = _("%(what)s op %(day)s") % {"what": what, "day": letter_day(asked_on)}
    parts = [begun + _when(asked, opening), *_skipped(asked_on, on)]
    if at is not None:
        words = {"n": hours, "day": letter_day(on), "hour": hour(at)}
        parts.append(_("%(n)s uur dat we open zijn: %(day)s, %(hour)s uur") % words)
    else:
        count = working_days_between(asked_on, on)
        counted = ngettext("%(n)s werkdag: %(day)s", "%(n)s werkdagen: %(day)s", count)
        parts.append(counted % {"n": count, "day": letter_day(on)})
    said = "; ".join(parts)
    return f"{said[:1].upper()}{said[1:]}."


def working_days_between(asked_on: date, on: date) -> int:
    """How many working days lie after `asked_on` until and with `on`."""
    days = (asked_on + timedelta(days=plus) for plus in range(1, (on - asked_on).days + 1))
    return sum(is_working_day(day) for day in days)


def _when(asked: datetime, opening: Opening) -> str:
    here = timezone.localtime(asked)
    if not opening.is_day(here.date()):
        return _(" (gesloten)")
    return _(" na sluiting") if here.time() >= opening.until else ""


def _skipped(asked_on: date, on: date) -> list[str]:
    """Holidays that fall on a day of the week between the two."""
    days = [asked_on + timedelta(days=plus) for plus in range(1, (on - asked_on).days)]
    return [
        _("%(day)s is %(name)s") % {"day": letter_day(day), "name": holidays(day.year)[day]}
        for day in days
        if day.weekday() < SATURDAY and day in holidays(day.year)
    ]
