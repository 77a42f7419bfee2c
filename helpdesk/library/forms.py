"""By what one looks for a source, and on which day one wants to read it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from helpdesk.library.models import Version
from helpdesk.library.words import KINDS, LANGUAGES


class FindSourceForm(forms.Form):
    """Words in the title, and a kind. It is public law, so both may stand in the address."""

    woorden = forms.CharField(label=_("Woorden in de titel"), required=False, max_length=100)
    soort = forms.ChoiceField(label=_("Soort"), required=False)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, auto_id="bron_%s")
        self.fields["soort"].choices = [("", _("Alle soorten")), *KINDS.items()]  # type: ignore[attr-defined]
        self.fields["woorden"].widget.attrs = {"autocomplete": "off", "type": "search"}

    def wanted(self) -> tuple[str, str]:
        """The words and the kind; what cannot be is left out, and the form says so."""
        self.is_valid()
        return self.cleaned_data.get("woorden", ""), self.cleaned_data.get("soort", "")


class OnDayForm(forms.Form):
    """The day on which the law is read, and the language where there is more than one."""

    dag = forms.DateField(
        label=_("Zoals het gold op"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Kies een dag, zoals 31-01-2026. Je ziet nu de tekst van vandaag.")},
    )
    taal = forms.ChoiceField(label=_("Taal"), required=False)

    def __init__(self, data: Any = None, *, languages: list[str]) -> None:
        super().__init__(data, auto_id="lees_%s")
        self.fields["taal"].choices = [(one, LANGUAGES.get(one, one)) for one in languages]  # type: ignore[attr-defined]
        if len(languages) < 2:
            del self.fields["taal"]

    def wanted(self, today: date) -> tuple[date, str]:
        self.is_valid()
        return self.cleaned_data.get("dag") or today, self.cleaned_data.get("taal", "")


class CompareForm(forms.Form):
    """Two states of one work in one language."""

    van = forms.ChoiceField(label=_("Oude stand"))
    naar = forms.ChoiceField(label=_("Nieuwe stand"))

    def __init__(self, data: Any = None, *, versions: list[Version], names: list[str]) -> None:
        super().__init__(data, auto_id="stand_%s")
        listed = [(str(one.pk), name) for one, name in zip(versions, names, strict=True)]
        for name in ("van", "naar"):
            self.fields[name].choices = listed  # type: ignore[attr-defined]
