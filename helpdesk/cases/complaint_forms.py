"""What is typed to confirm a complaint about us, and to answer it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from helpdesk.cases.complaints import VERDICTS
from helpdesk.cases.words import asks_herself
from helpdesk.teams.models import Member
from helpdesk.ui.templatetags.days import letter_day

LONGEST_LESSON = 200
_CHILD = (
    "Dag,",
    "Je klacht over ons is binnen. Goed dat je het zegt. {who} kijkt ernaar en hielp je niet eerder. "
    "Je krijgt uiterlijk {day} antwoord. Dat is onze eigen afspraak.",
    "Wil je er nog iets bij zeggen? Schrijf het met je code.",
)
_ADULT = (
    "Dag,",
    "Uw klacht over ons is binnen. Goed dat u het zegt. {who} kijkt ernaar en hielp u niet eerder. "
    "U krijgt uiterlijk {day} antwoord. Dat is onze eigen afspraak.",
    "Wilt u er nog iets bij zeggen? Schrijf het met uw code.",
)


def holding_letter(summary: Mapping[str, Any], member: Member) -> str:
    """A draft to begin with: who looks at it and by when."""
    day = letter_day(date.fromisoformat(summary["complaint"]["answer_by"]))
    child = asks_herself(summary) or not summary.get("asker")
    return "\n\n".join(_CHILD if child else _ADULT).format(who=member.first_name, day=day)


def _letter(label: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        widget=forms.Textarea(attrs={"rows": 9}),
        error_messages={"required": _("Schrijf wat de klager leest.")},
    )


class ConfirmComplaintForm(forms.Form):
    """The letter that says that we have it."""

    text = _letter(_("Bericht aan wie klaagt"))


class AnswerComplaintForm(forms.Form):
    """What we think of it, what we change, and the answer."""

    verdict = forms.ChoiceField(
        label=_("Klopt de klacht?"),
        choices=list(VERDICTS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies of de klacht klopt."), "invalid_choice": _("Kies of de klacht klopt.")},
    )
    lesson = forms.CharField(
        label=_("Wat veranderen we?"),
        help_text=_("Eén regel, zonder namen. Wie klaagt leest dit ook."),
        max_length=LONGEST_LESSON,
        error_messages={
            "required": _("Schrijf wat we veranderen, of waarom niets."),
            "max_length": _("Houd het bij één regel: 200 letters."),
        },
    )
    text = _letter(_("Antwoord aan wie klaagt"))
