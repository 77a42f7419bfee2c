"""Days and hours the way the house says them: vandaag, morgen, vr 27 nov; vrijdag 27 november; 16.12."""

from datetime import date, datetime, timedelta

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

register = template.Library()


def _on(value: date | datetime) -> date:
    return timezone.localtime(value).date() if isinstance(value, datetime) else value


@register.filter
def day(value: date | datetime | None) -> str:
    """For lists: today, tomorrow and yesterday get their word; another year gets its number."""
    if value is None:
        return ""
    on, today = _on(value), timezone.localdate()
    near = {today: _("vandaag"), today + timedelta(days=1): _("morgen"), today - timedelta(days=1): _("gisteren")}
    short = "D j M" if on.year == today.year else "D j M Y"
    return near.get(on) or date_format(on, short).lower().replace(".", "")


@register.filter
def letter_day(value: date | datetime | None) -> str:
    """For letters and the public site: the day in full."""
    return date_format(_on(value), "l j F") if value else ""


@register.filter
def whole_day(value: date | None) -> str:
    """For a last day: nobody should have to guess the year."""
    return date_format(value, "l j F Y") if value else ""


@register.filter
def clock(value: datetime | None) -> str:
    """16.12"""
    return date_format(timezone.localtime(value), "G.i") if value else ""


@register.filter
def moment(value: datetime | None) -> str:
    """vandaag, 9.40"""
    return f"{day(value)}, {clock(value)}" if value else ""
