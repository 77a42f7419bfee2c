"""What may be typed in the mailbox: the code, and a reply."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError

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


class ReplyForm(forms.Form):
    """What she writes back. Comes back to her whole when it cannot be sent."""

    body = PlainField(required=False, strip=False)

    def clean_body(self) -> str:
        body: str = self.cleaned_data["body"]
        if not body.strip():
            raise ValidationError(say("error.reply"))
        if len(body.encode("utf-8", "surrogatepass")) > LONGEST:
            raise ValidationError(say("error.too_long"))
        return body
