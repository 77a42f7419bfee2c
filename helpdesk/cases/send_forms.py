"""What may be typed to one participant."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from helpdesk.cases.forms import LetterForm
from helpdesk.people.telling import SUBJECT_LABELS, Subject


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
