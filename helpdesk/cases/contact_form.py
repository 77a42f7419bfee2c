"""The sheet of a contact moment: everything may be empty, for it is kept while somebody is still talking."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from helpdesk.cases import words
from helpdesk.cases.actions import CallOut
from helpdesk.cases.panels.call_sheet import TO_THE_ASKER, CallSheet
from helpdesk.cases.telling_forms import RESULTS
from helpdesk.lib.plain_text import plain_text
from helpdesk.people.telling import SUBJECT_LABELS, Subject
from helpdesk.teams.models import Member, Team

LONG = 100_000
KINDS = [
    ("call-in", _("Belt ons")),
    ("call-out", _("Wij bellen")),
    ("visit", _("Is hier")),
    ("letter", _("Schreef een brief")),
]
YES_NO = [("yes", _("Ja")), ("no", _("Nee"))]
TEXTS = ("asked", "said", "agreed", "care", "code_word", "number")


def _pills(label: Any, choices: list[Any], **attrs: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, required=False, widget=forms.RadioSelect(attrs=attrs))


def _text(label: Any, *, rows: int = 0, longest: int = LONG) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput(attrs={"autocomplete": "off"})
    errors = {"max_length": _("Dit is te lang. Knip het in stukken.")}
    return forms.CharField(label=label, required=False, max_length=longest, widget=widget, error_messages=errors)


def _hour(label: Any) -> forms.TimeField:
    errors = {"invalid": _("Dit is geen tijd. Schrijf bijvoorbeeld 16:00.")}
    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    return forms.TimeField(label=label, required=False, widget=widget, error_messages=errors)


class ContactForm(forms.Form):
    """One screen: at the left who and what is safe, at the right what is said."""

    asker = _pills(_("Wie belt?"), [(key, word.capitalize()) for key, word in words.ASKERS.items()], autofocus=True)
    kind = _pills(_("Hoe?"), KINDS)
    talk = _pills(_("Is het nu veilig om te praten?"), YES_NO)
    call_back = _pills(_("Mogen we terugbellen?"), YES_NO)
    callback_on = forms.DateField(
        label=_("Wanneer"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Deze dag bestaat niet. Kijk nog eens.")},
    )
    hours_from = _hour(_("Veilig van"))
    hours_to = _hour(_("tot"))
    number = _text(_("Nummer, om terug te bellen"), longest=40)
    code_word = _text(_("Codewoord"), longest=60)
    care = _text(_("Let op bij bellen"), longest=300)
    agreed = _text(_("Afgesproken"), rows=2)
    party = forms.CharField(required=False, max_length=36, widget=forms.HiddenInput)
    asked = _text(_("Woorden van de beller"), rows=7)
    said = _text(_("Wat wij zeiden"), rows=5)

    @property
    def texts_are_whole(self) -> bool:
        """Whether everything typed can be kept; a date that is half typed is no reason to wait."""
        return not set(self.errors) & set(TEXTS)

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing yet: `kind` is chosen from the start."""
        return not any(value for name, value in self.typed().items() if name not in {"kind", "party"})

    def clean_party(self) -> str:
        """With whom, for a call that we make in a case: the asker or somebody around the child."""
        party: str = self.cleaned_data["party"]
        try:
            return party if party in {"", TO_THE_ASKER} else str(UUID(party))
        except ValueError:
            return ""

    def typed(self) -> dict[str, Any]:
        """What is good so far, as the act keeps it: hours as 16.00, the day as a day."""
        found: dict[str, Any] = dict(self.cleaned_data)
        for name in ("hours_from", "hours_to"):
            hour: time | None = found.get(name)
            found[name] = f"{hour:%H.%M}" if hour else ""
        return {name: plain_text(value or "") if name in TEXTS else value for name, value in found.items()}


def kept(facts: dict[str, Any], said: dict[str, Any], callback_on: Any) -> dict[str, Any]:
    """What a kept moment shows in the form again."""
    hours = {name: str(facts.get(name) or "").replace(".", ":") for name in ("hours_from", "hours_to")}
    return {**facts, **hours, **said, "callback_on": callback_on}


class CallOutForm(forms.Form):
    """With whom we call in a case, how it went and what was told. What was agreed stands beside each name."""

    party = forms.ChoiceField(
        label=_("Met wie bel je?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies met wie je belt."), "invalid_choice": _("Kies iemand uit de lijst.")},
    )
    read = forms.BooleanField(label=_("Ik las wat de vrager zei over veilig contact"), required=False)
    word_asked = forms.BooleanField(label=_("Ik vraag eerst naar het codewoord"), required=False)
    result = forms.ChoiceField(
        label=_("Hoe ging het?"),
        choices=RESULTS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoe het ging."), "invalid_choice": _("Kies iets uit de lijst.")},
    )
    subjects = forms.MultipleChoiceField(
        label=_("Waar vertelde je iets over?"),
        required=False,
        choices=[(str(one), word.capitalize()) for one, word in SUBJECT_LABELS.items() if one != Subject.CONTACT],
        error_messages={"invalid_choice": _("Kies iets uit de lijst.")},
    )

    def __init__(self, *args: Any, sheets: Iterable[CallSheet], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sheets = list(sheets)
        field: Any = self.fields["party"]
        field.choices = [(one.key, f"{one.part} {one.initials}".strip()) for one in self.sheets]

    def call(self) -> CallOut:
        """What was typed."""
        data = self.cleaned_data
        party = None if data["party"] == TO_THE_ASKER else UUID(data["party"])
        subjects = tuple(map(Subject, data["subjects"]))
        return CallOut(party, data["result"], subjects, word_asked=data["word_asked"], read=data["read"])


class TeamForm(forms.Form):
    """With which team the new case begins: a jurist's own, any for whoever sorts."""

    team = forms.ModelChoiceField(
        Team.objects.none(),
        to_field_name="slug",
        label=_("Team"),
        empty_label=None,
        error_messages={"required": _("Kies een team."), "invalid_choice": _("Dit team is er niet.")},
    )

    def __init__(self, *args: Any, member: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        teams = Team.objects.all()
        mine = teams.filter(pk__in=member.team_ids())
        field: Any = self.fields["team"]
        field.queryset = teams if member.reaches("route") else mine
        field.label_from_instance = lambda team: team.name


class AttemptForm(forms.Form):
    """How calling back went."""

    result = forms.ChoiceField(choices=[("reached", _("Bereikt")), ("missed", _("Niet bereikt"))])
    word_asked = forms.BooleanField(required=False)


class CallBackForm(forms.Form):
    """On which day to try again."""

    callback_on = forms.DateField(
        error_messages={"required": _("Kies een dag."), "invalid": _("Deze dag bestaat niet. Kijk nog eens.")}
    )
