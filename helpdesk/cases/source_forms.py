"""What is typed about a source on which a case relies."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from helpdesk.library.source_form import SourceForm as PlaceForm


class SourceForm(PlaceForm):
    """Which passage, why, and of which day."""

    why = forms.CharField(
        label=_("Waarom telt dit hier?"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": _("Houd het kort: 500 letters.")},
    )
    on = forms.DateField(
        label=_("Zoals het gold op"),
        required=False,
        help_text=_("Leeg: vandaag."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Dit is geen dag.")},
    )
