"""What may be typed when a promise cannot be kept."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class PromiseForm(forms.Form):
    """A new day, and why."""

    on = forms.DateField(
        label=_("Nieuwe dag"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Kies een dag."), "invalid": _("Deze dag bestaat niet. Kijk nog eens.")},
    )
    reason = forms.CharField(
        label=_("Waarom lukt het niet?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf waarom. Het staat als notitie in de zaak.")},
    )
