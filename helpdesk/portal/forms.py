"""What may be typed behind a code: the code itself, a reply, an answer to a referral."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from helpdesk.cases.actions.how import ANSWERS as HOW_IT_WENT
from helpdesk.lib import clock
from helpdesk.lib.plain_text import plain_text
from helpdesk.people.referral import ANSWERS, Status
from helpdesk.ui.texts import say

LONGEST = 500 * 1024  # bytes
LONGEST_ANSWER = 5_000


class CodeForm(forms.Form):
    """Six words or the figures. What is no code gets the same answer as a code that nobody has."""

    code = forms.CharField(required=False, strip=False)


class PlainField(forms.CharField):
    """A text as typed, without the signs that no reader sees."""

    def to_python(self, value: object) -> str:
        return plain_text(str(value or ""))


class AnswerForm(forms.Form):
    """What somebody outside answers to a referral. Comes back whole when something is missing."""

    status = forms.ChoiceField(required=False)
    on = forms.DateField(required=False)
    words = PlainField(required=False, strip=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["status"].choices = [(str(one), say(f"referral.status_{one}")) for one in ANSWERS]  # type: ignore[attr-defined]
        self.fields["on"].error_messages["invalid"] = say("referral.on_error")

    def clean_status(self) -> Status:
        if not self.cleaned_data["status"]:
            raise ValidationError(say("referral.ask_error"))
        return Status(self.cleaned_data["status"])

    def clean_on(self) -> date | None:
        day: date | None = self.cleaned_data["on"]
        if day and day < clock.today():
            raise ValidationError(say("referral.on_error"))
        return day

    def clean_words(self) -> str:
        words: str = self.cleaned_data["words"].strip()
        if len(words) > LONGEST_ANSWER:
            raise ValidationError(say("referral.words_long"))
        if not words and self.cleaned_data.get("status") in {Status.REFUSED, Status.MORE}:
            raise ValidationError(say("referral.words_error"))
        return words


class HowForm(forms.Form):
    """How it went: three answers, a text, another look. Each may be left out, not all of them."""

    how = forms.ChoiceField(required=False, choices=[(answer, "") for answer in HOW_IT_WENT])
    body = PlainField(required=False, strip=False)
    again = forms.BooleanField(required=False)

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = self.cleaned_data
        if not self.errors and not (told["how"] or told["again"] or told["body"].strip()):
            raise ValidationError(say("error.how"))
        if len(told.get("body", "").encode("utf-8", "surrogatepass")) > LONGEST:
            raise ValidationError(say("error.too_long"))
        return told


class ReplyForm(forms.Form):
    """What she writes back. Comes back to her whole when it cannot be sent."""

    body = PlainField(required=False, strip=False)
    nothing = "error.reply"

    def clean_body(self) -> str:
        body: str = self.cleaned_data["body"]
        if not body.strip():
            raise ValidationError(say(self.nothing))
        if len(body.encode("utf-8", "surrogatepass")) > LONGEST:
            raise ValidationError(say("error.too_long"))
        return body


class ComplaintForm(ReplyForm):
    """What went wrong."""

    nothing = "error.complaint"
