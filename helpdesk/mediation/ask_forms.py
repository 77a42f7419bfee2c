"""What may be typed when one asks for information, and when it came."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from helpdesk.cases.send_forms import PartyTextForm
from helpdesk.lib import clock
from helpdesk.lib.dates import add_working_days
from helpdesk.mediation.forms import IN_THE_LIST, Choices, Heard, day_field, one_of, text_field
from helpdesk.mediation.said import Asked

FAR = timedelta(days=366 * 2)


class RequestForm(PartyTextForm):
    """What we ask of whom, by which way, and when we want it: a day, or some working days from now."""

    party = one_of(_("Aan wie?"), _("Kies aan wie je dit vraagt."))
    channel = forms.ChoiceField(
        label=_("Hoe vraag je het?"),
        choices=[("email", _("Ik verstuur het nu")), ("call", _("Ik heb ervoor gebeld"))],
        initial="email",
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoe je het vraagt."), **IN_THE_LIST},
    )
    word_asked = forms.BooleanField(label=_("Ik vroeg eerst naar het codewoord, als dat er is"), required=False)
    working_days = forms.IntegerField(
        label=_("Binnen hoeveel werkdagen?"),
        required=False,
        min_value=1,
        max_value=250,
        help_text=_("Wat jij met hen afspreekt. Een wettelijke termijn rekenen we hier niet uit."),
        error_messages={
            "invalid": _("Schrijf een getal."),
            "min_value": _("Eén werkdag is het minste."),
            "max_value": _("Dat is meer dan een jaar. Kies een dag."),
        },
    )
    wanted_by = day_field(_("Of uiterlijk op"))
    remind_on = day_field(_("Herinner me op"), help_text=_("Laat leeg, dan is het de dag zelf."))

    field_order = ["party", "channel", "word_asked", "text", "subjects", "working_days", "wanted_by", "remind_on"]

    def __init__(self, *args: Any, who: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["party"].choices = [("", "…"), *who]  # type: ignore[attr-defined]
        self.fields["text"].label = _("Wat vraag je?")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        days, day = data.get("working_days"), data.get("wanted_by")
        if bool(days) == bool(day) and not {"working_days", "wanted_by"} & set(self.errors):
            one = _("Kies een dag of een aantal werkdagen.")
            self.add_error("wanted_by", _("Kies een van de twee: een dag of een aantal werkdagen.") if days else one)
        elif days:
            data["wanted_by"] = add_working_days(clock.today(), days)
        self._check_days(data)
        return data

    def _check_days(self, data: dict[str, Any]) -> None:
        day, remind = data.get("wanted_by"), data.get("remind_on")
        if day and not clock.today() <= day <= clock.today() + FAR:
            self.add_error("wanted_by", _("Kies een dag vanaf vandaag, binnen twee jaar."))
        elif remind and not clock.today() <= remind <= clock.today() + FAR:
            self.add_error("remind_on", _("Kies een dag vanaf vandaag, binnen twee jaar."))

    def asked(self) -> Asked:
        """What was typed. Without a day to remind, it is the day on which we want it."""
        data = self.cleaned_data
        wanted: date = data["wanted_by"]
        words = {"channel": data["channel"], "text": data["text"], "subjects": tuple(self.told())}
        return Asked(UUID(data["party"]), wanted_by=wanted, remind_on=data.get("remind_on") or wanted, **words)


class InformationForm(Heard):
    """What came back, and where it stands."""

    text = text_field(_("Wat kreeg je te horen?"), missing=_("Schrijf wat je te horen kreeg, of dat er niets kwam."))
    on = day_field(_("Wanneer?"), missing=_("Kies een dag."), initial=clock.today)
    source = one_of(_("Waar staat dat?"), "", required=False)
