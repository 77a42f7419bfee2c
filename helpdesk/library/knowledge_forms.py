"""What may be typed in an internal article, and by what one looks for it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from helpdesk.directory import reference
from helpdesk.directory.text_forms import of_nobody
from helpdesk.lib import clock
from helpdesk.teams.models import Member
from helpdesk.teams.roles import Role, scope_of

WHICH = (("holds", _("Die gelden")), ("look", _("Na te kijken")), ("retired", _("Vervallen")))


def _day_field(label: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Kies een dag."), "invalid": _("Kies een dag.")},
    )


def _still_to_come(day: date) -> date:
    if day <= clock.today():
        raise ValidationError(gettext("Kies een dag die nog komt."))
    return day


class ArticleForm(forms.Form):
    """One article, whose it is and when it is looked at again."""

    title = forms.CharField(
        label=_("Titel"), max_length=120, error_messages={"required": _("Geef het artikel een titel.")}
    )
    body = forms.CharField(
        label=_("Tekst"),
        max_length=40_000,
        help_text=_("Geen namen en niets uit een zaak. Noem de wet zoals altijd: we herkennen de plaatsen."),
        widget=forms.Textarea(attrs={"rows": 16}),
        error_messages={"required": _("Schrijf eerst een tekst.")},
    )
    themes = forms.MultipleChoiceField(label=_("Thema’s"), required=False, widget=forms.CheckboxSelectMultiple)
    owner = forms.ModelChoiceField(
        Member.objects.none(),
        label=_("Wie houdt het bij"),
        error_messages={"required": _("Kies een collega."), "invalid_choice": _("Kies een collega uit de lijst.")},
    )
    review_on = _day_field(_("Nakijken op"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roles = [str(role) for role in Role if scope_of(role, "write-knowledge")]
        owner: Any = self.fields["owner"]
        owner.queryset = Member.objects.filter(is_active=True, role__in=roles).order_by("full_name")
        owner.label_from_instance = lambda member: member.full_name
        themes: Any = self.fields["themes"]
        themes.choices = [(one.id, str(one.label_nl)) for one in reference.themes()]

    def clean_title(self) -> str:
        return of_nobody(self.cleaned_data["title"])

    def clean_body(self) -> str:
        return of_nobody(self.cleaned_data["body"])

    def clean_review_on(self) -> date:
        return _still_to_come(self.cleaned_data["review_on"])


class ReviewForm(forms.Form):
    """Until when it is right."""

    review_on = _day_field(_("Nagekeken tot"))

    def clean_review_on(self) -> date:
        return _still_to_come(self.cleaned_data["review_on"])


class FindArticleForm(forms.Form):
    """By what one looks. Unknown choices count as none."""

    words = forms.CharField(
        label=_("Zoek"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    theme = forms.ChoiceField(label=_("Thema"), required=False)
    which = forms.ChoiceField(label=_("Welke"), required=False, choices=WHICH)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        theme: Any = self.fields["theme"]
        theme.choices = [("", _("Maakt niet uit")), *((one.id, str(one.label_nl)) for one in reference.themes())]

    def wanted(self) -> dict[str, str]:
        """What was chosen and exists."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}
