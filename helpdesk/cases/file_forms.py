"""What is asked at a file: how it came, and why somebody wants more than the safe copy."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from helpdesk.cases.actions.reason import SHORTEST_REASON


class AttachForm(forms.Form):
    """The file itself is read apart: it is no field that could come back."""

    source = forms.ChoiceField(
        label=_("Hoe kwam het?"),
        choices=[("letter", _("Brief")), ("desk", _("Anders"))],
        initial="letter",
        widget=forms.RadioSelect,
    )


class ReasonForm(forms.Form):
    """Why; and of a locked file what shall become of it."""

    kind_chosen = forms.ChoiceField(
        label=_("Wat moet ermee gebeuren?"),
        choices=[("destroy", _("Vernietigen")), ("hand-over", _("Overdragen aan de politie"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat ermee moet gebeuren.")},
    )
    reason = forms.CharField(
        label=_("Waarom?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2_000,
        min_length=SHORTEST_REASON,
        help_text=_("Minstens 20 letters. Je collega leest dit, en het blijft staan."),
        error_messages={
            "required": _("Schrijf waarom."),
            "min_length": _("Schrijf in minstens 20 letters waarom."),
        },
    )

    def __init__(self, *args: Any, locked: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not locked:
            del self.fields["kind_chosen"]

    @property
    def kind(self) -> str:
        """What is asked for."""
        return str(self.cleaned_data.get("kind_chosen") or "original")
