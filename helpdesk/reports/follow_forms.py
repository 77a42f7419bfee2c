"""What may be typed about what became of a report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from helpdesk.lib import clock
from helpdesk.library.published import NotPublished, ecli_of
from helpdesk.reports.followup import DEALT, RESULTS, UNDECIDED, Dealt, Result, Right, Told
from helpdesk.reports.forms import choice_field, day_field, words_field
from helpdesk.reports.outline import outlines

LONG = 4000


class FollowForm(forms.Form):
    """Before whom, how it ended, and what the decision did with each right that the report names."""

    procedure = choice_field(_("In welke procedure is het gebruikt?"), missing=_("Kies de procedure."), pills=True)
    body = words_field(_("Bij welke rechter of instantie?"))
    court_number = words_field(_("Nummer daar"))
    filed_on = day_field(_("Ingediend op"))
    result = choice_field(_("Hoe liep het af?"), list(RESULTS.items()), _("Zeg hoe het afliep."), pills=True)
    ecli = words_field(_("ECLI-nummer"), help_text=_("Als de uitspraak is gepubliceerd."), most=80)
    note = words_field(_("Wat moeten we onthouden?"), rows=3, most=LONG)
    signal = forms.BooleanField(
        label=_("Dit laat een patroon zien: een signaal voor beleid"),
        help_text=_("Zet bij het sluiten van de zaak dan ook: signaal."),
        required=False,
    )

    def __init__(self, *args: Any, rights: Sequence[Right], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = [(key, one.label) for key, one in outlines().items()]
        self.fields["procedure"].choices = rows  # type: ignore[attr-defined]
        self._rights = {f"right_{at}": one for at, one in enumerate(rights, start=1)}
        for name, one in self._rights.items():
            self.fields[name] = choice_field(one.name, list(DEALT.items()), pills=True, initial=Dealt.UNKNOWN)

    @property
    def rights(self) -> list[forms.BoundField]:
        """A field for each right."""
        return [self[name] for name in self._rights]

    @property
    def before(self) -> list[forms.BoundField]:
        """What was done with the report."""
        return [self[name] for name in ("procedure", "body", "court_number", "filed_on", "result")]

    @property
    def after(self) -> list[forms.BoundField]:
        """What is kept of it."""
        return [self[name] for name in ("ecli", "note", "signal")]

    def clean_ecli(self) -> str:
        try:
            return ecli_of(self.cleaned_data["ecli"])
        except NotPublished as wrong:
            raise ValidationError(str(wrong)) from None

    def clean(self) -> dict[str, Any]:
        typed = self.cleaned_data
        if (filed := typed.get("filed_on")) and filed > clock.today():
            self.add_error("filed_on", _("Deze dag is nog niet geweest."))
        if typed.get("result") in set(RESULTS) - {Result.NOT_FILED, Result.SETTLED} and not typed.get("body"):
            self.add_error("body", _("Schrijf op bij wie het is ingediend."))
        if typed.get("result") in UNDECIDED:
            for name in self._rights:
                if typed.get(name) not in {"", None, Dealt.UNKNOWN}:
                    self.add_error(name, _("Er is niets beslist. Laat staan: nog niet bekend."))
        return typed

    def told(self) -> Told:
        """As plain values."""
        typed = self.cleaned_data
        names = ("procedure", "body", "court_number", "filed_on", "ecli", "note", "signal")
        rights = {one.ref: Dealt(typed[name] or Dealt.UNKNOWN) for name, one in self._rights.items()}
        return Told(**{name: typed[name] for name in names}, result=Result(typed["result"]), rights=rights)

    @staticmethod
    def begun(told: Told | None, rights: Sequence[Right], **otherwise: Any) -> dict[str, Any]:
        """What stands in it at first: what is known, or what the frame of the report says."""
        if told is None:
            return {name: value for name, value in otherwise.items() if value}
        names = ("procedure", "body", "court_number", "filed_on", "result", "ecli", "note", "signal")
        values = {name: getattr(told, name) for name in names}
        return values | {f"right_{at}": told.rights.get(one.ref) for at, one in enumerate(rights, start=1)}
