"""What may be asked of the sources, and what may be typed in a row of the thesaurus."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from helpdesk.directory import reference
from helpdesk.lib import clock
from helpdesk.library.models import Kind
from helpdesk.library.queries_sources import Wanted
from helpdesk.library.sources.thesaurus import Row, pieces

LONGEST = 2_000
LANGUAGES = [("", _("alle")), ("nl", _("Nederlands")), ("en", _("Engels"))]
_NO_DAY = _("Deze dag bestaat niet. Kies een andere dag.")


class AskSourcesForm(forms.Form):
    """A question and its filters. A day that does not exist is said, and today is used."""

    words = forms.CharField(
        label=_("Zoek in de bronnen"),
        max_length=LONGEST,
        required=False,
        error_messages={"max_length": _("Dit is te lang om mee te zoeken. Kort het in tot 2000 tekens.")},
    )
    day = forms.DateField(label=_("Zoals het gold op"), required=False, error_messages={"invalid": _NO_DAY})
    every = forms.BooleanField(label=_("Ook wat niet (meer) geldt"), required=False)
    kind = forms.ChoiceField(label=_("Soort bron"), required=False, choices=[("", _("alle")), *Kind.choices])

    work = forms.CharField(label=_("Alleen in (Awb, IVRK, …)"), max_length=80, required=False)
    language = forms.ChoiceField(label=_("Taal"), required=False, choices=LANGUAGES)

    def __init__(self, data: Mapping[str, str] | None = None) -> None:
        super().__init__(data and {name: said.replace("\0", " ") for name, said in data.items()})
        self.fields["day"].widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")

    def clean_words(self) -> str:
        return " ".join(str(self.cleaned_data["words"]).split())

    def wanted(self) -> Wanted:
        """The filters; call it after `is_valid`, whatever that says."""
        said = self.cleaned_data
        day = None if said.get("every") else said.get("day") or clock.today()
        return Wanted(day=day, kind=said.get("kind", ""), work=said.get("work", ""), language=said.get("language", ""))


class ThesaurusForm(forms.Form):
    """One row: lay words, words of law, and why."""

    lay = forms.CharField(
        label=_("Woorden van kinderen en ouders"),
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Op elke regel één woord, of een paar woorden die samen in een vraag staan."),
        error_messages={"required": _("Schrijf ten minste één woord.")},
    )
    legal = forms.CharField(
        label=_("Woorden van de wet"),
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Op elke regel een woord of zinsdeel zoals het in de wet staat."),
        error_messages={"required": _("Schrijf ten minste één woord.")},
    )
    theme = forms.ChoiceField(label=_("Thema"))
    off = forms.BooleanField(label=_("Deze regel helpt niet: niet meer gebruiken"), required=False)
    reason = forms.CharField(
        label=_("Waarom verander je dit"),
        max_length=300,
        error_messages={"required": _("Schrijf waarom. Een collega leest dit over een jaar.")},
    )

    def __init__(self, data: Any = None, *, row: Row | None = None) -> None:
        start = {} if row is None else {"theme": row.theme, "off": row.off}
        if row is not None:
            start |= {"lay": "\n".join(row.lay), "legal": "\n".join(row.legal)}
        super().__init__(data, initial=start)
        self.fields["theme"].choices = [("algemeen", _now("algemeen")), *_themes()]  # type: ignore[attr-defined]

    def clean_lay(self) -> list[str]:
        return self._pieces("lay")

    def clean_legal(self) -> list[str]:
        return self._pieces("legal")

    def _pieces(self, name: str) -> list[str]:
        found = pieces(self.cleaned_data[name])
        if not any(letter.isalnum() for one in found for letter in one):
            raise ValidationError(_now("Schrijf ten minste één woord."))
        return list(found)

    def changes(self) -> dict[str, Any]:
        """What holds from now on."""
        return {name: self.cleaned_data[name] for name in ("lay", "legal", "theme", "off")}


def _themes() -> list[tuple[str, str]]:
    return [(theme.id, theme.label_nl) for theme in reference.snapshot().themes]
