"""What may be typed for a letter of complaint, and who gets what leaves on paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from helpdesk.cases.actions.give import BY_HAND
from helpdesk.cases.bundle import Item
from helpdesk.cases.panels.around import Around
from helpdesk.people.telling import CHANNEL_LABELS, Channel
from helpdesk.remedies.complaint import VOICE_LABELS, Told, Voice
from helpdesk.remedies.routes import routes

LONG = 20_000
ASKER = "asker"
WRONG = {"invalid_choice": _("Kies iets uit de lijst.")}


class ComplaintForm(forms.Form):
    """The whole letter; the route and the voice can still change while it is written."""

    route = forms.ChoiceField(
        label=_("Waar gaat de klacht heen?"),
        choices=[(one.id, one.name) for one in routes()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies waar de klacht heen gaat."), **WRONG},
    )
    voice = forms.ChoiceField(
        label=_("Wie schrijft?"),
        choices=[(str(one), label) for one, label in VOICE_LABELS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies in wiens naam de brief is."), **WRONG},
    )
    body = forms.CharField(label=_("Naam van de instelling"), max_length=120, required=False)
    about = forms.CharField(
        label=_("Klacht over"),
        help_text=_("In een paar woorden, zonder namen. Het staat boven de brief."),
        max_length=120,
        error_messages={"required": _("Zeg in een paar woorden waar het over gaat.")},
    )
    happened = forms.CharField(
        label=_("Wat er gebeurde"),
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": _("Schrijf op wat er gebeurde.")},
    )
    own_words = forms.CharField(
        label=_("In eigen woorden"),
        help_text=_("Zoals het kind of de ouder het schreef. Laat leeg wat niet in de brief hoort."),
        max_length=LONG,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    tried = forms.CharField(
        label=_("Wat al geprobeerd is"), max_length=LONG, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    wants = forms.CharField(
        label=_("Wat er moet veranderen"), max_length=LONG, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    enclosed = forms.CharField(
        label=_("Wat meegaat"),
        help_text=_("Eén stuk op elke regel."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self) -> dict[str, Any]:
        """A letter to an organisation names it."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        way = next((one for one in routes() if one.id == cleaned.get("route")), None)
        if way is not None and "{body}" in way.addressee and not cleaned.get("body"):
            self.add_error("body", ValidationError(gettext("Schrijf de naam van de instelling op.")))
        return cleaned

    def told(self) -> Told:
        """The letter as the remedies room wants it."""
        cleaned = {**self.cleaned_data}
        cleaned.pop("route")
        voice, lines = Voice(cleaned.pop("voice")), cleaned.pop("enclosed").splitlines()
        return Told(voice=voice, enclosed=[line.strip() for line in lines if line.strip()], **cleaned)


class GiveForm(forms.Form):
    """Who gets it, and how."""

    to = forms.ChoiceField(
        label=_("Voor wie?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies voor wie het is."), "invalid_choice": _("Deze persoon staat er niet bij.")},
    )
    channel = forms.ChoiceField(
        label=_("Hoe komt het daar?"),
        choices=[(str(one), CHANNEL_LABELS[one]) for one in BY_HAND],
        initial=str(Channel.POST),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoe het daar komt."), **WRONG},
    )

    def __init__(self, *args: Any, people: Iterable[Around], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        around = [(str(one.id), f"{one.part} {one.initials}".strip()) for one in people]
        self.fields["to"].choices = [(ASKER, _("De vrager zelf")), *around]  # type: ignore[attr-defined]

    def given_to(self) -> UUID | None:
        """The participant, or None for the asker."""
        chosen = self.cleaned_data["to"]
        return None if chosen == ASKER else UUID(chosen)

    def by(self) -> Channel:
        """The way."""
        return Channel(self.cleaned_data["channel"])


class BundleForm(GiveForm):
    """And which items."""

    items = forms.MultipleChoiceField(
        label=_("Wat gaat mee?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies eerst wat er meegaat."), **WRONG},
    )

    def __init__(self, *args: Any, items: Sequence[Item], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._items = items
        self.fields["items"].choices = [(one.key, one.what) for one in items]  # type: ignore[attr-defined]

    def chosen(self) -> list[Item]:
        """The items, in the order of the bundle."""
        keys = set(self.cleaned_data["items"])
        return [one for one in self._items if one.key in keys]
