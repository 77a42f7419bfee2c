"""What may be typed to one participant, and about mail that did not arrive."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from helpdesk.cases.forms import LetterForm
from helpdesk.people.telling import SUBJECT_LABELS, Subject


class SettleForm(forms.Form):
    """How a mail that did not arrive was dealt with."""

    how = forms.CharField(
        label=_("Hoe is het afgehandeld?"),
        max_length=200,
        help_text=_("In een paar woorden, zoals: gebeld."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": _("Schrijf hoe het is afgehandeld."),
            "max_length": _("Dit is te lang. Maak het korter."),
        },
    )


class PartyTextForm(LetterForm):
    """A message, and what it tells. That there is contact is told by every message."""

    subjects = forms.MultipleChoiceField(
        label=_("Waar vertel je iets over?"),
        required=False,
        initial=[str(Subject.PROGRESS)],
        choices=[(str(one), label) for one, label in SUBJECT_LABELS.items() if one != Subject.CONTACT],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Kies iets uit de lijst.")},
    )

    def told(self) -> list[Subject]:
        """The chosen subjects."""
        chosen: list[Any] = self.cleaned_data["subjects"]
        return [Subject(one) for one in chosen]
