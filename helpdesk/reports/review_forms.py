"""What may be typed when a report is read a second time, signed, given or taken back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from helpdesk.cases.giving_forms import ASKER, GiveForm
from helpdesk.cases.reading_forms import ReaderForm
from helpdesk.teams.models import Member

LONG = 10_000
KINDS = ("pdf", "docx", "annexes", "plain")


class AskForm(ReaderForm):
    """Who reads the report, and a line to her."""

    def __init__(self, *args: Any, readers: Iterable[Member], **kwargs: Any) -> None:
        super().__init__(*args, readers=readers, **kwargs)
        self.fields["reader"].label = _("Wie leest het rapport?")


class RemarkForm(forms.Form):
    """A remark on the whole, or an answer."""

    text = forms.CharField(
        label=_("Opmerking"),
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf eerst op wat je wilt zeggen.")},
    )


class BackForm(RemarkForm):
    """What has to be done before it can be read again."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].label = _("Wat moet er nog gebeuren?")


class WhyForm(forms.Form):
    """An act that is not taken back, and why."""

    reason = forms.CharField(
        label=_("Waarom?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf op waarom.")},
    )


class GiveReportForm(GiveForm):
    """Which files, and for whom."""

    pdf = forms.BooleanField(label=_("PDF, om in te dienen"), required=False)
    docx = forms.BooleanField(label=_("Word, om verder te schrijven"), required=False)
    annexes = forms.BooleanField(label=_("De bijlagen, genummerd in één bestand"), required=False)
    plain = forms.BooleanField(label=_("De versie voor het kind"), required=False)
    line_numbers = forms.BooleanField(label=_("Met regelnummers, voor op de zitting"), required=False)

    def told(self) -> dict[str, Any]:
        """The arguments of the act."""
        kinds = [name for name in KINDS if self.cleaned_data[name]]
        more = {"kinds": kinds, "line_numbers": self.cleaned_data["line_numbers"]}
        return {"to": self.given_to(), "channel": self.by(), **more}


def as_typed(asked: Mapping[str, Any]) -> dict[str, Any]:
    """The same form filled in as it was, from what was kept of it."""
    kinds = {name: name in asked["kinds"] for name in KINDS}
    more = {"to": asked["to"] or ASKER, "channel": asked["channel"], "line_numbers": asked["line_numbers"]}
    return {**kinds, **more}
