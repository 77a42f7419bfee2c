"""What may be typed for a report. Validation only; what the case knows already is chosen, never typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from helpdesk.directory.shapes import Condition
from helpdesk.lib import clock
from helpdesk.reports.outline import outlines
from helpdesk.reports.pieces import Piece, choices
from helpdesk.reports.printing.words import DUTCH
from helpdesk.reports.told import Agreed, FactTold, Told

Rows = Sequence[tuple[Any, Any]]
LIST = {"invalid_choice": _("Kies iets uit de lijst.")}
SHORT, LONG = 200, 8000
CONTESTED = [("unknown", _("Niet bekend")), ("no", _("Nee, niet betwist")), ("yes", _("Ja, betwist"))]
HOW = [("unknown", _("onbekend")), ("good", _("goed")), ("moderate", _("matig")), ("poor", _("slecht"))]
ANSWER = [("yes", _("Ja")), ("no", _("Nee")), ("not-asked", _("Nog niet gevraagd"))]
NOT_NEEDED = [*ANSWER[:2], ("not-needed", _("Niet nodig")), ANSWER[2]]
LANGUAGES = [("nl", _("Nederlands")), ("en", _("Engels"))]
OUTCOMES = 3


def words_field(label: Any, missing: Any = "", *, rows: int = 0, most: int = SHORT, **more: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput(attrs={"autocomplete": "off"})
    errors = {"required": missing, "max_length": _("Dit is te lang. Maak het korter.")}
    return forms.CharField(
        label=label, required=bool(missing), max_length=most, widget=widget, error_messages=errors, **more
    )


def day_field(label: Any, missing: Any = "", **more: Any) -> forms.DateField:
    errors = {"required": missing, "invalid": _("Deze dag bestaat niet. Kijk nog eens op het stuk.")}
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=bool(missing), widget=widget, error_messages=errors, **more)


def choice_field(
    label: Any, rows: Rows = (), missing: Any = "", *, pills: bool = False, **more: Any
) -> forms.ChoiceField:
    widget: dict[str, Any] = {"widget": forms.RadioSelect} if pills else {}
    errors = {"required": missing, **LIST}
    return forms.ChoiceField(label=label, choices=rows, required=bool(missing), error_messages=errors, **widget, **more)


class FrameForm(forms.Form):
    """What the report is for. Child and lawyer are chosen from the people of the case."""

    procedure = choice_field(_("Voor welke procedure?"), missing=_("Kies de procedure."), pills=True)
    title = words_field(_("Titel"), _("Geef de rapportage een titel."), help_text=_("Zonder namen. Hij staat voorop."))
    child = choice_field(_("Over welk kind?"), missing=_("Kies het kind. Zet het eerst bij de zaak."))
    age = words_field(_("Leeftijd, zoals die voorop staat"), help_text=_("Bijvoorbeeld: 8 jaar."))
    lawyer = choice_field(_("Voor welke advocaat?"), help_text=_("Wie als advocaat bij de zaak staat."))
    before = words_field(_("Bij wie loopt het?"))
    court_number = words_field(_("Hun zaaknummer"))
    decision_on = day_field(
        _("Dag van het besluit"), help_text=_("Bronnen worden geciteerd zoals ze op deze dag golden.")
    )
    on = day_field(_("Datum van de rapportage"), _("Kies de datum van de rapportage."))
    language = choice_field(
        _("Taal"), LANGUAGES, help_text=_("In deze taal staan de koppen en onze eigen woorden op het papier.")
    )
    question = words_field(_("De vraag"), rows=3, most=1000, help_text=_("In één zin, zonder namen."))

    def __init__(self, *args: Any, children: Rows, lawyers: Rows, procedure: str = "", **more: Any) -> None:
        super().__init__(*args, **more)
        self._procedure = procedure
        self.fields["child"].choices = children  # type: ignore[attr-defined]
        self.fields["lawyer"].choices = [("", _("Nog niemand")), *lawyers]  # type: ignore[attr-defined]
        if procedure:
            del self.fields["procedure"]
        else:
            rows = [(key, one.label) for key, one in outlines().items()]
            self.fields["procedure"].choices = rows  # type: ignore[attr-defined]

    def told(self) -> Told:
        """What was typed and chosen."""
        language = self.cleaned_data["language"] or self.initial.get("language", DUTCH)
        return Told(**{"procedure": self._procedure, **self.cleaned_data, "language": language})


class _FactFields(forms.Form):
    contested = choice_field(
        _("Is het betwist?"), CONTESTED, _("Kies of het betwist is."), pills=True, initial="unknown"
    )
    contested_by = forms.MultipleChoiceField(
        label=_("Door wie?"), required=False, widget=forms.CheckboxSelectMultiple, error_messages=LIST
    )

    def __init__(self, *args: Any, pieces: Iterable[Piece], **more: Any) -> None:
        super().__init__(*args, **more)
        self.pieces = {one.key: one for one in pieces}
        people = [(one.id, one.label) for one in self.pieces.values() if one.kind == "party"]
        self.fields["contested_by"].choices = people  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("contested") == "yes" and not data.get("contested_by"):
            self.add_error("contested_by", _("Kies wie het betwist."))
        return data


class FactForm(_FactFields):
    """One fact, and where it comes from."""

    text = words_field(
        _("Het feit"),
        _("Schrijf het feit op."),
        rows=4,
        most=LONG,
        help_text=_("Eén feit, zonder namen en zonder oordeel."),
    )
    piece = choice_field(_("Waar komt het vandaan?"), missing=_("Kies wie het zei of in welk stuk het staat."))
    page = words_field(_("Bladzijde"), most=20)
    said_by = words_field(
        _("Zo staat de bron in de rapportage"), help_text=_("Zonder naam. Leeg: we nemen de woorden uit de lijst over.")
    )
    day = day_field(_("Wanneer was het?"))
    day_words = words_field(_("Of in woorden"), most=80, help_text=_("Bijvoorbeeld: najaar 2025."))
    field_order = ("text", "piece", "page", "said_by", "day", "day_words", "contested", "contested_by")

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        rows = [("", _("Kies …")), *choices(self.pieces.values())]
        self.fields["piece"].choices = rows  # type: ignore[attr-defined]

    def told(self) -> FactTold:
        """The fact."""
        data = self.cleaned_data
        piece = self.pieces[data["piece"]]
        names = ("text", "day", "day_words", "page", "contested")
        return FactTold(
            source=piece.kind,
            source_id=piece.id,
            said_by=data["said_by"] or piece.said_by,
            contested_by=tuple(data["contested_by"]) if data["contested"] == "yes" else (),
            **{name: data[name] for name in names},
        )


class QuoteForm(forms.Form):
    """The child's own words, cut down and not changed."""

    text = words_field(
        _("Wat je aanhaalt"), _("Laat staan wat je aanhaalt."), rows=8, most=LONG,
        help_text=_("Precies zoals het er staat. Wat je weglaat, vervang je door …"),
    )  # fmt: skip
    how = words_field(
        _("Hoe zijn deze woorden verzameld?"), _("Schrijf hoe deze woorden zijn verzameld."),
        help_text=_("Bijvoorbeeld: in een gesprek met ons, met toestemming."),
    )  # fmt: skip
    said_by = words_field(
        _("Zo staat het eronder"), _("Schrijf wat eronder staat."), help_text=_("Zonder naam, met de dag.")
    )

    def told(self, piece: Piece) -> FactTold:
        """A saying of hers from this piece."""
        data = self.cleaned_data
        return FactTold(
            text=data["text"], source=piece.kind, source_id=piece.id, said_by=data["said_by"], day=piece.day,
            contested="unknown", voice=True, how=data["how"],
        )  # fmt: skip


class FindForm(forms.Form):
    """What somebody looks for among the sources."""

    q = words_field(
        _("Artikel, uitspraak of woorden"), _("Schrijf wat je zoekt."), help_text=_("Bijvoorbeeld: art. 12 IVRK.")
    )


class ConditionsForm(forms.Form):
    """Fourteen rows: how it is now and from what that shows; and after each outcome, with why. There is no total."""

    def __init__(self, *args: Any, conditions: Sequence[Condition], **more: Any) -> None:
        super().__init__(*args, **more)
        self.conditions = conditions
        for at in range(1, OUTCOMES + 1):
            self.fields[f"title_{at}"] = words_field(_("Uitkomst %d") % at, most=80)
        for one in conditions:
            self.fields[f"now_{one.number}"] = choice_field(_("Nu"), HOW, initial="unknown")
            self.fields[f"evidence_{one.number}"] = words_field(_("Waaruit blijkt dat?"), rows=2, most=2000)
            for at in range(1, OUTCOMES + 1):
                self.fields[f"expected_{at}_{one.number}"] = choice_field(_("Verwacht"), HOW, initial="unknown")
                self.fields[f"because_{at}_{one.number}"] = words_field(_("Waarom?"), rows=2, most=2000)

    @property
    def rows(self) -> list[tuple[Condition, forms.BoundField, forms.BoundField, list[tuple[Any, Any, Any]]]]:
        """Each condition with its questions; of an outcome its number, what is expected and why."""
        return [
            (
                one,
                self[f"now_{one.number}"],
                self[f"evidence_{one.number}"],
                [
                    (at, self[f"expected_{at}_{one.number}"], self[f"because_{at}_{one.number}"])
                    for at in range(1, OUTCOMES + 1)
                ],
            )
            for one in self.conditions
        ]

    @property
    def open(self) -> set[int]:
        """Conditions of which something is expected already."""
        return {one.number for one, _, _, after in self.rows if any(self._says(*pair[1:]) for pair in after)}

    @staticmethod
    def _says(expected: forms.BoundField, because: forms.BoundField) -> bool:
        return expected.value() not in {None, "", "unknown"} or bool(because.value()) or bool(expected.errors)

    @property
    def titles(self) -> list[forms.BoundField]:
        """What each outcome is called."""
        return [self[f"title_{at}"] for at in range(1, OUTCOMES + 1)]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for at in range(1, OUTCOMES + 1):
            used = any(
                data.get(f"expected_{at}_{one.number}", "unknown") not in {"", "unknown"} for one in self.conditions
            )
            if used and not data.get(f"title_{at}"):
                self.add_error(f"title_{at}", _("Schrijf welke uitkomst dit is."))
        return data

    def now(self) -> dict[int, str]:
        return {one.number: self.cleaned_data[f"now_{one.number}"] or "unknown" for one in self.conditions}

    def evidence(self) -> dict[int, str]:
        return {one.number: self.cleaned_data[f"evidence_{one.number}"] for one in self.conditions}

    def outcomes(self) -> list[tuple[str, dict[int, str], dict[int, str]]]:
        """Those that have a name."""
        data = self.cleaned_data
        return [
            (
                data[f"title_{at}"],
                {one.number: data[f"expected_{at}_{one.number}"] or "unknown" for one in self.conditions},
                {one.number: data[f"because_{at}_{one.number}"] for one in self.conditions},
            )
            for at in range(1, OUTCOMES + 1)
            if data[f"title_{at}"]
        ]


class AnnexForm(forms.Form):
    """One more annex, from what lies in the case."""

    piece = choice_field(_("Welk stuk?"), missing=_("Kies een stuk."))
    title = words_field(
        _("Zo heet het in de lijst van bijlagen"), help_text=_("Zonder naam. Leeg: zoals het in de zaak heet.")
    )

    def __init__(self, *args: Any, pieces: Iterable[Piece], **more: Any) -> None:
        super().__init__(*args, **more)
        self.pieces = {one.key: one for one in pieces}
        self.fields["piece"].choices = [("", _("Kies …")), *choices(self.pieces.values())]  # type: ignore[attr-defined]


class ConsentForm(forms.Form):
    """Who agrees that this report is filed, or on what else it stands."""

    child = choice_field(
        _("Vindt het kind het goed?"), ANSWER, _("Kies een antwoord."), pills=True, initial="not-asked"
    )
    child_how = words_field(_("Hoe en wanneer is dat gezegd?"), rows=2, most=1000)
    guardian = choice_field(
        _("Vindt wie het gezag heeft het goed?"), NOT_NEEDED, _("Kies een antwoord."), pills=True, initial="not-asked"
    )
    guardian_how = words_field(_("Hoe en wanneer is dat gezegd, of waarom is het niet nodig?"), rows=2, most=1000)
    basis = words_field(
        _("Andere grond"), rows=2, most=1000, help_text=_("Alleen als de rapportage niet op toestemming staat.")
    )
    on = day_field(_("Op welke dag?"))

    def agreed(self) -> Agreed:
        """What was said."""
        return Agreed(**self.cleaned_data)


class NamesForm(forms.Form):
    """Whose name may stand in full, and why."""

    parties = forms.MultipleChoiceField(
        label=_("Wie staat er met volle naam in?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages=LIST,
    )
    reason = words_field(
        _("Waarom?"), rows=3, most=1000, help_text=_("Niet nodig als niemand met volle naam in de rapportage staat.")
    )

    def __init__(self, *args: Any, people: Rows, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["parties"].choices = people  # type: ignore[attr-defined]


def begun(summary: Mapping[str, Any]) -> dict[str, Any]:
    """What the case knows already: where it is, under which number, and on which day was decided."""
    court: Mapping[str, Any] = next(iter(summary.get("proceedings") or ()), {})
    running = [one for one in summary.get("deadlines") or () if one["state"] == "open"]
    decided = court.get("decided_on") or next((one["since"] for one in running), None)
    return {
        "before": court.get("body", ""),
        "court_number": court.get("number", ""),
        "decision_on": date.fromisoformat(decided) if decided else None,
        "on": clock.today(),
    }
