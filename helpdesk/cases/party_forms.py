"""What may be typed about somebody around the child."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from helpdesk.directory import reference
from helpdesk.lib import clock
from helpdesk.people.person import Person
from helpdesk.people.roles import INTEREST_LABELS, PART_LABELS, Interest, Part
from helpdesk.people.telling import CHOICE_LABELS, SUBJECT_LABELS, Choice, Subject, may_be_told

_TOO_LONG = {"max_length": _("Dit is te lang. Maak het korter.")}


class PartyForm(forms.Form):
    """Who, on whose side, and what this person may know. What nobody chose there is no."""

    part = forms.ChoiceField(
        label=_("Wie is dit voor het kind?"),
        choices=[("", "…"), *((str(part), label) for part, label in PART_LABELS.items())],
        error_messages={"required": _("Kies wie dit is."), "invalid_choice": _("Kies iets uit de lijst.")},
    )
    name = forms.CharField(
        label=_("Naam"),
        required=False,
        max_length=120,
        help_text=_("Op de zaak staan alleen letters. De naam zie je pas als je erom vraagt, en dat wordt vastgelegd."),
        error_messages=_TOO_LONG,
    )
    short = forms.CharField(
        label=_("Zo staat het op de zaak"),
        required=False,
        max_length=8,
        help_text=_("Laat leeg voor de eerste letters van de naam."),
        error_messages=_TOO_LONG,
    )
    interest = forms.ChoiceField(
        label=_("Wat wil deze persoon?"),
        initial=str(Interest.UNKNOWN),
        choices=[(str(interest), label) for interest, label in INTEREST_LABELS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een van de vier."), "invalid_choice": _("Kies een van de vier.")},
    )
    asks = forms.BooleanField(label=_("Deze persoon vraagt ons om hulp"), required=False)
    birth_date = forms.DateField(
        label=_("Geboortedag"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Deze dag bestaat niet. Kijk nog eens.")},
    )
    telephone = forms.CharField(label=_("Telefoon"), required=False, max_length=30, error_messages=_TOO_LONG)
    institution = forms.ChoiceField(
        label=_("Instelling"), required=False, error_messages={"invalid_choice": _("Kies iets uit de lijst.")}
    )
    note = forms.CharField(
        label=_("Wat moet je weten over deze persoon?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages=_TOO_LONG,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        institutions = sorted((one.name, one.id) for one in reference.institutions())
        choices = [("", _("Geen, of niet in de lijst")), *((key, name) for name, key in institutions)]
        self.fields["institution"].choices = choices  # type: ignore[attr-defined]
        for subject, label in SUBJECT_LABELS.items():
            self.fields[f"told_{subject}"] = forms.ChoiceField(
                label=label.capitalize(),
                required=False,
                initial=str(Choice.NO),
                choices=[(str(choice), word) for choice, word in CHOICE_LABELS.items()],
                widget=forms.RadioSelect,
                error_messages={"invalid_choice": _("Kies nee, eerst vragen of ja.")},
            )

    @classmethod
    def initial_of(cls, person: Person) -> dict[str, Any]:
        """A known person as the form shows it."""
        names = ("name", "short", "asks", "birth_date", "telephone", "institution", "note")
        told = {f"told_{subject}": str(person.told.get(subject, Choice.NO)) for subject in Subject}
        part = {"part": str(person.part), "interest": str(person.interest)}
        return {**{name: getattr(person, name) for name in names}, **part, **told}

    @property
    def telling(self) -> Iterator[forms.BoundField]:
        """The five subjects."""
        return (self[f"told_{subject}"] for subject in Subject)

    def clean_birth_date(self) -> Any:
        born = self.cleaned_data["birth_date"]
        if born and (born.year < 1900 or born > clock.today()):
            raise forms.ValidationError(_("Deze dag kan geen geboortedag zijn."))
        return born

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.errors:
            person = self.person()
            for subject, chosen in person.told.items():
                answer = may_be_told(person, subject)
                if chosen == Choice.YES and not answer.allowed:
                    self.add_error(f"told_{subject}", answer.reason)
        return data

    def person(self) -> Person:
        """What was typed, as a person."""
        data = self.cleaned_data
        told = {subject: Choice(data.get(f"told_{subject}") or Choice.NO) for subject in Subject}
        names = ("name", "short", "telephone", "institution", "note")
        return Person(
            part=Part(data["part"]),
            interest=Interest(data["interest"]),
            asks=bool(data["asks"]),
            birth_date=data["birth_date"],
            told=told,
            **{name: data[name] for name in names},
        )
