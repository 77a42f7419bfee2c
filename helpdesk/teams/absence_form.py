"""Who is away, from when until when, and who looks after the work."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from helpdesk.lib import clock
from helpdesk.teams.models import Member

LONGEST = timedelta(days=366)
NOT_HERE = {"invalid_choice": _("Deze collega werkt hier niet (meer). Kies een ander.")}


def _day(label: Any, missing: Any) -> forms.DateField:
    errors = {"required": missing, "invalid": _("Deze dag bestaat niet. Kijk nog eens.")}
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, initial=clock.today, widget=widget, error_messages=errors)


class AbsenceForm(forms.Form):
    """No reason is asked."""

    member = forms.ChoiceField(label=_("Wie is er niet?"), error_messages=NOT_HERE)
    from_on = _day(_("Vanaf"), _("Kies de eerste dag."))
    until_on = _day(_("Tot en met"), _("Kies de laatste dag."))
    stand_in = forms.ChoiceField(
        label=_("Wie valt in?"),
        required=False,
        error_messages=NOT_HERE,
        help_text=_("De herinneringen gaan dan ook naar deze collega. Een termijn overnemen doet die zelf."),
    )

    def __init__(self, *args: Any, whose: list[Member], colleagues: list[Member], **more: Any) -> None:
        super().__init__(*args, **more)
        self._members = {str(one.pk): one for one in [*whose, *colleagues]}
        self.fields["member"].choices = [(str(one.pk), one.full_name) for one in whose]  # type: ignore[attr-defined]
        others = [(str(one.pk), one.full_name) for one in colleagues]
        self.fields["stand_in"].choices = [("", _("Niemand")), *others]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        first, last = data.get("from_on"), data.get("until_on")
        if first and last and last < first:
            self.add_error("until_on", _("Dit is voor de eerste dag. Kies dezelfde dag of een latere."))
        elif first and last and (last - first > LONGEST or last < clock.today()):
            self.add_error("until_on", _("Kies een dag vanaf vandaag, binnen een jaar."))
        if data.get("stand_in") and data.get("stand_in") == data.get("member"):
            self.add_error("stand_in", _("Dit is dezelfde collega. Kies een ander, of niemand."))
        return data

    def entered(self) -> dict[str, Any]:
        """What was chosen, as the action takes it."""
        data = self.cleaned_data
        people = {"member": self._members[data["member"]], "stand_in": self._members.get(data["stand_in"])}
        return {**people, "from_on": data["from_on"], "until_on": data["until_on"]}
