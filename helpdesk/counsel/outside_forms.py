"""What a lawyer types: her code, the figures of her app, where she filed, and the one short answer."""

from __future__ import annotations

from datetime import date

from django import forms
from django.core.exceptions import ValidationError

from helpdesk.counsel.following import Answer, Cited, Filing, Followed, Used
from helpdesk.lib import clock
from helpdesk.lib.plain_text import plain_text
from helpdesk.library.published import NotPublished, ecli_of
from helpdesk.ui.texts import say

LONGEST = 2_000


class PlainField(forms.CharField):
    """A text as typed, without the signs that no reader sees."""

    def __init__(self, longest: int) -> None:
        super().__init__(required=False)
        self.longest = longest

    def to_python(self, value: object) -> str:
        text = plain_text(str(value or "")).strip()
        if len(text) > self.longest:
            raise ValidationError(say("pickup.too_long"))
        return text


class CodeForm(forms.Form):
    """Six words or the figures; what is no code gets the answer of a code that nobody has."""

    code = forms.CharField(required=False, strip=False)


class FiguresForm(forms.Form):
    """What the app shows."""

    figures = forms.CharField(required=False)


class FiledForm(forms.Form):
    """Where she filed."""

    body = PlainField(160)
    number = PlainField(80)
    filed_on = forms.DateField(required=False)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["filed_on"].error_messages["invalid"] = say("pickup.day_error")

    def clean_body(self) -> str:
        if not self.cleaned_data["body"]:
            raise ValidationError(say("pickup.body_error"))
        return str(self.cleaned_data["body"])

    def clean_filed_on(self) -> date | None:
        day: date | None = self.cleaned_data["filed_on"]
        if day and day > clock.today():
            raise ValidationError(say("pickup.day_error"))
        return day

    def said(self) -> Filing:
        """As plain values."""
        return Filing(**self.cleaned_data)


class ResultForm(forms.Form):
    """What came of it."""

    used = forms.ChoiceField(required=False)
    cited = forms.ChoiceField(required=False)
    followed = forms.ChoiceField(required=False)
    ecli = PlainField(80)
    words = PlainField(LONGEST)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        for name, values in (("used", Used), ("cited", Cited), ("followed", Followed)):
            self.fields[name].choices = [(str(one), say(f"pickup.{one}")) for one in values]  # type: ignore[attr-defined]
            self.fields[name].error_messages["invalid_choice"] = say("pickup.choose")

    def clean_used(self) -> Used:
        if not self.cleaned_data["used"]:
            raise ValidationError(say("pickup.used_error"))
        return Used(self.cleaned_data["used"])

    def clean_ecli(self) -> str:
        try:
            return ecli_of(self.cleaned_data["ecli"])
        except NotPublished:
            raise ValidationError(say("pickup.ecli_error")) from None

    def said(self) -> Answer:
        """As plain values; what was not chosen is not known."""
        typed = self.cleaned_data
        cited, followed = Cited(typed["cited"] or "unknown"), Followed(typed["followed"] or "unknown")
        return Answer(typed["used"], cited, followed, typed["ecli"], typed["words"])


KEPT = ("body", "number", "filed_on", "used", "cited", "followed", "ecli", "words")
