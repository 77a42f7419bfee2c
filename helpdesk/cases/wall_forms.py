"""Who stays inside a wall, and why; and why somebody wants through the glass."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from helpdesk.cases.actions.reason import SHORTEST_REASON
from helpdesk.lib.case_codes import NotACaseCode, parse
from helpdesk.teams.models import Member


def _reason(help_text: Any) -> forms.CharField:
    return forms.CharField(
        label=_("Waarom?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        min_length=SHORTEST_REASON,
        max_length=2_000,
        help_text=help_text,
        error_messages={"required": _("Schrijf waarom."), "min_length": _("Schrijf in minstens 20 letters waarom.")},
    )


class WallForm(forms.Form):
    """The named, and the reason."""

    members = forms.MultipleChoiceField(
        label=_("Wie kunnen erbij?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies minstens twee collega’s.")},
    )
    reason = _reason(_("Minstens 20 letters. Alleen wie binnen de muur is, leest dit."))

    def __init__(self, *args: Any, colleagues: Iterable[Member], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._colleagues = {str(one.pk): one for one in colleagues}
        self.fields["members"].choices = [(pk, one.full_name) for pk, one in self._colleagues.items()]  # type: ignore[attr-defined]

    def chosen(self) -> list[Member]:
        """The named."""
        return [self._colleagues[pk] for pk in self.cleaned_data["members"]]


class GlassForm(forms.Form):
    """Which case, and why."""

    code = forms.CharField(
        label=_("Code van de zaak"), max_length=20, error_messages={"required": _("Vul de code van de zaak in.")}
    )
    reason = _reason(_("Minstens 20 letters. De teamleider en de privacyfunctionaris lezen dit."))

    def clean_code(self) -> str:
        try:
            return parse(self.cleaned_data["code"])
        except NotACaseCode:
            raise forms.ValidationError(_("Dit is geen code van een zaak. Een code ziet eruit als KR-7H4MQ.")) from None
