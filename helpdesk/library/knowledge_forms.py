"""What may be typed in an internal article, and by what one looks for it."""

from __future__ import annotations

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from helpdesk.directory.kept_forms import FindKeptForm, KeptForm, day_field, still_to_come

WHICH = (("holds", _("Die gelden")), ("look", _("Na te kijken")), ("retired", _("Vervallen")))


class ArticleForm(KeptForm):
    """One article, whose it is and when it is looked at again."""

    keepers = "write-knowledge"
    field_order = ("title", "body")
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


class ReviewForm(forms.Form):
    """Until when it is right."""

    review_on = day_field(_("Nagekeken tot"))

    def clean_review_on(self) -> date:
        return still_to_come(self.cleaned_data["review_on"])


class FindArticleForm(FindKeptForm):
    """By what one looks."""

    which = forms.ChoiceField(label=_("Welke"), required=False, choices=WHICH)
