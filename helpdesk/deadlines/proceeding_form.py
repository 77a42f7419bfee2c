"""Where a case stands before a court or another body. Validation only."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from helpdesk.deadlines.forms import day_field, line_field
from helpdesk.deadlines.proceedings import Said

ROWS = 3  # hearings on one form; a fourth goes in the place of one that was


class ProceedingForm(forms.Form):
    """Court or body, number, hearings, and what was decided."""

    body = line_field(_("Welke rechter of instantie?"), _("Schrijf waar de zaak dient."))
    number = line_field(_("Zaaknummer"), help_text=_("Zoals de rechter of instantie het noemt."))
    about = line_field(_("Waarover?"), help_text=_("Kort en zonder namen."))
    decided_on = day_field(_("Dag van de uitspraak"), "")
    outcome = line_field(_("Wat is er beslist?"))

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for row in range(ROWS):
            self.fields[f"on_{row}"] = day_field(_("Zitting op"), "")
            self.fields[f"what_{row}"] = line_field(_("Wat voor zitting?"))

    @property
    def hearings(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The rows."""
        return [(self[f"on_{row}"], self[f"what_{row}"]) for row in range(ROWS)]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for row in range(ROWS):
            if data.get(f"what_{row}") and not data.get(f"on_{row}") and f"on_{row}" not in self.errors:
                self.add_error(f"on_{row}", _("Kies de dag van deze zitting."))
        if data.get("outcome") and not data.get("decided_on") and "decided_on" not in self.errors:
            self.add_error("decided_on", _("Kies de dag waarop is beslist."))
        return data

    def said(self) -> Said:
        """What was typed."""
        data = self.cleaned_data
        rows = [(data[f"on_{row}"], data[f"what_{row}"]) for row in range(ROWS) if data[f"on_{row}"]]
        names = ("body", "number", "about", "decided_on", "outcome")
        return Said(hearings=tuple(sorted(rows)), **{name: data[name] for name in names})


def begun(said: Mapping[str, Any]) -> dict[str, Any]:
    """The form as it stood last."""
    days = {f"on_{row}": date.fromisoformat(one["on"]) for row, one in enumerate(said["hearings"][:ROWS])}
    words = {f"what_{row}": one["what"] for row, one in enumerate(said["hearings"][:ROWS])}
    decided = date.fromisoformat(said["decided_on"]) if said["decided_on"] else None
    return {
        **{name: said[name] for name in ("body", "number", "about", "outcome")},
        "decided_on": decided,
        **days,
        **words,
    }
