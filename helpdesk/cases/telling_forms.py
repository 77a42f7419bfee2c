"""What may be typed about telling: a consent, an exception, a call, where the child is, what somebody needs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from helpdesk.cases import words
from helpdesk.cases.actions.call import MISSED, REACHED, SPOKEN_IN, TEXTED
from helpdesk.cases.actions.telling import WORDS_ENOUGH
from helpdesk.cases.assent import version_for
from helpdesk.cases.panels.around import Around
from helpdesk.lib import clock
from helpdesk.people import consent
from helpdesk.people.consent import Agreed, Band
from helpdesk.people.telling import CHANNEL_LABELS, SUBJECT_LABELS, Channel, Subject

LONG = 100_000
_TOO_LONG = {"max_length": _("Dit is te lang. Maak het korter.")}
_IN_THE_LIST = {"invalid_choice": _("Kies iets uit de lijst.")}
RESULTS = [
    (REACHED, _("Gesproken")),
    (MISSED, _("Niet bereikt")),
    (SPOKEN_IN, _("Ingesproken")),
    (TEXTED, _("Een sms of app gestuurd")),
]


def _text(label: Any, *, missing: Any = "", longest: int = 2000, rows: int = 2, **more: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput(attrs={"autocomplete": "off"})
    errors = {**_TOO_LONG, "required": missing}
    return forms.CharField(
        label=label, required=bool(missing), max_length=longest, widget=widget, error_messages=errors, **more
    )


def _subjects(label: Any, *, missing: Any = "") -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label,
        required=bool(missing),
        choices=[(str(subject), word.capitalize()) for subject, word in SUBJECT_LABELS.items()],
        error_messages={"required": missing, **_IN_THE_LIST},
    )


class _AboutSomebody(forms.Form):
    """A form about one of the people in this case."""

    party = forms.ChoiceField(label=_("Wie?"), error_messages={"required": _("Kies wie."), **_IN_THE_LIST})

    def __init__(self, *args: Any, people: Iterable[Around], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(one.id), f"{one.part} {one.initials}".strip()) for one in people]
        self.fields["party"].choices = [("", "…"), *choices]  # type: ignore[attr-defined]

    def clean_party(self) -> UUID:
        return UUID(self.cleaned_data["party"])


class ConsentForm(_AboutSomebody):
    """Who may hear what, who agreed, and what was explained first. Nothing is filled in beforehand but the day."""

    purpose = _text(_("Waarvoor?"), missing=_("Schrijf waarvoor dit nodig is."), longest=300, rows=0)
    subjects = _subjects(_("Wat mogen we delen?"), missing=_("Kies wat we mogen delen."))
    agreed = forms.MultipleChoiceField(
        label=_("Wie vond dit goed?"),
        choices=[(str(one), label) for one, label in consent.AGREED_LABELS.items()],
        error_messages={"required": _("Kies wie dit goed vond."), **_IN_THE_LIST},
    )
    band = forms.ChoiceField(
        label=_("Hoe oud is wie ja zegt?"),
        choices=[(str(band), label) for band, label in consent.BAND_LABELS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies de leeftijd."), **_IN_THE_LIST},
    )
    explained = _text(_("Wat heb je uitgelegd?"), missing=_("Schrijf wat je hebt uitgelegd."))
    language = _text(_("In welke taal?"), missing=_("Schrijf in welke taal je dit uitlegde."), longest=60, rows=0)
    limits = forms.BooleanField(
        label=_("Ik heb gezegd wanneer we toch iets moeten vertellen"),
        error_messages={"required": _("Vertel dit eerst. Zonder dat telt de toestemming niet.")},
    )
    read_aloud = forms.BooleanField(
        label=_("Ik heb de tekst voor deze leeftijd voorgelezen of verteld"),
        error_messages={"required": _("Lees eerst de tekst voor die bij de leeftijd hoort.")},
    )
    expires_on = forms.DateField(
        label=_("Tot en met"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Kies een dag."), "invalid": _("Deze dag bestaat niet. Kijk nog eens.")},
    )

    def clean_expires_on(self) -> Any:
        day = self.cleaned_data["expires_on"]
        if not clock.today() <= day <= clock.today() + timedelta(days=366):
            raise forms.ValidationError(_("Kies een dag binnen een jaar vanaf vandaag."))
        return day

    def consent(self) -> consent.Consent:
        """What was typed, as a record."""
        data = self.cleaned_data
        return consent.Consent(
            party=str(data["party"]),
            purpose=data["purpose"],
            subjects=frozenset(map(Subject, data["subjects"])),
            agreed=frozenset(map(Agreed, data["agreed"])),
            band=Band(data["band"]),
            explained=data["explained"],
            language=data["language"],
            limits=data["limits"],
            expires_on=data["expires_on"],
            text=version_for(Band(data["band"])),
        )


class ExceptionForm(_AboutSomebody):
    """Once, against what was agreed: to whom, what, how, why."""

    subjects = _subjects(_("Wat wil je vertellen?"), missing=_("Kies wat je wilt vertellen."))
    channel = forms.ChoiceField(
        label=_("Hoe?"),
        choices=[(str(one), CHANNEL_LABELS[one].capitalize()) for one in Channel if one != Channel.CODE],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoe."), **_IN_THE_LIST},
    )
    reason = _text(_("Waarom moet dit?"), missing=_("Schrijf waarom dit moet."), rows=4)

    def clean_reason(self) -> str:
        reason: str = self.cleaned_data["reason"].strip()
        if len(reason) < WORDS_ENOUGH:
            raise forms.ValidationError(_("Leg uit waarom het moet, in ten minste 20 letters."))
        return reason


class CallForm(forms.Form):
    """How a call went."""

    word_asked = forms.BooleanField(label=_("Ik vraag eerst naar het codewoord"), required=False)
    result = forms.ChoiceField(
        label=_("Hoe ging het?"),
        choices=RESULTS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoe het ging."), **_IN_THE_LIST},
    )
    subjects = _subjects(_("Waar gaat het over?"))
    text = _text(_("Wat is er gezegd?"), missing=_("Schrijf wat er is gezegd."), longest=LONG, rows=5)


class ReasonForm(forms.Form):
    """Why somebody needs to know where the child is."""

    reason = _text(_("Waarom moet je dit nu weten?"), missing=_("Schrijf waarom je dit moet weten."), longest=300)


class WhereaboutsForm(forms.Form):
    """Where the child is. Everything may be empty; all empty takes it away."""

    address = _text(_("Adres"), longest=300)
    shelter = _text(_("Opvang of pleeggezin"), longest=200, rows=0)
    school = _text(_("School"), longest=200, rows=0)
    telephone = _text(_("Telefoon daar"), longest=40, rows=0)
    residence = _text(_("Verblijfsrecht"), longest=300)
    note = _text(_("Let op"))


class NeedsForm(forms.Form):
    """What somebody needs to talk with us."""

    needs = forms.MultipleChoiceField(
        label=_("Wat helpt bij het contact?"),
        required=False,
        choices=[(key, word.capitalize()) for key, word in words.NEEDS.items()],
        error_messages=_IN_THE_LIST,
    )
    note = _text(_("Wat moeten we nog weten?"), longest=120, rows=0)
