"""What may be typed about a case. Validation only; words are in the tone of the desk."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from helpdesk.cases import words
from helpdesk.cases.workflow import URGENCY_LABELS, Urgency
from helpdesk.directory import reference
from helpdesk.directory.text_words import has_gap
from helpdesk.lib import clock
from helpdesk.people.telling import Subject
from helpdesk.teams.models import Member, Team

UUID_TEXT = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
TALKS = "position|proposal|agreement|request|report|ending"  # what is written in a mediation
LONG = 100_000  # a letter of forty pages; more is a mistake of the hand
Choices = list[tuple[str, str]]


def _labels(rows: Iterable[Any]) -> Choices:
    return [(str(row.id), str(row.label_nl)) for row in rows]


def _text(label: Any, *, missing: Any, rows: int = 5, **more: Any) -> forms.CharField:
    errors = {"required": missing, "max_length": _("Dit is te lang. Knip het in stukken.")}
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=LONG, widget=widget, error_messages=errors, **more)


class TextForm(forms.Form):
    """A reply, a question back or a note."""

    text = _text(_("Tekst"), missing=_("Schrijf eerst iets."))


class LetterForm(TextForm):
    """Words that leave. What a standard text leaves open must be filled in first."""

    def clean_text(self) -> str:
        text = str(self.cleaned_data["text"])
        if has_gap(text):
            raise ValidationError(gettext("Vul eerst in wat nog tussen { en } staat, of haal het weg."))
        return text


class DraftForm(forms.Form):
    """What is being written, whole or half."""

    # In clear, so never a word of somebody's.
    kind = forms.RegexField(rf"\A(reply|note|close|mediation|party:{UUID_TEXT}|({TALKS}):[0-9a-f]{{32}})\Z")
    text = forms.CharField(required=False, max_length=LONG, strip=False)
    subjects = forms.MultipleChoiceField(required=False, choices=[(str(one), str(one)) for one in Subject])


class RouteForm(forms.Form):
    """To which team."""

    team = forms.ModelChoiceField(
        Team.objects.all(),
        to_field_name="slug",
        label=_("Team"),
        empty_label=None,
        error_messages={"required": _("Kies een team."), "invalid_choice": _("Dit team is er niet.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["team"].label_from_instance = lambda team: team.name  # type: ignore[attr-defined]


class AssignForm(forms.Form):
    """To which colleague of the team."""

    member = forms.ChoiceField(
        label=_("Collega"),
        error_messages={"required": _("Kies een collega."), "invalid_choice": _("Deze collega zit niet in het team.")},
    )

    def __init__(self, *args: Any, colleagues: list[Member], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._members = {str(one.pk): one for one in colleagues}
        self.fields["member"].choices = [(key, one.full_name) for key, one in self._members.items()]  # type: ignore[attr-defined]

    def chosen(self) -> Member:
        return self._members[self.cleaned_data["member"]]


class HandOverForm(RouteForm):
    """To another team, with what it must know."""

    member = forms.ModelChoiceField(
        Member.objects.none(), required=False, label=_("Liefst aan"), empty_label=_("Wie kan")
    )
    note = _text(_("Wat moet je collega weten?"), missing=_("Schrijf erbij wat je collega moet weten."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        member = self.fields["member"]
        member.queryset = Member.objects.all().at_work().filter(memberships__isnull=False).distinct()  # type: ignore[attr-defined]
        member.label_from_instance = lambda one: f"{one.full_name}, {one.discipline}"  # type: ignore[attr-defined]


class DeclineForm(forms.Form):
    """Why not."""

    reason = _text(_("Waarom niet?"), missing=_("Schrijf waarom. Dan weet je collega hoe het verder moet."), rows=2)


class RejectForm(forms.Form):
    """Why this is not for us, and what the asker reads."""

    reason = _text(_("Waarom is dit niet voor ons?"), missing=_("Schrijf waarom. De reden blijft bij de zaak."), rows=3)
    letter = _text(
        _("Wat leest de vrager?"),
        missing=_("Schrijf de vrager wat er nu gebeurt, en waar hulp wel is."),
        help_text=_("Dit is het laatste bericht. Zeg ook waar de vrager wel terechtkan."),
    )


class ReferForm(RejectForm):
    """To which organisation, why, and what the asker reads."""

    institution = forms.ChoiceField(label=_("Naar wie"), error_messages={"required": _("Kies een organisatie.")})
    referral = forms.ChoiceField(
        label=_("Welke verwijzing was de laatste?"),
        error_messages={"required": _("Kies welke verwijzing de laatste was.")},
    )
    field_order = ["referral", "institution", "reason", "letter"]

    def __init__(self, *args: Any, referrals: Choices = [], **kwargs: Any) -> None:  # noqa: B006
        super().__init__(*args, **kwargs)
        self.fields["referral"].choices = [("", "…"), *referrals, ("none", _("Geen van deze"))]  # type: ignore[attr-defined]
        if not referrals:
            del self.fields["referral"]
        self.fields["reason"].label = _("Waarom daarheen?")
        self.fields["institution"].choices = [("", "…"), *_institutions()]  # type: ignore[attr-defined]


def _institutions() -> Choices:
    return [(str(row.id), str(row.name)) for row in reference.institutions()]


class UrgencyForm(forms.Form):
    """How pressing."""

    urgency = forms.TypedChoiceField(
        label=_("Spoed"),
        coerce=lambda value: Urgency(int(value)),
        choices=[(str(int(level)), URGENCY_LABELS[level]) for level in Urgency],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoe dringend het is."), "invalid_choice": _("Kies een van de vier.")},
    )


class ThemesForm(forms.Form):
    """A neutral title and the place in the taxonomy."""

    title = forms.CharField(
        label=_("Titel"),
        required=False,
        max_length=60,
        help_text=_("Drie tot zes woorden: waar het voor het kind over gaat. Geen namen, geen plaats, geen school."),
    )
    theme = forms.ChoiceField(label=_("Thema"), error_messages={"required": _("Kies een thema.")})
    subtheme = forms.ChoiceField(label=_("Gaat over"), required=False)
    groups = forms.MultipleChoiceField(label=_("Groepen"), required=False, widget=forms.CheckboxSelectMultiple)
    age_band = forms.ChoiceField(label=_("Leeftijd van het kind"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        nothing = ("", _("Nog niet bekend"))
        themes = reference.themes()
        subthemes = [(theme.label_nl, _labels(theme.subthemes)) for theme in themes]
        for name, choices in {
            "theme": [("", "…"), *_labels(themes)],
            "subtheme": [nothing, *subthemes],
            "groups": _labels(reference.groups()),
            "age_band": [nothing, *words.AGE_BANDS.items()],
        }.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        subs = {theme.id: {sub.id for sub in theme.subthemes} for theme in reference.themes()}
        if data.get("theme") and data.get("subtheme") and data["subtheme"] not in subs.get(data["theme"], set()):
            self.add_error("subtheme", _("Dit hoort niet bij het thema. Kies iets uit dezelfde groep."))
        return data


class TaskForm(forms.Form):
    """What, when, who."""

    text = forms.CharField(
        label=_("Wat"),
        max_length=120,
        error_messages={"required": _("Schrijf wat er moet gebeuren.")},
        help_text=_("Staat ook op de werklijst. Dus geen namen."),
    )
    due_on = forms.DateField(
        label=_("Wanneer"),
        initial=clock.today,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Kies een dag."), "invalid": _("Deze dag bestaat niet. Kijk nog eens.")},
    )
    assignee = forms.ChoiceField(
        label=_("Wie"), error_messages={"invalid_choice": _("Deze collega zit niet in het team.")}
    )

    def __init__(self, *args: Any, colleagues: list[Member], me: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = [one for one in colleagues if one.pk != me.pk]
        self.fields["assignee"].choices = [(str(me.pk), _("jij")), *((str(one.pk), one.full_name) for one in others)]  # type: ignore[attr-defined]


class WaitForm(forms.Form):
    """For whom we wait."""

    whom = forms.CharField(
        label=_("Op wie of wat wacht je?"),
        max_length=80,
        error_messages={"required": _("Schrijf op wie of wat je wacht.")},
        help_text=_("Bijvoorbeeld: antwoord van de gemeente. Geen namen van mensen; dit staat op de werklijst."),
    )


class CloseForm(forms.Form):
    """How it ended, on one screen. What is not asked here can never be counted."""

    help_kinds = forms.MultipleChoiceField(
        label=_("Welke hulp gaf je?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies welke hulp je gaf.")},
    )
    outcome = forms.ChoiceField(
        label=_("Hoe liep het af?"), widget=forms.RadioSelect, error_messages={"required": _("Kies hoe het afliep.")}
    )
    rights = forms.MultipleChoiceField(
        label=_("Om welke rechten ging het?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies ten minste een recht.")},
    )
    signal = forms.TypedChoiceField(
        label=_("Is dit een signaal?"),
        coerce=lambda value: value == "yes",
        choices=[("no", _("Nee")), ("yes", _("Ja, dit speelt breder"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies ja of nee.")},
    )
    province = forms.ChoiceField(label=_("Provincie"), required=False)
    channel = forms.ChoiceField(
        label=_("Kwam via"),
        choices=[(key, words.CHANNELS[key]) for key in ("website", "phone", "visit", "email", "letter")],
    )
    minutes = forms.IntegerField(
        label=_("Minuten werk"),
        min_value=1,
        max_value=60_000,
        help_text=_("Van alle collega’s samen, ongeveer."),
        error_messages={
            "required": _("Schat hoeveel minuten het kostte."),
            "min_value": _("Een minuut is het minste."),
            "invalid": _("Schrijf een getal."),
        },
    )
    text = _text(_("Notitie"), missing="", rows=3, required=False)
    knowing = forms.BooleanField(
        label=_("Ik weet dat de bemiddeling nog loopt. Sluit toch af."),
        error_messages={"required": _("Sluit eerst de bemiddeling af, of zeg dat je het weet.")},
    )

    def __init__(self, *args: Any, theme: str = "", mediating: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not mediating:
            del self.fields["knowing"]
        articles = [(str(row.number), f"{row.number} {row.title_nl}") for row in reference.crc_articles()]
        near = {str(number) for number in self._near(theme)} | set(self["rights"].value() or [])
        self.near_rights = [one for one in articles if one[0] in near]
        self.other_rights = [one for one in articles if one[0] not in near]
        for name, choices in {
            "help_kinds": _labels(reference.help_kinds()),
            "outcome": _labels(reference.outcomes()),
            "rights": articles,
            "province": [("", _("Niet bekend")), *words.provinces()],
        }.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    @staticmethod
    def _near(theme: str) -> tuple[int, ...]:
        found = reference.theme(theme)
        return found.crc_articles if found else ()

    def record_of_closing(self) -> dict[str, Any]:
        """What the closing record and the counted fact are made of."""
        data = dict(self.cleaned_data)
        data["rights"] = sorted(int(number) for number in data["rights"])
        data["note"] = data.pop("text")
        data.pop("knowing", None)
        return data


class ForgetForm(forms.Form):
    """The code, typed, before something goes for good."""

    code = forms.CharField(label=_("Code"), max_length=20, error_messages={"required": _("Typ de code van de zaak.")})

    def __init__(self, *args: Any, wanted: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.wanted = wanted

    def clean_code(self) -> str:
        typed = str(self.cleaned_data["code"]).strip().upper()
        if typed != self.wanted:
            raise forms.ValidationError(_("Dit is niet de code van deze zaak. Er is niets gewist."))
        return typed
