"""What a colleague types about a lawyer's place."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from helpdesk.counsel.following import Answer, Cited, Filing, Followed, Used
from helpdesk.counsel.words import CITED, FOLLOWED, LONGEST_DAYS, USED, USUAL_DAYS
from helpdesk.lib import clock
from helpdesk.library.published import NotPublished, ecli_of

LONG = 2_000
WRONG = {"invalid_choice": _("Kies iets uit de lijst.")}


def _day(**more: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(
        widget=widget, error_messages={"invalid": _("Dit is geen dag."), **more.pop("errors", {})}, **more
    )


class InviteForm(forms.Form):
    """Which lawyer, what for, her number and until when."""

    party = forms.ChoiceField(
        label=_("Welke advocaat?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wie je uitnodigt."), **WRONG},
    )
    bar = forms.CharField(
        label=_("Nummer als advocaat"),
        help_text=_("Zoek het op bij de orde van advocaten. Vergelijk naam en e-mailadres."),
        max_length=20,
        error_messages={"required": _("Schrijf het nummer op dat je opzocht.")},
    )
    looked = forms.BooleanField(
        label=_("Ik heb het nummer zelf opgezocht, en de naam klopt."),
        error_messages={"required": _("Zoek het nummer eerst op.")},
    )
    purpose = forms.CharField(
        label=_("Waarvoor?"),
        help_text=_("Voor ons. De advocaat leest dit niet."),
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf op waarvoor.")},
    )
    until = _day(
        label=_("Tot en met welke dag?"),
        help_text=_("Hoogstens 90 dagen. Daarna kan zij niet meer binnen. Langer mag: nodig haar dan opnieuw uit."),
        errors={"required": _("Kies een dag.")},
    )

    def __init__(self, *args: Any, people: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        today = clock.today()
        kwargs["initial"] = {"until": today + timedelta(days=USUAL_DAYS), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        choices = list(people)
        self.fields["party"].choices = choices  # type: ignore[attr-defined]
        if len(choices) == 1:
            self.fields["party"].initial = choices[0][0]
        self.fields["until"].widget.attrs["max"] = (today + timedelta(days=LONGEST_DAYS)).isoformat()


class ShareForm(forms.Form):
    """What she gets."""

    given = forms.MultipleChoiceField(
        label=_("Wat krijgt zij?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies eerst wat zij krijgt."), **WRONG},
    )

    def __init__(self, *args: Any, given: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["given"].choices = list(given)  # type: ignore[attr-defined]

    def chosen(self) -> list[UUID]:
        """The files."""
        return [UUID(one) for one in self.cleaned_data["given"]]


class RemindForm(forms.Form):
    """Whether she is reminded."""

    wanted = forms.ChoiceField(
        choices=[("1", ""), ("0", "")], error_messages={"required": WRONG["invalid_choice"], **WRONG}
    )


class RevokeForm(forms.Form):
    """Why she is shut out."""

    reason = forms.CharField(
        label=_("Waarom trek je de toegang in?"),
        help_text=_("Voor ons. De advocaat leest dit niet."),
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf op waarom.")},
    )


class FilingForm(forms.Form):
    """Where it was filed, as she told it."""

    body = forms.CharField(
        label=_("Bij welke rechter of instantie?"),
        max_length=160,
        error_messages={"required": _("Schrijf op waar het is ingediend.")},
    )
    number = forms.CharField(label=_("Nummer daar"), max_length=80, required=False)
    filed_on = _day(label=_("Op welke dag?"), required=False)

    def said(self) -> Filing:
        """As plain values."""
        return Filing(**self.cleaned_data)


class AnswerForm(forms.Form):
    """What came of it, as she told it."""

    used = forms.ChoiceField(
        label=_("Gebruikte zij het?"),
        choices=[(str(one), label) for one, label in USED.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Zeg of zij het gebruikte."), **WRONG},
    )
    cited = forms.ChoiceField(
        label=_("Noemt de beslissing het?"),
        choices=[(str(one), label) for one, label in CITED.items()],
        widget=forms.RadioSelect,
        initial=str(Cited.UNKNOWN),
        error_messages=WRONG,
    )
    followed = forms.ChoiceField(
        label=_("Is het gevolgd?"),
        choices=[(str(one), label) for one, label in FOLLOWED.items()],
        widget=forms.RadioSelect,
        initial=str(Followed.UNKNOWN),
        error_messages=WRONG,
    )
    ecli = forms.CharField(
        label=_("ECLI-nummer"), help_text=_("Als de uitspraak is gepubliceerd."), max_length=80, required=False
    )
    words = forms.CharField(
        label=_("Wat zei zij erbij?"), max_length=LONG, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def clean_ecli(self) -> str:
        try:
            return ecli_of(self.cleaned_data["ecli"])
        except NotPublished as wrong:
            raise ValidationError(str(wrong)) from None

    def said(self) -> Answer:
        """As plain values."""
        typed = self.cleaned_data
        return Answer(
            Used(typed["used"]),
            Cited(typed["cited"]),
            Followed(typed["followed"]),
            typed["ecli"],
            typed["words"].strip(),
        )
