"""What may be typed about a mediation. Validation only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from helpdesk.directory.text_words import has_gap
from helpdesk.lib import clock
from helpdesk.mediation.said import Frame, Made
from helpdesk.mediation.words import AFTERS, MARKS, OUTCOMES, REPLIES, After, Mark, Outcome, Reply

LONG = 100_000
ROWS = 4  # promises on one form; more can be added in a next agreement
FAR = timedelta(days=366 * 2)
IN_THE_LIST = {"invalid_choice": _("Kies iets uit de lijst.")}
Choices = Sequence[tuple[str, str]]


def line_field(label: Any, *, missing: Any = "", longest: int = 120, **more: Any) -> forms.CharField:
    errors = {"required": missing, "max_length": _("Dit is te lang. Maak het korter.")}
    widget = forms.TextInput(attrs={"autocomplete": "off"})
    return forms.CharField(
        label=label, required=bool(missing), max_length=longest, widget=widget, error_messages=errors, **more
    )


def text_field(label: Any, *, missing: Any = "", rows: int = 4, **more: Any) -> forms.CharField:
    errors = {"required": missing, "max_length": _("Dit is te lang. Knip het in stukken.")}
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(
        label=label, required=bool(missing), max_length=LONG, widget=widget, error_messages=errors, **more
    )


def day_field(label: Any, *, missing: Any = "", **more: Any) -> forms.DateField:
    errors = {"required": missing, "invalid": _("Deze dag bestaat niet. Kijk nog eens.")}
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=bool(missing), widget=widget, error_messages=errors, **more)


def one_of(label: Any, missing: Any, choices: Any = (), **more: Any) -> forms.ChoiceField:
    errors = {"required": missing, **IN_THE_LIST}
    return forms.ChoiceField(label=label, choices=choices, error_messages=errors, **more)


def some_of(label: Any, missing: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, widget=forms.CheckboxSelectMultiple, error_messages={"required": missing, **IN_THE_LIST}
    )


def pills(words: Mapping[Any, str]) -> list[tuple[str, str]]:
    return [(str(key), word) for key, word in words.items()]


class _Form(forms.Form):
    """Fields whose choices come from the case: `choices` by name."""

    def __init__(self, *args: Any, choices: Mapping[str, Choices] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, found in (choices or {}).items():
            self.fields[name].choices = found  # type: ignore[attr-defined]


class Heard(_Form):
    """Something that happened on a day that is not to come."""

    def clean_on(self) -> date:
        day: date = self.cleaned_data["on"]
        if day > clock.today():
            raise ValidationError(gettext("Deze dag moet nog komen. Kies de dag waarop het gebeurde."))
        return day


class FrameForm(_Form):
    """What the talks are about. The wish stands in the child's own words."""

    about = line_field(
        _("Waarover bemiddel je?"),
        missing=_("Schrijf waarover je bemiddelt."),
        longest=80,
        help_text=_("Eén vraag, zonder namen. Bijvoorbeeld: bezoek aan haar broertje."),
    )
    aim = line_field(
        _("Wat moet het voor het kind opleveren?"),
        missing=_("Schrijf in één zin wat het voor het kind moet opleveren."),
        longest=300,
    )
    text = text_field(
        _("Wat wil het kind zelf, in eigen woorden?"),
        help_text=_("Schrijf het op zoals het kind het zei. Weet je het nog niet? Laat het leeg en vraag het."),
    )
    parties = some_of(_("Wie praten er mee?"), _("Kies met wie je praat."))
    lead = one_of(_("Wie leidt het?"), _("Kies een collega."))
    started_on = day_field(_("Sinds"), missing=_("Kies een dag."), initial=clock.today)

    def frame(self) -> Frame:
        """What was typed."""
        data = self.cleaned_data
        parties, about = tuple(data["parties"]), {name: data[name] for name in ("about", "aim", "lead", "started_on")}
        return Frame(wish=data["text"], parties=parties, **about)


class PositionForm(Heard):
    """What somebody wants, and where that was said."""

    party = one_of(_("Wie?"), _("Kies wie dit zei."))
    text = text_field(_("Wat wil deze persoon, en waarom?"), missing=_("Schrijf wat deze persoon wil."))
    on = day_field(_("Wanneer gezegd?"), missing=_("Kies een dag."), initial=clock.today)
    source = one_of(_("Waar staat dat?"), "", required=False)


class ProposalForm(Heard):
    """What is put to whom, and until when they may think."""

    author = one_of(_("Van wie komt het voorstel?"), _("Kies van wie het komt."))
    to = some_of(_("Aan wie?"), _("Kies aan wie het voorstel gaat."))
    text = text_field(_("Het voorstel"), missing=_("Schrijf het voorstel op."))
    on = day_field(_("Gedaan op"), missing=_("Kies een dag."), initial=clock.today)
    until = day_field(_("Antwoord uiterlijk"), help_text=_("Laat leeg als er geen dag is afgesproken."))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("until") and data.get("on") and data["until"] < data["on"]:
            self.add_error("until", _("Deze dag ligt voor het voorstel. Kies een latere dag."))
        return data


class AnswerForm(Heard):
    """What one of them said to it."""

    party = one_of(_("Wie antwoordt?"), _("Kies wie antwoordt."))
    reply = forms.TypedChoiceField(
        label=_("Wat is het antwoord?"),
        coerce=Reply,
        choices=pills(REPLIES),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een antwoord."), **IN_THE_LIST},
    )
    text = text_field(_("Wat zei deze persoon erbij?"), rows=3)
    on = day_field(_("Wanneer?"), missing=_("Kies een dag."), initial=clock.today)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("reply") == Reply.CHANGES and not data.get("text"):
            self.add_error("text", _("Schrijf wat deze persoon anders wil."))
        return data


class AgreementForm(Heard):
    """What was agreed, and up to four promises: who does what by when."""

    text = text_field(_("Wat is er afgesproken?"), missing=_("Schrijf kort op wat er is afgesproken."), rows=3)
    on = day_field(_("Afgesproken op"), missing=_("Kies een dag."), initial=clock.today)

    def __init__(self, *args: Any, who: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(ROWS):
            self.fields[f"who_{number}"] = one_of(_("Wie"), "", [("", "…"), *who], required=False)
            self.fields[f"what_{number}"] = line_field(_("Doet wat"))
            self.fields[f"by_{number}"] = day_field(_("Uiterlijk"))

    @property
    def rows(self) -> list[tuple[forms.BoundField, ...]]:
        """The fields of one promise together, for the template."""
        return [tuple(self[f"{name}_{number}"] for name in ("who", "what", "by")) for number in range(ROWS)]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        words = {"who": _("Kies wie dit doet."), "what": _("Schrijf wat er gebeurt."), "by": _("Kies een dag.")}
        for number in range(ROWS):
            filled = {name: data.get(f"{name}_{number}") for name in words}
            for name, value in filled.items():
                if any(filled.values()) and not value and f"{name}_{number}" not in self.errors:
                    self.add_error(f"{name}_{number}", words[name])
        if not self.errors and not self.promises():
            self.add_error("what_0", _("Schrijf ten minste één afspraak op: wie doet wat, en wanneer."))
        return data

    def promises(self) -> list[Made]:
        """The rows that were filled in."""
        data = self.cleaned_data
        found = [[data.get(f"{name}_{number}") for name in ("who", "what", "by")] for number in range(ROWS)]
        return [Made(str(who), str(what), by) for who, what, by in found if who and what and by]


class PromiseForm(Heard):
    """What became of a promise, and how we know."""

    mark = forms.TypedChoiceField(
        label=_("Hoe staat het ermee?"),
        coerce=Mark,
        choices=pills(MARKS),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoe het ermee staat."), **IN_THE_LIST},
    )
    text = text_field(_("Hoe weet je dat?"), missing=_("Schrijf van wie je dit weet, of wat je zag."), rows=3)
    on = day_field(_("Wanneer werd dat duidelijk?"), missing=_("Kies een dag."), initial=clock.today)
    what = line_field(_("Wat is de afspraak nu?"), help_text=_("Alleen als de afspraak is veranderd."))
    by = day_field(_("Uiterlijk nu"), help_text=_("Alleen als de dag is veranderd."))


class EndForm(Heard):
    """What came of it."""

    outcome = forms.TypedChoiceField(
        label=_("Hoe liep het af?"),
        coerce=Outcome,
        choices=pills(OUTCOMES),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoe het afliep."), **IN_THE_LIST},
    )
    text = text_field(_("Wat bracht het het kind?"), missing=_("Schrijf wat het het kind bracht, ook weinig."))
    after = forms.TypedChoiceField(
        label=_("Wat nu?"),
        coerce=After,
        choices=pills(AFTERS),
        widget=forms.RadioSelect,
        initial=str(After.NOTHING),
        error_messages={"required": _("Kies wat er nu komt."), **IN_THE_LIST},
    )
    on = day_field(_("Afgesloten op"), missing=_("Kies een dag."), initial=clock.today)


class ReopenForm(forms.Form):
    """Why the talks go on."""

    reason = text_field(_("Waarom ga je verder?"), missing=_("Schrijf waarom je verdergaat."), rows=3)


class CorrectForm(forms.Form):
    """What was not right, and what it should have been."""

    reason = text_field(_("Wat klopt er niet?"), missing=_("Schrijf wat er niet klopt."), rows=3)
    text = text_field(
        _("Zo is het wel"),
        help_text=_("Laat leeg als dit er niet had moeten staan. Dan telt het niet meer mee; het blijft te lezen."),
    )

    def clean_text(self) -> str:
        text = str(self.cleaned_data["text"])
        if has_gap(text):
            raise ValidationError(gettext("Vul eerst in wat nog tussen { en } staat, of haal het weg."))
        return text
