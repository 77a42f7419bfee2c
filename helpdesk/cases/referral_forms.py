"""What may be typed about a referral: where to look, the plan, what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from helpdesk.cases import words
from helpdesk.cases.actions.referral import Plan
from helpdesk.cases.forms import LONG, UUID_TEXT
from helpdesk.cases.panels.around import Around
from helpdesk.directory import reference
from helpdesk.directory.places import OURSELVES
from helpdesk.directory.text_words import has_gap
from helpdesk.directory.words import REACH
from helpdesk.lib import clock
from helpdesk.people import hours as safe_hours
from helpdesk.people.person import Person
from helpdesk.people.referral import FOLLOWS, HOW_LABELS, STATUS_LABELS, How, Status
from helpdesk.people.roles import Part
from helpdesk.people.telling import SUBJECT_LABELS, Channel, Choice, Subject

SOON = timedelta(days=14)
_IN_THE_LIST = {"invalid_choice": _("Kies iets uit de lijst.")}
_TOO_LONG = {"max_length": _("Dit is te lang. Maak het korter.")}


def _day(label: Any, **more: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Deze dag bestaat niet. Kijk nog eens.")},
        **more,
    )


def _select(label: Any, choices: Iterable[tuple[str, Any]] = ()) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, required=False, choices=[("", _("Maakt niet uit")), *choices], error_messages=_IN_THE_LIST
    )


class WhereForm(forms.Form):
    """What one looks for. Nothing of it is kept, and it stands in no address."""

    said = forms.CharField(label=_("Woorden"), required=False, max_length=80, error_messages=_TOO_LONG)
    theme = _select(_("Thema"))
    kind = _select(_("Wat ze doen"))
    who = _select(_("Wie gaat erheen"), [("child", _("het kind zelf")), ("other", _("via iemand anders"))])
    age = _select(_("Leeftijd"), words.AGE_BANDS.items())
    reach = _select(_("Waar"), REACH.items())
    open = forms.BooleanField(label=_("Nu open"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = sorted({one.kind for one in reference.institutions()} - {OURSELVES})
        for name, choices in {
            "theme": [(one.id, one.label_nl) for one in reference.themes()],
            "kind": [(kind, kind) for kind in kinds],
        }.items():
            self.fields[name].choices = [("", _("Maakt niet uit")), *choices]  # type: ignore[attr-defined]


class PlanForm(forms.Form):
    """To whom, for what, how, and what goes along. What goes along is never filled in beforehand."""

    to = forms.ChoiceField(label=_("Naar wie?"), error_messages={"required": _("Kies naar wie."), **_IN_THE_LIST})
    purpose = forms.CharField(
        label=_("Waarvoor?"),
        max_length=300,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Schrijf waarvoor je verwijst."), **_TOO_LONG},
    )
    how = forms.ChoiceField(
        label=_("Hoe?"),
        choices=[(str(how), label) for how, label in HOW_LABELS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoe."), **_IN_THE_LIST},
    )
    contact = forms.CharField(
        label=_("Met wie daar?"),
        required=False,
        max_length=120,
        help_text=_("Alleen als je iemand kent. De naam staat niet op de zaak."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages=_TOO_LONG,
    )
    email = forms.EmailField(
        label=_("E-mailadres daar"),
        required=False,
        max_length=200,
        help_text=_("Alleen als wij het met een link sturen."),
        error_messages={**_TOO_LONG, "invalid": _("Dit is geen e-mailadres. Kijk nog eens.")},
    )
    telephone = forms.CharField(
        label=_("Telefoon daar"),
        required=False,
        max_length=30,
        help_text=_("Voor de code bij de link, en om samen te bellen."),
        error_messages=_TOO_LONG,
    )
    together_on = _day(_("Wanneer bellen we samen?"))
    hours = forms.CharField(
        label=_("Hoe laat kan dat?"),
        required=False,
        max_length=300,
        help_text=_("Dagen en tijden, zo: ma-vr 9.00-17.00."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages=_TOO_LONG,
    )
    subjects = forms.MultipleChoiceField(
        label=_("Waar gaat wat meegaat over?"),
        required=False,
        choices=[(str(one), label.capitalize()) for one, label in SUBJECT_LABELS.items() if one != Subject.CONTACT],
        error_messages=_IN_THE_LIST,
    )
    text = forms.CharField(
        label=_("Wat gaat er precies mee?"),
        required=False,
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 7}),
        error_messages=_TOO_LONG,
    )
    remind_on = _day(_("Wanneer vraag je na of het gelukt is?"), help_text=_("Dit wordt een taak voor jou."))
    messages = forms.MultipleChoiceField(required=False, error_messages=_IN_THE_LIST)
    _OF_THE_TEXT = ("purpose", "subjects", "text")

    def __init__(
        self,
        *args: Any,
        people: Iterable[Around] = (),
        messages: Iterable[tuple[str, str]] = (),
        only_text: How | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.only_text = only_text
        self.people = {str(one.id): f"{one.part} {one.initials}".strip() for one in people}
        self.places = {one.id: one for one in reference.institutions() if one.kind != OURSELVES}
        there = [(f"party:{key}", label) for key, label in self.people.items()]
        listed = [(f"place:{one.id}", one.name) for one in sorted(self.places.values(), key=lambda one: one.name)]
        groups = [(_("Staat er al bij"), there)] if there else []
        self.fields["to"].choices = [("", "…"), *groups, (_("Uit de lijst"), listed)]  # type: ignore[attr-defined]
        self.fields["messages"].choices = list(messages)  # type: ignore[attr-defined]
        for name in list(self.fields) if only_text else ():
            if name not in {*self._OF_THE_TEXT, "messages"}:
                del self.fields[name]

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if has_gap(text):
            raise forms.ValidationError(_("Vul eerst in wat nog tussen { en } staat, of haal het weg."))
        return text

    def clean_hours(self) -> Any:
        try:
            return safe_hours.parse(self.cleaned_data["hours"])
        except safe_hours.NotHours as wrong:
            raise forms.ValidationError(str(wrong)) from None

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        how = str(self.only_text or data.get("how") or "")
        new = str(data.get("to") or "").startswith("place:")
        missing = {
            "email": (how == How.SEND and new, _("Vul in waar de mail naartoe gaat.")),
            "together_on": (how == How.WARM and not self.only_text, _("Kies een dag.")),
            "hours": (how == How.WARM and new, _("Schrijf wanneer we daar kunnen bellen.")),
            "text": (how == How.SEND, _("Schrijf wat er meegaat. Wat hier niet staat, gaat niet mee.")),
            "subjects": (bool(data.get("text")), _("Kies waar de tekst over gaat.")),
        }
        for name, (needed, sentence) in missing.items():
            if needed and name in self.fields and not data.get(name) and name not in self.errors:
                self.add_error(name, sentence)
        for name in ("together_on", "remind_on"):
            if data.get(name) and data[name] < clock.today():
                self.add_error(name, _("Deze dag is voorbij. Kies een dag vanaf vandaag."))
        return data

    def plan(self) -> Plan:
        """What was typed, as a plan; where only the text may change, the rest of it says nothing."""
        data = self.cleaned_data
        said = {"purpose": data["purpose"], "subjects": frozenset(map(Subject, data["subjects"])), "text": data["text"]}
        if self.only_text:
            return Plan(name="", how=self.only_text, **said)
        kind, _colon, key = data["to"].partition(":")
        days = {"together_on": data["together_on"] if data["how"] == How.WARM else None, "remind_on": data["remind_on"]}
        said |= {"how": How(data["how"]), **days}
        if kind == "party":
            return Plan(name=self.people[key], party=UUID(key), **said)
        place = self.places[key]
        person = None if data["how"] == How.HERSELF else self._person(place.id, said["subjects"])
        return Plan(name=place.name, institution=place.id, person=person, **said)

    def _person(self, place: str, subjects: Iterable[Subject]) -> Person:
        data = self.cleaned_data
        channel = Channel.EMAIL if data["how"] == How.SEND else Channel.CALL
        return Person(
            Part.WORKER,
            name=data["contact"],
            short=place[:8],
            email=data["email"],
            telephone=data["telephone"],
            institution=place,
            told=dict.fromkeys([Subject.CONTACT, *subjects], Choice.YES),
            channels={channel: Choice.YES},
            hours=data["hours"],
        )


class ResultForm(forms.Form):
    """What became of it."""

    status = forms.ChoiceField(
        label=_("Hoe staat het ervoor?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoe het ervoor staat."), **_IN_THE_LIST},
    )
    on = _day(_("Is er een afspraak? Op welke dag?"))
    note = forms.CharField(
        label=_("Wat is er gezegd?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages=_TOO_LONG,
    )
    ask_on = _day(_("Wanneer vraag je het weer na?"), help_text=_("Dit wordt een taak voor jou."))

    def __init__(self, *args: Any, now: Status, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        following = [status for status in Status if status in FOLLOWS[now]]
        self.fields["status"].choices = [  # type: ignore[attr-defined]
            (str(status), STATUS_LABELS[status].capitalize()) for status in following
        ]

    def clean_ask_on(self) -> Any:
        day = self.cleaned_data["ask_on"]
        if day and day < clock.today():
            raise forms.ValidationError(_("Deze dag is voorbij. Kies een dag vanaf vandaag."))
        return day


class WithdrawForm(forms.Form):
    """Why it stops, for the file."""

    note = forms.CharField(
        label=_("Waarom?"), required=False, max_length=300, widget=forms.Textarea(attrs={"rows": 2}),
        error_messages=_TOO_LONG,
    )  # fmt: skip


class BeginForm(forms.Form):
    """A place was chosen from the directory; posted, so that it stands in no address."""

    to = forms.RegexField(rf"\A(place:[A-Za-z0-9]{{1,8}}|party:{UUID_TEXT})\Z")
