"""What may be typed over a row: its words, and for an institution also number and address."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from helpdesk.directory.agreements import steps_of
from helpdesk.directory.files import AGREED, Item
from helpdesk.directory.words import HOLDS, UNITS

_PHONE = RegexValidator(re.compile(r"[0-9 \-]{3,14}"), _("Alleen cijfers, spaties en streepjes."))
_DAYS = RegexValidator(re.compile(r"[1-9][0-9]?"), _("Schrijf een getal van 1 tot en met 99."))
_SECURE = RegexValidator(re.compile(r"https://\S+"), _("Begin met https://."))
SURENESS = [
    ("", _("geen nummer")),
    ("verified", _("nagelezen bij de bron")),
    ("knowledge", _("uit kennis, niet nagelezen")),
    ("uncertain", _("onzeker: niet tonen op de publiekssite")),
]


def _fully(validator: RegexValidator) -> Any:
    def check(value: str) -> None:
        if not validator.regex.fullmatch(value):  # type: ignore[union-attr]
            raise ValidationError(str(validator.message))

    return check


class OverrideForm(forms.Form):
    """The row as it holds now. What differs from the file becomes the change; the reason is asked always."""

    label_nl = forms.CharField(label=_("In het Nederlands"), max_length=200)
    label_en = forms.CharField(label=_("In het Engels"), max_length=200)
    phone = forms.CharField(label=_("Nummer"), required=False, validators=[_fully(_PHONE)])
    phone_confidence = forms.ChoiceField(label=_("Hoe zeker is het nummer"), required=False, choices=SURENESS)
    url = forms.CharField(label=_("Adres op internet"), required=False, max_length=200, validators=[_fully(_SECURE)])
    refer_when_nl = forms.CharField(
        label=_("Wanneer verwijzen we"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )
    amount = forms.RegexField(
        r"\A[1-9][0-9]?\Z",
        label=_("Hoe lang"),
        error_messages={"required": _("Schrijf een getal."), "invalid": _("Schrijf een getal van 1 tot en met 99.")},
    )
    unit = forms.ChoiceField(label=_("Waarin"), choices=list(UNITS.items()))
    holds = forms.ChoiceField(label=_("Geldt deze regel"), choices=list(HOLDS.items()))
    steps = forms.CharField(
        label=_("Stappen"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("Per regel: dagen | jurist of lead | wat. Bijvoorbeeld: 2 | jurist | Bel terug. Of dag-3, dag+1."),
        error_messages={"required": _("Schrijf ten minste één stap.")},
    )
    review_on = forms.DateField(
        label=_("Nakijken voor"),
        error_messages={"required": _("Kies een dag."), "invalid": _("Deze dag bestaat niet.")},
    )
    days = forms.CharField(label=_("Werkdagen"), max_length=2, validators=[_fully(_DAYS)])
    checked = forms.BooleanField(label=_("Ik heb dit vandaag bij de bron nagelezen"), required=False)
    reason = forms.CharField(
        label=_("Waarom verander je dit"),
        max_length=300,
        error_messages={"required": _("Schrijf waarom. Een collega leest dit over een jaar.")},
    )

    def __init__(self, data: Any, *, item: Item) -> None:
        super().__init__(data, initial={"label_nl": item.label_nl, "label_en": item.label_en, **item.data})
        keeps = AGREED.get(item.list_name, ())
        if item.list_name != "institution":
            for name in ("phone", "phone_confidence", "url", "refer_when_nl"):
                del self.fields[name]
        for name in {one for names in AGREED.values() for one in names}.difference(keeps):
            del self.fields[name]
        if item.list_name != "own_rule":
            del self.fields["days"]

    def clean_steps(self) -> str:
        text = str(self.cleaned_data["steps"]).strip().replace("\r\n", "\n")
        try:
            list(steps_of(text))
        except ValueError as wrong:
            raise ValidationError(gettext("Deze regel klopt niet: %(line)s") % {"line": wrong}) from None
        return text

    def changes(self, file_item: Item, today: date) -> dict[str, str]:
        """What differs from the file, and the day of checking."""
        file_words = {"label_nl": file_item.label_nl, "label_en": file_item.label_en, **file_item.data}
        typed = {name: value for name, value in self.cleaned_data.items() if name not in {"checked", "reason"}}
        differs = {
            name: str(value) for name, value in typed.items() if str(value) != str(file_words.get(name) or "").strip()
        }
        return differs | ({"checked_on": today.isoformat()} if self.cleaned_data["checked"] else {})
