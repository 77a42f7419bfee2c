"""What may be typed when a colleague reads along."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from helpdesk.cases.forms import UUID_TEXT
from helpdesk.cases.send_forms import PartyTextForm
from helpdesk.teams.models import Member


class ReaderForm(forms.Form):
    """Who reads it first, and a line to her."""

    reader = forms.ChoiceField(
        label=_("Wie leest mee?"),
        error_messages={
            "required": _("Kies wie meeleest."),
            "invalid_choice": _("Deze collega kan hier niet meelezen."),
        },
    )
    note = forms.CharField(
        label=_("Regel aan je collega"),
        required=False,
        max_length=500,
        error_messages={"max_length": _("Dit is te lang. Maak het korter.")},
    )

    def __init__(self, *args: Any, readers: Iterable[Member], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reader"].choices = [(str(one.pk), one.full_name) for one in readers]  # type: ignore[attr-defined]

    def clean_reader(self) -> UUID:
        """The colleague, by id."""
        return UUID(self.cleaned_data["reader"])


class AskReadingForm(PartyTextForm, ReaderForm):
    """The words, whom they are for, and who reads them first."""

    soort = forms.RegexField(
        rf"\A(reply|ask-more|(party|letter):{UUID_TEXT})\Z",
        error_messages={"required": _("Kies wat het is."), "invalid": _("Kies wat het is.")},
    )

    def asked(self) -> dict[str, Any]:
        """What the action takes."""
        data = self.cleaned_data
        to_party = ":" in data["soort"]
        return {
            "kind": data["soort"],
            "text": data["text"],
            "reader": data["reader"],
            "note": data["note"],
            "subjects": self.told() if to_party else [],
        }


class ReadForm(forms.Form):
    """The answer of the reader; a lead who takes it over says why."""

    remarks = forms.CharField(required=False, max_length=5000)
    reason = forms.CharField(required=False, max_length=1000)
