"""What may be typed about the asker: her address, and whether mail there is safe."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from helpdesk.people import hours as safe_hours
from helpdesk.people.asker import AskerContact

NO, BY_HOURS, ALWAYS = "no", "hours", "always"


class AskerContactForm(forms.Form):
    """Safe is a choice that somebody makes; what nobody chose is no."""

    email = forms.EmailField(
        label=_("E-mailadres van de vrager"),
        required=False,
        max_length=200,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={
            "invalid": _("Dit is geen e-mailadres. Kijk nog eens."),
            "max_length": _("Dit is te lang. Maak het korter."),
        },
    )
    safe = forms.ChoiceField(
        label=_("Is het veilig om daar te mailen?"),
        choices=[(NO, _("Nee, of niet gevraagd")), (BY_HOURS, _("Ja, op deze uren")), (ALWAYS, _("Ja, altijd"))],
        initial=NO,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een van de drie."), "invalid_choice": _("Kies een van de drie.")},
    )
    hours = forms.CharField(
        label=_("Op welke uren?"),
        required=False,
        max_length=300,
        help_text=_("Dagen en tijden, zo: ma-vr 15.00-17.00. Een regel per keer."),
        widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off"}),
        error_messages={"max_length": _("Dit is te lang. Maak het korter.")},
    )

    @classmethod
    def initial_of(cls, contact: AskerContact, wrote_from: str) -> dict[str, Any]:
        """What is known. The address from which she wrote is filled in beforehand; that it is safe is not."""
        chosen = (BY_HOURS if contact.hours else ALWAYS) if contact.safe else NO
        hours = "\n".join(one.in_words() for one in contact.hours)
        return {"email": contact.email or wrote_from, "safe": chosen, "hours": hours}

    def clean_hours(self) -> tuple[safe_hours.SafeHours, ...]:
        try:
            return safe_hours.parse(self.cleaned_data["hours"])
        except safe_hours.NotHours as wrong:
            raise forms.ValidationError(str(wrong)) from None

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        chosen = data.get("safe")
        if chosen in {BY_HOURS, ALWAYS} and not data.get("email") and "email" not in self.errors:
            self.add_error("email", now("Schrijf het adres erbij."))
        if chosen == BY_HOURS and not data.get("hours") and "hours" not in self.errors:
            self.add_error("hours", now("Schrijf op welke uren het veilig is."))
        return data

    def contact(self) -> AskerContact:
        """What was typed; hours count only where they were chosen."""
        data = self.cleaned_data
        hours = data["hours"] if data["safe"] == BY_HOURS else ()
        return AskerContact(data["email"], data["safe"] != NO, hours)
