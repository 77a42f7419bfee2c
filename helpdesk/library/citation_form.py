"""What somebody pastes to have its references looked up."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST = 20_000


class LookUpCitationsForm(forms.Form):
    """A text and the day on which the law is read. Nothing of it is kept."""

    tekst = forms.CharField(
        label=_("Tekst met verwijzingen"),
        help_text=_("Plak een alinea, een voetnoot of één verwijzing. We bewaren niets van wat je hier plakt."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 8, "autocomplete": "off", "spellcheck": "false"}),
        error_messages={
            "required": _("Plak eerst een tekst."),
            "max_length": _("Deze tekst is te lang: plak hoogstens %(limit_value)d tekens tegelijk."),
        },
    )
    dag = forms.DateField(
        label=_("Zoals het gold op"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": _("Kies de dag waarop je de wet wilt lezen."),
            "invalid": _("Kies een dag, zoals 31-01-2026."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", "verwijzing_%s")
        super().__init__(*args, **kwargs)
