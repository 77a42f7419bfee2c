"""The routing rules as lines to fill in: the first that fits wins, the last one is for all others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext_lazy as _

from helpdesk.cases.routing import Rule
from helpdesk.cases.standing_rules import names

MOST = 40
SPARE = 2
ANY = ("", _("maakt niet uit"))
WRONG = {"invalid_choice": _("Kies iets uit de lijst.")}


class RuleForm(forms.Form):
    """One line. A line without a team is no rule."""

    order = forms.IntegerField(label=_("Volgorde"), min_value=1, max_value=99, required=False)
    theme = forms.ChoiceField(label=_("Onderwerp"), required=False, error_messages=WRONG)
    asker = forms.ChoiceField(label=_("Vrager"), required=False, error_messages=WRONG)
    age_band = forms.ChoiceField(label=_("Leeftijd van het kind"), required=False, error_messages=WRONG)
    danger = forms.BooleanField(label=_("Alleen bij gevaar"), required=False)
    team = forms.ChoiceField(label=_("Naar team"), required=False, error_messages=WRONG)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        called = names()
        for field in self.fields.values():
            if not isinstance(field, forms.BooleanField):
                field.widget.attrs["class"] = "krh-field__input"
        for name in ("theme", "asker", "age_band"):
            self.fields[name].choices = [ANY, *called[name].items()]  # type: ignore[attr-defined]
        self.fields["team"].choices = [("", _("geen regel")), *called["team"].items()]  # type: ignore[attr-defined]

    def rule(self) -> Rule | None:
        """The rule of this line, if it is one."""
        cleaned = {**self.cleaned_data}
        cleaned.pop("order", None)
        return Rule(**cleaned) if cleaned.get("team") else None


_Lines = formset_factory(RuleForm, extra=SPARE, max_num=MOST, absolute_max=MOST, validate_max=True)


def rule_lines(posted: Any, rules: Sequence[Rule]) -> BaseFormSet[RuleForm]:
    """The lines, filled with what holds now."""
    initial = [{**rule.as_data(), "order": at * 10} for at, rule in enumerate(rules, start=1)]
    lines: BaseFormSet[RuleForm] = _Lines(posted, initial=initial, prefix="regel")
    return lines


def rules_in(lines: BaseFormSet[RuleForm]) -> list[Rule]:
    """The rules in the order of their numbers; a line without a number comes at its own place."""
    found = []
    for at, line in enumerate(lines.forms, start=1):
        if rule := line.rule():
            found.append((line.cleaned_data.get("order") or at * 10, at, rule))
    return [rule for *_place, rule in sorted(found, key=lambda one: one[:2])]
