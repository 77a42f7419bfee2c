"""What may be typed and ticked where two cases are merged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from helpdesk.cases.family_forms import OtherCaseForm


@dataclass(frozen=True)
class Pair:
    """Somebody here who looks like somebody there, and why."""

    here: UUID
    there: UUID
    who: str
    whom: str
    reasons: str

    @property
    def value(self) -> str:
        return f"{self.here}:{self.there}"


class MergeForm(OtherCaseForm):
    """In which case it goes up; and, once that is known, who of the two cases are the same."""

    same = forms.MultipleChoiceField(
        label=_("Dezelfde persoon?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Er is iets veranderd. Kijk opnieuw.")},
    )

    def know(self, pairs: Iterable[Pair]) -> None:
        """Which pairs can be ticked. What was ticked and is none of them goes."""
        known = {one.value for one in pairs}
        self.cleaned_data["same"] = [one for one in self.data.getlist("same") if one in known]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        self.errors.pop("same", None)  # see `know`: the choices are those of the other case
        return dict(self.cleaned_data)

    def pairs(self) -> dict[UUID, UUID]:
        """Who here is whom there; somebody who was ticked twice is one of them."""
        chosen = (one.partition(":") for one in self.cleaned_data["same"])
        return {UUID(here): UUID(there) for here, _colon, there in chosen}
