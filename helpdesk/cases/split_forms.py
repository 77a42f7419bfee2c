"""What may be typed and ticked where a case is split."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from helpdesk.cases.actions.reason import SHORTEST_REASON
from helpdesk.cases.panels.pieces import Group

_GONE = {"invalid_choice": _("Een van de gekozen dingen staat niet meer in deze zaak. Kijk opnieuw.")}


class SplitForm(forms.Form):
    """What goes along, how the new case is called, and why."""

    rows = forms.MultipleChoiceField(
        label=_("Wat gaat mee?"), required=False, widget=forms.CheckboxSelectMultiple, error_messages=_GONE
    )
    people = forms.MultipleChoiceField(
        label=_("Wie neem je over?"), required=False, widget=forms.CheckboxSelectMultiple, error_messages=_GONE
    )
    whereabouts = forms.BooleanField(
        label=_("Neem ook over waar het kind is"),
        required=False,
        help_text=_("Alleen als het om hetzelfde kind gaat. Er staat dan bij dat je hebt gekeken, en waarom."),
    )
    label = forms.CharField(
        label=_("Titel van de nieuwe zaak"),
        max_length=80,
        help_text=_("Neutraal, zonder namen. Hij staat op de werklijst."),
        error_messages={"required": _("Geef de nieuwe zaak een titel."), "max_length": _("Maak de titel korter.")},
    )
    why = forms.CharField(
        label=_("Waarom splits je?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        min_length=SHORTEST_REASON,
        max_length=2_000,
        help_text=_("Minstens 20 letters. Wie beide zaken kan openen, leest dit."),
        error_messages={"required": _("Schrijf waarom."), "min_length": _("Schrijf in minstens 20 letters waarom.")},
    )

    def __init__(self, *args: Any, groups: Iterable[Group], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("rows", "people"):
            pieces = [one for group in groups if group.field == name for one in group.pieces]
            self.fields[name].choices = [(str(one.id), one.who) for one in pieces]  # type: ignore[attr-defined]

    def clean_rows(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["rows"]
        if not chosen:
            raise forms.ValidationError(_("Kies minstens één bericht, notitie of gesprek dat meegaat."))
        return chosen

    def ids(self, name: str) -> list[UUID]:
        """What was ticked."""
        return [UUID(one) for one in self.cleaned_data[name]]
