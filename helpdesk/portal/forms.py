"""What may be typed in the mailbox: the code, and a reply."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from helpdesk.cases.actions.how import ANSWERS
from helpdesk.lib.plain_text import plain_text
from helpdesk.ui.texts import say

LONGEST = 500 * 1024  # bytes


class CodeForm(forms.Form):
    """Six words or the figures. What is no code gets the same answer as a code that nobody has."""

    code = forms.CharField(required=False, strip=False)


class PlainField(forms.CharField):
    """A text as typed, without the signs that no reader sees."""

    def to_python(self, value: object) -> str:
        return plain_text(str(value or ""))


class HowForm(forms.Form):
    """How it went: three answers, a text, another look. Each may be left out, not all of them."""

    how = forms.ChoiceField(required=False, choices=[(answer, "") for answer in ANSWERS])
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
