"""Which source, and where in it: typed as one says it, with the known works as suggestions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from helpdesk.directory.kept_forms import of_nobody
from helpdesk.library.addresses import typed_address
from helpdesk.library.citations import known_names
from helpdesk.library.cited import Cite, cited_in
from helpdesk.library.models import Kind, Work

SUGGESTED = 300
HOW = (("right", _("Het klopt nog")), ("adapted", _("Het is aangepast")))
# What the world itself calls a work: a code of the law bank, a judgment, a document of a committee.
_CODE = re.compile(r"BWB[RV]\d{7}|ECLI:[A-Z]{2}:[A-Z0-9]+:\d{4}:[A-Z0-9.]+|[A-Z]+/C/(?:[A-Z0-9-]+/)?\S+")


@dataclass(frozen=True)
class Suggestion:
    """What is put in the field, and what it stands for."""

    word: str
    title: str


def suggested() -> list[Suggestion]:
    """Works to choose from, by name; a judgment is typed by its ECLI."""
    works = Work.objects.exclude(kind=Kind.JUDGMENT).order_by("short", "title")[:SUGGESTED]
    found = {work.code: Suggestion(work.short or work.code, work.title) for work in works}
    for name in known_names().rows:
        found.setdefault(name.code, Suggestion(name.cited, name.name))
    return sorted(found.values(), key=lambda one: one.word.casefold())


class SourceForm(forms.Form):
    """Cleaned: `source` is the code of a work, `place` the address in it."""

    source = forms.CharField(
        label=_("Welke bron?"),
        max_length=200,
        help_text=_("Een afkorting, naam of nummer: IVRK, Jeugdwet, ECLI:NL:HR:…"),
        widget=forms.TextInput(attrs={"list": "bekende-bronnen", "autocomplete": "off"}),
        error_messages={"required": _("Schrijf welke bron.")},
    )
    place = forms.CharField(
        label=_("Waar staat het?"),
        max_length=100,
        required=False,
        help_text=_("Bijvoorbeeld: 3 lid 1, of: r.o. 3.4."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        typed, place = said.get("source", "").strip(), said.get("place", "").strip()
        if not typed:
            return said
        if (cite := _cited(typed, place)) is not None:
            return {**said, "source": cite.code, "place": cite.place}
        code = _code_of(typed)
        if code is None:
            self.add_error("source", gettext("Deze bron kennen we niet, of er zijn er meer die zo heten."))
        if code and not place and not code.startswith("BWB"):
            return {**said, "source": code, "place": ""}  # a judgment or a paper, as a whole
        try:
            return {**said, "source": code, "place": typed_address(place)}
        except ValueError as wrong:
            self.add_error("place", ValidationError(str(wrong)))
        return said


class LookForm(forms.Form):
    """What somebody saw who looked at a source that changed."""

    how = forms.ChoiceField(
        label=_("Wat zag je?"),
        choices=HOW,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat je zag."), "invalid_choice": _("Kies wat je zag.")},
    )
    note = forms.CharField(
        label=_("Voor je collega’s"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": _("Schrijf in een zin wat je zag."),
            "max_length": _("Houd het kort: 500 letters."),
        },
    )


class LookAtOursForm(LookForm):
    """The same at words that lie in the clear: nothing of a person stands in it."""

    def clean_note(self) -> str:
        return of_nobody(self.cleaned_data["note"])


def _cited(source: str, place: str) -> Cite | None:
    """The one article that both fields together cite, or the first alone: `BW` and `1:264` are one citation."""
    text = f"art. {place} {source}" if place[:1].isdigit() else "" if place else source
    found = list(cited_in(text, with_works=True).values())
    return found[0] if len(found) == 1 else None


def _code_of(typed: str) -> str | None:
    """The one work that is called so; a code of the outside world counts also before its text is here."""
    for field in ("code", "short", "title"):
        found = list(Work.objects.filter(**{f"{field}__iexact": typed}).values_list("code", flat=True)[:2])
        if found:
            return found[0] if len(found) == 1 else None
    return typed.upper() if _CODE.fullmatch(typed.upper()) else None
