"""What may be typed about a deadline. Validation only."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from helpdesk.deadlines.counted import Counted, Decision, by_hand
from helpdesk.deadlines.workflow import LABELS, State
from helpdesk.lib import clock
from helpdesk.remedies.terms import terms

FAR = timedelta(days=366 * 5)
IN_THE_LIST = {"invalid_choice": _("Kies iets uit de lijst.")}
Choices = Sequence[tuple[str, str]]
WAYS = [
    ("sent", _("Per post of mail gestuurd")),
    ("handed", _("In de hand gegeven of uitgesproken")),
    ("published", _("Bekendgemaakt in een blad of op internet")),
    ("other", _("Anders, of het is een gebeurtenis")),
]


def day_field(label: Any, missing: Any, **more: Any) -> forms.DateField:
    errors = {"required": missing, "invalid": _("Deze dag bestaat niet. Kijk nog eens op de brief.")}
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=bool(missing), widget=widget, error_messages=errors, **more)


def line_field(label: Any, missing: Any = "", **more: Any) -> forms.CharField:
    errors = {"required": missing, "max_length": _("Dit is te lang. Maak het korter.")}
    widget = forms.TextInput(attrs={"autocomplete": "off"})
    return forms.CharField(
        label=label, required=bool(missing), max_length=160, widget=widget, error_messages=errors, **more
    )


def why_field(label: Any, **more: Any) -> forms.CharField:
    errors = {"required": _("Schrijf waarom."), "max_length": _("Dit is te lang. Maak het korter.")}
    widget = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, max_length=4000, widget=widget, error_messages=errors, **more)


def _owner_field() -> forms.ChoiceField:
    missing = {"required": _("Kies wie erop let."), **IN_THE_LIST}
    return forms.ChoiceField(label=_("Wie let erop?"), error_messages=missing)


class _Owned(forms.Form):
    """A form that says whose it is; without colleagues to choose from nothing is asked."""

    def __init__(self, *args: Any, owners: Choices = (), **more: Any) -> None:
        super().__init__(*args, **more)
        if owners:
            self.fields["owner"].choices = owners  # type: ignore[attr-defined]
        else:
            del self.fields["owner"]


class TermForm(_Owned):
    """Which term, from which day, and how the decision was made known."""

    term = forms.ChoiceField(
        label=_("Welke termijn?"), error_messages={"required": _("Kies de termijn."), **IN_THE_LIST}
    )
    on = day_field(
        _("Vanaf welke dag telt hij?"),
        _("Kies de dag die op de brief staat, of de dag van de gebeurtenis."),
        help_text=_("De dag van verzenden of uitreiken. Bij terugtellen vanaf een zitting: de dag van de zitting."),
    )
    way = forms.ChoiceField(
        label=_("Hoe is het bekendgemaakt?"),
        choices=WAYS,
        initial="sent",
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoe het bekend is gemaakt."), **IN_THE_LIST},
    )
    whom = line_field(_("Voor wie geldt het?"), help_text=_("Zonder naam: het kind, een ouder, de pleegouders."))
    owner = _owner_field()

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["term"].choices = grouped_terms()  # type: ignore[attr-defined]

    def clean_on(self) -> date:
        day: date = self.cleaned_data["on"]
        if abs(day - clock.today()) > FAR:
            raise forms.ValidationError(_("Deze dag ligt meer dan vijf jaar weg. Kijk nog eens op de brief."))
        return day

    def decision(self) -> Decision:
        """What the term counts from."""
        data = self.cleaned_data
        return Decision(data["on"], way=data["way"], whom=data["whom"])


class HandForm(_Owned):
    """A day that we do not reckon: a jurist found it, says where, and why."""

    what = line_field(
        _("Wat moet er op tijd zijn?"),
        _("Schrijf wat er op tijd moet zijn."),
        help_text=_("Kort en zonder namen. Bijvoorbeeld: reactie aan de school."),
    )
    last = day_field(_("Laatste dag"), _("Kies de laatste dag."))
    source = line_field(
        _("Waar staat dat?"), _("Schrijf waar de dag vandaan komt: een brief, een artikel, een beschikking.")
    )
    text = why_field(_("Waarom deze dag?"), help_text=_("Hoe je eraan komt, en hoe zeker je bent."))
    owner = _owner_field()

    def clean_last(self) -> date:
        day: date = self.cleaned_data["last"]
        if not clock.today() <= day <= clock.today() + FAR:
            raise forms.ValidationError(_("Kies een dag vanaf vandaag, binnen vijf jaar."))
        return day

    def counted(self) -> Counted:
        """The day as it was found."""
        data = self.cleaned_data
        return by_hand(data["what"], data["last"], reason=data["text"], source=data["source"])


class DisputeForm(forms.Form):
    """Why a second colleague comes to another day."""

    reason = why_field(_("Wat klopt er niet?"), help_text=_("Noem de dag waar jij op uitkomt, en het artikel."))


class CorrectTermForm(TermForm):
    """Another day from the list of terms, and why."""

    reason = why_field(_("Wat was er niet goed?"))


class CorrectHandForm(HandForm):
    """Another day by hand, and why the old one was wrong."""

    reason = why_field(_("Wat was er niet goed aan de oude dag?"))


class EndForm(forms.Form):
    """How it ended."""

    how = forms.ChoiceField(
        label=_("Hoe is het afgelopen?"),
        choices=[(str(state), LABELS[state].capitalize()) for state in (State.MET, State.LAPSED, State.WITHDRAWN)],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoe het is afgelopen."), **IN_THE_LIST},
    )
    reason = why_field(
        _("Hoe weet je dat?"), help_text=_("Bijvoorbeeld: ingediend op maandag, bevestiging zit bij de stukken.")
    )


def grouped_terms() -> list[Any]:
    """The terms by the group of the list; what we never compute is there too, and says so when it is chosen."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for one in terms():
        groups.setdefault(one.group.capitalize(), []).append((one.id, f"{one.name} ({one.law} {one.article})"))
    return [("", "…"), *groups.items()]
