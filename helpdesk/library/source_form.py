"""Which source, and where in it: typed as one says it, with the known works as suggestions."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from helpdesk.directory.text_forms import of_nobody
from helpdesk.library.addresses import typed_address
from helpdesk.library.cited import Cite, cited_in
from helpdesk.library.models import Kind, Work

SUGGESTED = 300
HOW = (("right", _("Het klopt nog")), ("adapted", _("Het is aangepast")))
# What the world itself calls a work: a code of the law bank, a judgment, a document of a committee.
_CODE = re.compile(r"BWB[RV]\d{7}|ECLI:[A-Z]{2}:[A-Z0-9]+:\d{4}:[A-Z0-9.]+|[A-Z]+/C/(?:[A-Z0-9-]+/)?\S+")


def suggested() -> list[Work]:
    """Works to choose from; a judgment is typed by its ECLI."""
    return list(Work.objects.exclude(kind=Kind.JUDGMENT).order_by("short", "title")[:SUGGESTED])


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
        cite = _whole(typed) if not place else None
        if cite is not None:
            return {**said, "source": cite.code, "place": cite.place}
        if (code := _code_of(typed)) is None:
            self.add_error(
                "source", gettext("Deze bron kennen we niet, of er heten er meer zo. Kies er een uit de lijst.")
            )
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


def _whole(typed: str) -> Cite | None:
    """A whole citation in one line."""
    found = list(cited_in(typed).values())
    return found[0] if len(found) == 1 else None


def _code_of(typed: str) -> str | None:
    """The one work that is called so; a code of the outside world counts also before its text is here."""
    for field in ("code", "short", "title"):
        found = list(Work.objects.filter(**{f"{field}__iexact": typed}).values_list("code", flat=True)[:2])
        if found:
            return found[0] if len(found) == 1 else None
    return typed.upper() if _CODE.fullmatch(typed.upper()) else None
