"""What may be typed in a standard text, and by what one looks for it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from helpdesk.directory import reference
from helpdesk.directory.text_words import GAP, KNOWN, unknown
from helpdesk.directory.words import MOMENTS
from helpdesk.lib import clock
from helpdesk.lib.case_codes import ALPHABET, LENGTH, PREFIX
from helpdesk.teams.models import Member
from helpdesk.teams.roles import Role, scope_of
from helpdesk.ui.texts import options

Choices = list[tuple[str, Any]]
# A text is for many cases: an address or a code in it is somebody's.
_SOMEBODY = re.compile(rf"\S@\S+\.\S|{re.escape(PREFIX)}[{ALPHABET}]{{{LENGTH}}}", re.IGNORECASE)
WHICH = (("holds", _("Die gelden")), ("overdue", _("Na te kijken")), ("retired", _("Vervallen")))


def languages() -> dict[str, str]:
    """In which languages a text may be."""
    return {one.value: str(one.label) for one in options("options.language") if one.value != "anders"}


def _labels(rows: Iterable[Any]) -> Choices:
    return [(str(row.id), str(row.label_nl)) for row in rows]


def _moments() -> Choices:
    return [(key, str(label)) for key, label in MOMENTS.items()]


class StandardTextForm(forms.Form):
    """One text, and for what it is meant."""

    title = forms.CharField(
        label=_("Titel"),
        max_length=80,
        help_text=_("Zo vind je hem terug. De vrager ziet de titel niet."),
        error_messages={"required": _("Geef de tekst een titel.")},
    )
    body = forms.CharField(
        label=_("Tekst"),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 12}),
        error_messages={"required": _("Schrijf eerst een tekst.")},
    )
    language = forms.ChoiceField(label=_("Taal"))
    themes = forms.MultipleChoiceField(label=_("Thema’s"), required=False, widget=forms.CheckboxSelectMultiple)
    askers = forms.MultipleChoiceField(label=_("Wie vraagt"), required=False, widget=forms.CheckboxSelectMultiple)
    states = forms.MultipleChoiceField(
        label=_("Als de zaak zo staat"), required=False, widget=forms.CheckboxSelectMultiple
    )
    owner = forms.ModelChoiceField(
        Member.objects.none(),
        label=_("Wie houdt hem bij"),
        error_messages={"required": _("Kies een collega."), "invalid_choice": _("Kies een collega uit de lijst.")},
    )
    review_on = forms.DateField(
        label=_("Nakijken op"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Kies een dag."), "invalid": _("Kies een dag.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roles = [str(role) for role in Role if scope_of(role, "edit-standard-texts")]
        owner: Any = self.fields["owner"]
        owner.queryset = Member.objects.filter(is_active=True, role__in=roles).order_by("full_name")
        owner.label_from_instance = lambda member: member.full_name
        self.fields["body"].help_text = gettext(
            "Geen namen en niets uit een zaak. Wij vullen in: %(known)s. Zelf invullen voor het versturen: {%(gap)s …}."
        ) % {"known": ", ".join(f"{{{word}}}" for word in KNOWN), "gap": GAP}
        for name, choices in {
            "language": list(languages().items()),
            "themes": _labels(reference.themes()),
            "askers": _labels(reference.requester_types()),
            "states": _moments(),
        }.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean_title(self) -> str:
        return of_nobody(self.cleaned_data["title"])

    def clean_body(self) -> str:
        body = of_nobody(self.cleaned_data["body"])
        if strange := unknown(body):
            raise ValidationError(
                gettext("Dit vullen we niet in: %(what)s. Kijk bij de uitleg wat wel kan."),
                params={"what": ", ".join(strange)},
            )
        return body

    def clean_review_on(self) -> Any:
        day = self.cleaned_data["review_on"]
        if day <= clock.today():
            raise ValidationError(gettext("Kies een dag die nog komt."))
        return day


def of_nobody(text: str) -> str:
    """The text, when nothing in it points at one person; else a `ValidationError`."""
    if _SOMEBODY.search(text):
        raise ValidationError(gettext("Hier staat een e-mailadres of de code van een zaak. Haal dat weg."))
    return text


class FindTextForm(forms.Form):
    """By what one looks. Unknown choices count as none."""

    words = forms.CharField(
        label=_("Zoek"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    theme = forms.ChoiceField(label=_("Thema"), required=False)
    asker = forms.ChoiceField(label=_("Wie vraagt"), required=False)
    state = forms.ChoiceField(label=_("Als de zaak zo staat"), required=False)
    language = forms.ChoiceField(label=_("Taal"), required=False)
    which = forms.ChoiceField(label=_("Welke"), required=False, choices=WHICH)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        alike = ("", _("Maakt niet uit"))
        for name, choices in {
            "theme": _labels(reference.themes()),
            "asker": _labels(reference.requester_types()),
            "state": _moments(),
            "language": list(languages().items()),
        }.items():
            self.fields[name].choices = [alike, *choices]  # type: ignore[attr-defined]

    def wanted(self) -> dict[str, str]:
        """What was chosen and exists."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}
