"""What may be typed about somebody around the child."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from helpdesk.directory import reference
from helpdesk.lib import clock
from helpdesk.people import hours as safe_hours
from helpdesk.people.person import Person
from helpdesk.people.roles import INTEREST_LABELS, PART_LABELS, Interest, Part
from helpdesk.people.telling import CHANNEL_LABELS, CHOICE_LABELS, SUBJECT_LABELS, Channel, Choice, Subject, may_be_told

CHANNELS = tuple(channel for channel in Channel if channel != Channel.CODE)  # the code is the asker's own
_TOO_LONG = {"max_length": _("Dit is te lang. Maak het korter.")}


def _choice(label: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label.capitalize(),
        required=False,
        initial=str(Choice.NO),
        choices=[(str(choice), word) for choice, word in CHOICE_LABELS.items()],
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Kies nee, eerst vragen of ja.")},
    )


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
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        max_length=200,
        error_messages={**_TOO_LONG, "invalid": _("Dit is geen e-mailadres. Kijk nog eens.")},
    )
    address = forms.CharField(
        label=_("Postadres"),
        required=False,
        max_length=300,
        help_text=_("Waar een brief heen mag. Zet hier nooit waar het kind is."),
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
        error_messages=_TOO_LONG,
    )
    hours = forms.CharField(
        label=_("Wanneer is bellen veilig?"),
        required=False,
        max_length=300,
        help_text=_("Dagen en tijden, zo: ma-vr 15.00-17.00. Een regel per keer. Zonder tijden bellen we niet."),
        widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off"}),
        error_messages=_TOO_LONG,
    )
    code_word = forms.CharField(
        label=_("Codewoord"),
        required=False,
        max_length=60,
        help_text=_("Vraag het altijd voor je iets zegt. Het staat nergens in beeld tot je erom vraagt."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages=_TOO_LONG,
    )
    no_code_word = forms.BooleanField(label=_("Geen codewoord meer"), required=False)
    agreed = forms.CharField(
        label=_("Wat is met het kind afgesproken?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages=_TOO_LONG,
    )
    agreed_on = forms.DateField(
        label=_("Afgesproken op"),
        required=False,
        help_text=_("Jouw naam komt erbij. Laat leeg voor vandaag."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Deze dag bestaat niet. Kijk nog eens.")},
    )
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
            self.fields[f"told_{subject}"] = _choice(label)
        for channel in CHANNELS:
            self.fields[f"by_{channel}"] = _choice(CHANNEL_LABELS[channel])

    @classmethod
    def initial_of(cls, person: Person) -> dict[str, Any]:
        """A known person as the form shows it."""
        names = (
            "name",
            "short",
            "asks",
            "birth_date",
            "telephone",
            "email",
            "address",
            "institution",
            "note",
            "agreed",
            "agreed_on",
        )
        by = {f"by_{channel}": str(person.channels.get(channel, Choice.NO)) for channel in CHANNELS}
        told = {f"told_{subject}": str(person.told.get(subject, Choice.NO)) for subject in Subject}
        part = {"part": str(person.part), "interest": str(person.interest)}
        return {
            **{name: getattr(person, name) for name in names},
            **part,
            **told,
            **by,
            "hours": "\n".join(one.in_words() for one in person.hours),
        }

    @property
    def telling(self) -> Iterator[forms.BoundField]:
        """The five subjects."""
        return (self[f"told_{subject}"] for subject in Subject)

    @property
    def ways(self) -> Iterator[forms.BoundField]:
        """The ways to reach somebody."""
        return (self[f"by_{channel}"] for channel in CHANNELS)

    def clean_hours(self) -> tuple[safe_hours.SafeHours, ...]:
        try:
            return safe_hours.parse(self.cleaned_data["hours"])
        except safe_hours.NotHours as wrong:
            raise forms.ValidationError(str(wrong)) from None

    def clean_agreed_on(self) -> Any:
        day = self.cleaned_data["agreed_on"]
        if day and day > clock.today():
            raise forms.ValidationError(_("Deze dag moet nog komen. Kijk nog eens."))
        return day

    def clean_birth_date(self) -> Any:
        born = self.cleaned_data["birth_date"]
        if born and (born.year < 1900 or born > clock.today()):
            raise forms.ValidationError(_("Deze dag kan geen geboortedag zijn."))
        return born

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("address") and data.get("part") == Part.CHILD:
            self.add_error("address", _("Waar het kind is, staat apart. Schrijf het daar op, niet hier."))
        if not self.errors:
            person = self.person()
            for subject, chosen in person.told.items():
                answer = may_be_told(person, subject)
                if chosen == Choice.YES and not answer.allowed:
                    self.add_error(f"told_{subject}", answer.reason)
        return data

    def person(self, known: Person | None = None) -> Person:
        """What was typed. The code word of a known person stays until another is typed or it is taken away."""
        word = self.cleaned_data["code_word"] or (known.code_word if known else "")
        data = self.cleaned_data
        told = {subject: Choice(data.get(f"told_{subject}") or Choice.NO) for subject in Subject}
        names = (
            "name",
            "short",
            "telephone",
            "email",
            "address",
            "institution",
            "note",
            "agreed",
            "agreed_on",
            "hours",
        )
        return Person(
            channels={channel: Choice(data.get(f"by_{channel}") or Choice.NO) for channel in CHANNELS},
            code_word="" if data["no_code_word"] else word,
            part=Part(data["part"]),
            interest=Interest(data["interest"]),
            asks=bool(data["asks"]),
            birth_date=data["birth_date"],
            told=told,
            **{name: data[name] for name in names},
        )
