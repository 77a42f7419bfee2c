"""What a warning about contact says."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from helpdesk.cases.flags import KINDS
from helpdesk.cases.panels.around import Around


class FlagForm(forms.Form):
    """About whom, what, why, until when."""

    party = forms.ChoiceField(
        label=_("Over wie?"),
        required=False,
        error_messages={"invalid_choice": _("Kies iemand uit de lijst.")},
    )

    kind = forms.ChoiceField(
        label=_("Wat is er?"),
        choices=list(KINDS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat er is."), "invalid_choice": _("Kies wat er is.")},
    )
    reason = forms.CharField(
        label=_("Wat gebeurde er?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf wat er gebeurde."), "max_length": _("Houd het kort: 300 letters.")},
    )
    until = forms.DateField(
        label=_("Tot en met"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Kies een dag."), "invalid": _("Dit is geen dag.")},
    )

    def __init__(self, *args: Any, people: Iterable[Around], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["party"]
        others = [(str(one.id), f"{one.part} {one.initials}".strip()) for one in people]
        field.choices = [("", _("De vrager, of wie er verder over deze zaak belt")), *others]

    def clean_party(self) -> UUID | None:
        party: str = self.cleaned_data["party"]
        return UUID(party) if party else None
