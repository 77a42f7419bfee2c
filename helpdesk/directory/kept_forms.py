"""What may be typed in words of ours that somebody keeps, as a standard text or an article, and by what one looks."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from helpdesk.directory import reference
from helpdesk.lib import clock
from helpdesk.lib.case_codes import ALPHABET, LENGTH, PREFIX
from helpdesk.teams.models import Member
from helpdesk.teams.roles import Role, scope_of

# Such words are for many cases: an address or a code in them is somebody's.
_SOMEBODY = re.compile(rf"\S@\S+\.\S|{re.escape(PREFIX)}[{ALPHABET}]{{{LENGTH}}}", re.IGNORECASE)


def day_field(label: Any) -> forms.DateField:
    """The day on which somebody looks at it again."""
    return forms.DateField(
        label=label,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Kies een dag."), "invalid": _("Kies een dag.")},
    )


def still_to_come(day: date) -> date:
    """The day, when it is after today; else a `ValidationError`."""
    if day <= clock.today():
        raise ValidationError(gettext("Kies een dag die nog komt."))
    return day


def of_nobody(text: str) -> str:
    """The text, when nothing in it points at one person; else a `ValidationError`."""
    if _SOMEBODY.search(text):
        raise ValidationError(gettext("Hier staat een e-mailadres of de code van een zaak. Haal dat weg."))
    return text


def themes() -> list[tuple[str, str]]:
    return [(str(one.id), str(one.label_nl)) for one in reference.themes()]


class KeptForm(forms.Form):
    """For which themes it is, whose it is and when it is looked at again. Subclasses add a title and a body."""

    keepers: ClassVar[str]  # the verb of whoever can keep it
    themes = forms.MultipleChoiceField(label=_("Thema’s"), required=False, widget=forms.CheckboxSelectMultiple)
    owner = forms.ModelChoiceField(
        Member.objects.none(),
        label=_("Wie houdt dit bij"),
        error_messages={"required": _("Kies een collega."), "invalid_choice": _("Kies een collega uit de lijst.")},
    )
    review_on = day_field(_("Nakijken op"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roles = [str(role) for role in Role if scope_of(role, self.keepers)]
        owner: Any = self.fields["owner"]
        owner.queryset = Member.objects.filter(is_active=True, role__in=roles).order_by("full_name")
        owner.label_from_instance = lambda member: member.full_name
        self.fields["themes"].choices = themes()  # type: ignore[attr-defined]

    def clean_title(self) -> str:
        return of_nobody(self.cleaned_data["title"])

    def clean_body(self) -> str:
        return of_nobody(self.cleaned_data["body"])

    def clean_review_on(self) -> date:
        return still_to_come(self.cleaned_data["review_on"])


class FindKeptForm(forms.Form):
    """By what one looks. Unknown choices count as none. Subclasses add `which`."""

    words = forms.CharField(
        label=_("Zoek"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    theme = forms.ChoiceField(label=_("Thema"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("theme", themes())

    def choose(self, name: str, choices: list[tuple[str, Any]]) -> None:
        """These, or none of them."""
        self.fields[name].choices = [("", _("Maakt niet uit")), *choices]  # type: ignore[attr-defined]

    def wanted(self) -> dict[str, str]:
        """What was chosen and exists."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}
