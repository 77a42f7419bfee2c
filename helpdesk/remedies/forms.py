"""Which letter somebody holds: what it is, whom it concerns, how and when it came."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from helpdesk.lib import case_codes, clock
from helpdesk.remedies.decisions import decision, decisions
from helpdesk.remedies.finding import Facts, Finding, Way, Who, find, wrong_way

WHO_LABELS = {
    Who.CHILD_12: _("Kind van 12 of ouder"),
    Who.CHILD: _("Kind jonger dan 12"),
    Who.PARENT: _("Ouder met gezag, voogd"),
    Who.PARENT_WITHOUT: _("Ouder zonder gezag"),
    Who.OTHER: _("Iemand anders"),
}
WAY_LABELS = {
    Way.SENT: _("Verstuurd met de post"),
    Way.HANDED: _("Gegeven, of zo bekend geworden"),
    Way.RULED: _("De rechter besliste die dag"),
    Way.PUBLISHED: _("Op een andere manier bekendgemaakt"),
}
_NO_DATE = _("Die dag bestaat niet. Kijk nog eens op de brief.")
_DATE = {"required": _("Vul de dag in die op de brief staat."), "invalid": _NO_DATE}


def _day(label: Any, help_text: Any = "", *, required: bool = True) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, help_text=help_text, required=required, widget=widget, error_messages=_DATE)


def _known() -> list[tuple[str, Any]]:
    return [("", _("Kies een besluit")), *((one.id, one.name) for one in decisions())]


class FindForm(forms.Form):
    """The letter. The finding is there once the form is valid."""

    decision = forms.ChoiceField(
        label=_("Welk besluit?"), choices=_known, error_messages={"required": _("Kies welk besluit het is.")}
    )
    who = forms.ChoiceField(
        label=_("Voor wie?"),
        choices=list(WHO_LABELS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies voor wie het is.")},
    )
    way = forms.ChoiceField(
        label=_("Welke dag weet je?"),
        choices=list(WAY_LABELS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat er op die dag gebeurde.")},
    )
    day = _day(_("Welke dag was dat?"), _("Niet de dag waarop de brief in de bus viel."))
    claim_on = _day(
        _("Dag van de asielaanvraag"), _("Alleen bij asiel. Zonder dag staan beide regels er."), required=False
    )

    case = forms.CharField(
        label=_("In welke zaak?"),
        help_text=_("Mag leeg blijven. Met de code zet je een dag straks in die zaak."),
        required=False,
        max_length=20,
        error_messages={"max_length": _("Dit is geen code van een zaak.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.finding: Finding | None = None

    @property
    def letter(self) -> dict[str, str]:
        """The letter as the form that sets a deadline asks for it."""
        typed = self.cleaned_data
        way = str(Way.HANDED) if typed["way"] == Way.RULED else typed["way"]
        return {"on": typed["day"].isoformat(), "way": way, "whom": str(WHO_LABELS[Who(typed["who"])])}

    def clean_day(self) -> Any:
        return self._not_in_the_future("day")

    def clean_claim_on(self) -> Any:
        return self._not_in_the_future("claim_on")

    def clean_case(self) -> str:
        """The code as we write it; what it opens is for the door of the case."""
        typed: str = self.cleaned_data["case"]
        try:
            return case_codes.parse(typed) if typed.strip() else ""
        except case_codes.NotACaseCode:
            raise ValidationError(_("Dit is geen code van een zaak. Laat het anders leeg.")) from None

    def _not_in_the_future(self, name: str) -> Any:
        day = self.cleaned_data[name]
        if day and day > clock.today():
            raise ValidationError(_("Die dag moet nog komen. Kijk nog eens op de brief."))
        return day

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if self.errors:
            return typed
        one = decision(typed["decision"])
        if reason := wrong_way(one, Way(typed["way"])):
            self.add_error("way", reason)
            return typed
        self.finding = find(one, Facts(Who(typed["who"]), Way(typed["way"]), typed["day"], typed["claim_on"]))
        return typed
