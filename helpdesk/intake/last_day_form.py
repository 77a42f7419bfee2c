"""Which day is my last day: three questions, and what was typed stays typed. Nothing of it is kept anywhere."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from helpdesk.intake.forms import Choice
from helpdesk.lib import clock
from helpdesk.lib.plain_text import plain_text
from helpdesk.remedies.decisions import decision
from helpdesk.remedies.finding import Facts, Finding, Way, Who, find, wrong_way
from helpdesk.ui.texts import Option, options, say

UNKNOWN, OTHER_KIND = "unknown", "anders"
# Whom the letter comes from or what it is about is what she sees first; what fits nowhere stands open below these.
GROUPS = {
    "home": ("aanwijzing", "uithuisplaatsing", "ondertoezicht"),
    "care": ("jeugdhulp", "gesloten", "gesloten-maatregel"),
    "punishment": ("strafbeschikking", "straf", "inrichting"),
    "stay": ("verblijf", "asiel", "overdracht", "bewaring"),
    "school": ("verwijdering", "schorsing"),
    "silence": ("klacht", "geen-besluit"),
}
_NUMBER = re.compile(r"\s*\d{1,4}\s*")
_WRONG: dict[tuple[str, ...], str] = {("ruled",): "lastday.way_ruled", ("handed",): "lastday.way_handed"}


@dataclass(frozen=True)
class Group:
    """Kinds of letters under one heading; open when what was chosen is among them."""

    label: str
    options: list[Option]
    is_open: bool


class LastDayForm(forms.Form):
    """The letter in hand. `finding` is there when there is something to reckon with."""

    kind = Choice("lastday.kind")
    who = Choice("lastday.who")
    way = Choice("lastday.way")
    day = forms.CharField(required=False)
    month = forms.CharField(required=False)
    year = forms.CharField(required=False)

    def __init__(self, data: Any = None) -> None:
        typed = None if data is None else {name: plain_text(str(data.get(name, "")))[:40] for name in self.base_fields}
        super().__init__(typed, auto_id="laatste-%s")
        self.finding: Finding | None = None

    @property
    def groups(self) -> list[Group]:
        """The kinds, folded."""
        known, chosen = {one.value: one for one in options("lastday.kind")}, self["kind"].value()
        return [
            Group(say(f"lastday.group.{name}"), [known[kind] for kind in kinds], chosen in kinds)
            for name, kinds in GROUPS.items()
        ]

    @property
    def loose(self) -> list[Option]:
        """What stands in no group."""
        return [one for one in options("lastday.kind") if not any(one.value in kinds for kinds in GROUPS.values())]

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        for name in ("kind", "who", "way"):
            if not typed.get(name):
                self.add_error(name, say(f"lastday.need_{name}"))
        if self.is_silent(typed):
            return typed
        try:
            typed["date"] = self._date(typed)
        except ValidationError as wrong:
            self.add_error("day", wrong)
        if self.errors:
            return typed
        one, way = decision(typed["kind"]), Way(typed["way"])
        if wrong_way(one, way):
            self.add_error("way", say(_WRONG.get(one.ways, "lastday.way_other")))
            return typed
        self.finding = find(one, Facts(Who(typed["who"]), way, typed["date"]))
        return typed

    @staticmethod
    def is_silent(typed: dict[str, Any]) -> bool:
        """Whether no day is needed: she does not know it, or we would not reckon with it."""
        kind = str(typed.get("kind") or "")
        no_day = bool(kind) and (kind == OTHER_KIND or decision(kind).public != "day")
        return no_day or typed.get("way") == UNKNOWN

    @staticmethod
    def _date(typed: dict[str, Any]) -> date:
        parts = [typed[name] for name in ("year", "month", "day")]
        if not all(_NUMBER.fullmatch(part) for part in parts):
            raise ValidationError(say("lastday.need_date"))
        year, month, number = map(int, parts)
        try:
            day = date(year + 2000 if year < 100 else year, month, number)
        except ValueError:
            raise ValidationError(say("lastday.no_date")) from None
        if day > clock.today():
            raise ValidationError(say("lastday.future"))
        return day
