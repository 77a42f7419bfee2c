"""The rota of one week, day by day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from helpdesk.teams.models import Member, RotaTurn

PLACES = 2
WEEKS_AHEAD = 12


def week_from(typed: str, today: date) -> date:
    """The Monday of a week that is typed as 2026-W48; of this week, when it cannot be read or lies too far away."""
    this = today - timedelta(days=today.weekday())
    try:
        year, week = typed.split("-W")
        monday = date.fromisocalendar(int(year), int(week), 1)
    except ValueError:
        return this
    return monday if this <= monday <= this + timedelta(weeks=WEEKS_AHEAD) else this


def week_name(monday: date) -> str:
    """As `week_from` reads it."""
    year, week, _day = monday.isocalendar()
    return f"{year}-W{week:02}"


class RotaForm(forms.Form):
    """For each day at most two colleagues; nobody is possible too."""

    def __init__(self, *args: Any, days: Sequence[date], turns: Iterable[RotaTurn] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.days = days
        at_work = list(Member.objects.all().at_work())
        self._members = {str(member.pk): member for member in at_work}
        choices = [("", _("Niemand")), *((str(member.pk), member.full_name) for member in at_work)]
        known = {day: [str(turn.member_id) for turn in turns if turn.day == day] for day in days}
        for day in days:
            for place in range(PLACES):
                self.fields[_name(day, place)] = forms.ChoiceField(
                    label=_("En ook") if place else date_format(day, "l j F").capitalize(),
                    required=False,
                    choices=choices,
                    initial=known[day][place] if place < len(known[day]) else "",
                    error_messages={"invalid_choice": _("Deze collega werkt hier niet meer. Kies een ander.")},
                )

    @property
    def by_day(self) -> Iterator[list[forms.BoundField]]:
        """The fields, a list for each day."""
        return ([self[_name(day, place)] for place in range(PLACES)] for day in self.days)

    def turns(self) -> dict[date, list[Member]]:
        """What was chosen."""
        chosen = self.cleaned_data
        return {
            day: [self._members[key] for place in range(PLACES) if (key := chosen[_name(day, place)])]
            for day in self.days
        }


def _name(day: date, place: int) -> str:
    return f"{day.isoformat()}_{place}"
