"""What a warning about contact says."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from helpdesk.cases.flags import KINDS


class FlagForm(forms.Form):
    """Kind, reason, last day."""

    kind = forms.ChoiceField(
        label=_("Wat is er?"),
        choices=list(KINDS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat er is."), "invalid_choice": _("Kies wat er is.")},
    )
    reason = forms.CharField(
        label=_("Wat gebeurde er?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf wat er gebeurde."), "max_length": _("Houd het kort: 300 letters.")},
    )
    until = forms.DateField(
        label=_("Tot en met"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Kies een dag."), "invalid": _("Dit is geen dag.")},
    )
