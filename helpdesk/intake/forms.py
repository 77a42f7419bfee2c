"""What may be typed in a question. Only the story is needed; nothing that is typed is ever lost by a mistake."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Self

from django import forms
from django.core.exceptions import ValidationError

from helpdesk.intake.proof import challenge_for
from helpdesk.intake.ticket import Ticket
from helpdesk.lib.plain_text import plain_text
from helpdesk.ui.texts import VOICES, MissingText, options, say

LONGEST_STORY = 500 * 1024  # bytes
LONGEST_LINE = 4_000
ADULT = frozenset(VOICES) - {"kind"}


@cache
def known(key: str) -> frozenset[str]:
    """The values of a choice, for every kind of asker together; the texts are where they live."""
    values: set[str] = set()
    for asker in VOICES:
        try:
            values |= {option.value for option in options(key, asker=asker)}
        except MissingText:  # this asker is not asked
            continue
    return frozenset(values)


class Choice(forms.CharField):
    """One of the known values. Anything else counts as not answered: a strange value is no reason to refuse a story."""

    def __init__(self, key: str) -> None:
        super().__init__(required=False)
        self.key = key

    def clean(self, value: Any) -> str:
        return value if value in known(self.key) else ""


class AskForm(forms.Form):
    """The question. Texts come in as typed, but for signs that no reader sees."""

    asker = Choice("who.options")
    theme = Choice("ask.*.theme.options")
    story = forms.CharField(required=False, strip=False)
    danger = Choice("ask.*.danger.options")
    age_band = Choice("ask.*.age.options")
    requester_type = Choice("ask.*.requester.options")
    for_whom = Choice("ask.*.for_whom.options")
    authority = Choice("ask.*.authority.options")
    child_knows = Choice("ask.*.child_knows.options")
    province = Choice("options.province")
    language = Choice("options.language")
    interpreter = forms.BooleanField(required=False)
    safe_contact = forms.CharField(required=False, strip=False)
    code_word = forms.CharField(required=False)
    ticket = forms.CharField(required=False, widget=forms.HiddenInput)
    pow = forms.CharField(required=False, widget=forms.HiddenInput)

    pow_challenge = ""
    nothing_told = ("error.story", "error.story_adult")

    @classmethod
    def fresh(cls, *, asker: str, language: str, address: str) -> Self:
        """An empty form with a ticket of its own."""
        sealed = Ticket.new().sealed()
        asker = asker if asker in VOICES else ""
        form = cls(initial={"asker": asker, "language": language, "ticket": sealed})
        form.pow_challenge = challenge_for(sealed, address)
        return form

    @classmethod
    def posted(cls, data: Mapping[str, str]) -> Self:
        """The form as it came back."""
        return cls({name: plain_text(str(data[name])) for name in cls.base_fields if name in data})

    @property
    def asker_value(self) -> str:
        """Whose words the page uses."""
        value = self["asker"].value()
        return value if value in VOICES else ""

    def clean_story(self) -> str:
        story: str = self.cleaned_data["story"]
        if not story.strip():
            raise ValidationError(say(self.nothing_told[self.asker_value in ADULT]))
        if len(story.encode("utf-8", "surrogatepass")) > LONGEST_STORY:
            raise ValidationError(say("error.too_long"))
        return story

    def clean_safe_contact(self) -> str:
        return self._line("safe_contact")

    def clean_code_word(self) -> str:
        return self._line("code_word")

    def _line(self, name: str) -> str:
        value: str = self.cleaned_data[name]
        if len(value) > LONGEST_LINE:
            raise ValidationError(say("error.too_long"))
        return value

    def hand_back(self, *, sentence: str = "", fresh: bool = False, address: str) -> Self:
        """This form with all that was typed, a sentence, and the same ticket or a fresh one."""
        sealed = str(self.data.get("ticket", ""))
        if fresh:
            sealed = Ticket.new().sealed()
        self.data = {**self.data, "ticket": sealed}
        self.pow_challenge = challenge_for(sealed, address)
        if sentence:
            self.add_error(None, say(sentence))
        return self


class ComplaintForm(AskForm):
    """What went wrong, and who says so if she wants to. The other fields of a question stay empty."""

    nothing_told = ("error.complaint", "error.complaint")
