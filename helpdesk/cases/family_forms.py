"""What may be typed where a second case comes in: to move something there, to link it as a case of the family."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from helpdesk.lib.case_codes import NotACaseCode, parse
from helpdesk.people.family import OF_FAMILY, RELATION_LABELS


class OtherCaseForm(forms.Form):
    """The code of the other case."""

    other = forms.CharField(
        label=_("Code van de andere zaak"),
        max_length=20,
        help_text=_("Zo: KR-7H4MQ. Het moet een zaak zijn die je zelf kunt openen."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Vul de code van de andere zaak in."), "max_length": _("Dit is geen code.")},
    )

    def clean_other(self) -> str:
        try:
            return parse(self.cleaned_data["other"])
        except NotACaseCode:
            raise forms.ValidationError(_("Dit is geen code van een zaak. Een code ziet eruit als KR-7H4MQ.")) from None


class MoveForm(OtherCaseForm):
    """And whether what the same sender mails later goes there too. Asked of an e-mail alone; not unless ticked."""

    later = forms.BooleanField(label=_("Latere e-mail van deze afzender ook naar die zaak"), required=False)

    def __init__(self, *args: Any, of_mail: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not of_mail:
            del self.fields["later"]


class LinkForm(OtherCaseForm):
    """And what it is."""

    relation = forms.ChoiceField(
        label=_("Wat is de andere zaak?"),
        choices=[(str(relation), RELATION_LABELS[relation]) for relation in OF_FAMILY],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een van de vier."), "invalid_choice": _("Kies een van de vier.")},
    )
