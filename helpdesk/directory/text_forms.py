"""What may be typed in a standard text, and by what one looks for it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from helpdesk.directory import reference
from helpdesk.directory.kept_forms import FindKeptForm, KeptForm
from helpdesk.directory.text_words import GAP, KNOWN, unknown
from helpdesk.directory.words import MOMENTS
from helpdesk.ui.texts import options

Choices = list[tuple[str, Any]]
WHICH = (("holds", _("Die gelden")), ("overdue", _("Na te kijken")), ("retired", _("Vervallen")))


def languages() -> dict[str, str]:
    """In which languages a text may be."""
    return {one.value: str(one.label) for one in options("options.language") if one.value != "anders"}


def _choices() -> dict[str, Choices]:
    """For whom, in which state and in which language a text may be."""
    return {
        "askers": [(str(row.id), str(row.label_nl)) for row in reference.requester_types()],
        "states": [(key, str(label)) for key, label in MOMENTS.items()],
        "language": list(languages().items()),
    }


class StandardTextForm(KeptForm):
    """One text, and for what it is meant."""

    keepers = "edit-standard-texts"
    field_order = ("title", "body", "language", "themes", "askers", "states")
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
    askers = forms.MultipleChoiceField(label=_("Wie vraagt"), required=False, widget=forms.CheckboxSelectMultiple)
    states = forms.MultipleChoiceField(
        label=_("Als de zaak zo staat"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].help_text = gettext(
            "Geen namen en niets uit een zaak. Wij vullen in: %(known)s. Zelf invullen voor het versturen: {%(gap)s …}."
        ) % {"known": ", ".join(f"{{{word}}}" for word in KNOWN), "gap": GAP}
        for name, choices in _choices().items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean_body(self) -> str:
        body = super().clean_body()
        if strange := unknown(body):
            raise ValidationError(
                gettext("Dit vullen we niet in: %(what)s. Kijk bij de uitleg wat wel kan."),
                params={"what": ", ".join(strange)},
            )
        return body


class FindTextForm(FindKeptForm):
    """By what one looks."""

    asker = forms.ChoiceField(label=_("Wie vraagt"), required=False)
    state = forms.ChoiceField(label=_("Als de zaak zo staat"), required=False)
    language = forms.ChoiceField(label=_("Taal"), required=False)
    which = forms.ChoiceField(label=_("Welke"), required=False, choices=WHICH)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in _choices().items():
            self.choose(name.removesuffix("s"), choices)
