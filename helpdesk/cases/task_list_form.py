"""Which list, from which day, and which of its steps."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from helpdesk.cases.actions.task_list import Planned
from helpdesk.directory.agreements import Step, TaskList
from helpdesk.lib import clock
from helpdesk.lib.dates import add_working_days, is_working_day
from helpdesk.teams.models import Member
from helpdesk.teams.roles import Role
from helpdesk.ui.templatetags.days import day

BACK, FAR = timedelta(days=1), timedelta(days=730)
_DATE = {"required": _("Kies een dag."), "invalid": _("Deze dag bestaat niet. Kijk nog eens.")}


def day_of(step: Step, start: date, event: date | None) -> date | None:
    """The day of a step; None while the day that it hangs on is not named. Never before today."""
    if not step.of_event:
        return max(clock.today(), add_working_days(start, step.days) if step.days else start)
    if event is None:
        return None
    if step.days >= 0:
        return max(clock.today(), add_working_days(event, step.days) if step.days else event)
    found = event
    for _count in range(-step.days):
        found -= BACK
        while not is_working_day(found):
            found -= BACK
    return max(clock.today(), found)


def _not_far(on: date) -> date:
    if abs(on - clock.today()) > FAR:
        raise ValidationError(gettext("Kies een dag binnen twee jaar."))
    return on


class DaysForm(forms.Form):
    """From which days a list is reckoned."""

    start = forms.DateField(
        label=_("Begint op"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages=_DATE,
    )
    event = forms.DateField(
        required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), error_messages=_DATE
    )

    def __init__(self, *args: Any, chosen: TaskList, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["start"].initial = clock.today
        self.fields["event"].label = chosen.event
        self.fields["event"].help_text = _("Nog niet bekend? Laat leeg. Die stappen kun je later toevoegen.")
        if not any(step.of_event for step in chosen.steps):
            del self.fields["event"]

    def clean_start(self) -> date:
        return _not_far(self.cleaned_data["start"])

    def clean_event(self) -> date | None:
        event: date | None = self.cleaned_data["event"]
        return _not_far(event) if event else None

    def both(self) -> tuple[date, date | None]:
        """The days that hold: the typed ones when they are right, else from today."""
        if not self.is_bound or self.errors:
            return clock.today(), None
        return self.cleaned_data["start"], self.cleaned_data.get("event")

    def as_seen(self) -> str:
        """The days under which the steps are shown, to know afterwards what was looked at."""
        return "/".join(str(one or "") for one in self.both())


class StepsForm(forms.Form):
    """The steps that are wanted, each with its day."""

    steps = forms.MultipleChoiceField(
        label=_("Stappen"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Kies stappen uit deze lijst.")},
    )

    def __init__(
        self,
        *args: Any,
        chosen: TaskList,
        days: tuple[date, date | None],
        lead: Member | None,
        me: Member,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._lead, self._me = lead, me
        found = [(str(n), step, day_of(step, *days)) for n, step in enumerate(chosen.steps)]
        self._dated = {n: (step, on) for n, step, on in found if on is not None}
        shown = [(n, f"{day(on)}: {step.text} ({self._who(step).first_name})") for n, (step, on) in self._dated.items()]
        self.fields["steps"].choices = shown  # type: ignore[attr-defined]
        self.fields["steps"].initial = [n for n, _label in shown]
        self.later = [step.text for _n, step, on in found if on is None]

    def _who(self, step: Step) -> Member:
        return self._lead if step.role == Role.LEAD and self._lead is not None else self._me

    def planned(self) -> list[Planned]:
        """What was chosen, with the days that were shown."""
        wanted = set(self.cleaned_data["steps"])
        return [Planned(step.text, on, str(self._who(step).pk)) for n, (step, on) in self._dated.items() if n in wanted]


def lead_of(colleagues: Iterable[Member]) -> Member | None:
    """Who leads the team; where several do, the first by name."""
    return next((one for one in colleagues if one.role == Role.LEAD), None)
