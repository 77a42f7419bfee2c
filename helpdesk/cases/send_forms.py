"""What may be typed to one participant, and about mail that did not arrive."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from helpdesk.cases.forms import LetterForm
from helpdesk.cases.panels.around import Around
from helpdesk.people.telling import CHANNEL_LABELS, SUBJECT_LABELS, Channel, Subject

FOR_US = "dossier"


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


class PrintForm(forms.Form):
    """For whom something is printed. Nothing is chosen beforehand."""

    whom = forms.ChoiceField(
        label=_("Voor wie druk je af?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies voor wie."), "invalid_choice": _("Kies iemand uit de lijst.")},
    )
    channel = forms.ChoiceField(
        label=_("Hoe komt het bij deze persoon?"),
        required=False,
        choices=[(str(one), CHANNEL_LABELS[one].capitalize()) for one in (Channel.POST, Channel.SCHOOL)],
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Kies iets uit de lijst.")},
    )
    subjects = forms.MultipleChoiceField(
        label=_("Waar gaat het over?"),
        required=False,
        choices=[(str(one), label) for one, label in SUBJECT_LABELS.items() if one != Subject.CONTACT],
        error_messages={"invalid_choice": _("Kies iets uit de lijst.")},
    )
    aware = forms.BooleanField(
        label=_("Ik weet dat papier buiten het slot ligt"),
        error_messages={"required": _("Op papier staat dit buiten het slot. Vink aan dat je dat weet.")},
    )

    def __init__(self, *args: Any, people: Iterable[Around], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["whom"]
        others = [(str(one.id), f"{one.part} {one.initials}".strip()) for one in people]
        field.choices = [(FOR_US, _("Voor het dossier, alleen voor ons")), *others]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("whom") not in {None, FOR_US} and not data.get("channel"):
            self.add_error("channel", _("Kies hoe het bij deze persoon komt."))
        return data

    @property
    def party(self) -> UUID | None:
        """Who gets it; None for ourselves."""
        whom = self.cleaned_data["whom"]
        return None if whom == FOR_US else UUID(whom)
