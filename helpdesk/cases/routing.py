"""Which team a question is proposed to: rules in order, the first that fits. Pure; a colleague presses the button.

Every question is looked at by a person, so a rule proposes and sends nothing by itself. The last rule asks nothing and
names a team, so that no question can fall through.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

# What a rule may ask, in the order of its sentence; each is a fact of the sealed summary.
FACTS = ("theme", "asker", "age_band")


@dataclass(frozen=True)
class Rule:
    """A team, and what must be so for it; what is empty is not asked. `danger`: only where there may be danger."""

    team: str
    theme: str = ""
    asker: str = ""
    age_band: str = ""
    danger: bool = False

    @property
    def asks_nothing(self) -> bool:
        return not (self.danger or any(getattr(self, name) for name in FACTS))

    def fits(self, summary: Mapping[str, Any]) -> bool:
        """Whether all that it asks is so."""
        if self.danger and not in_danger(summary):
            return False
        return all(not (wanted := getattr(self, name)) or summary.get(name) == wanted for name in FACTS)

    def as_data(self) -> dict[str, Any]:
        """As it is kept: only what it asks."""
        return {name: value for name, value in asdict(self).items() if value}


def in_danger(summary: Mapping[str, Any]) -> bool:
    """Whether the asker said so, or used words of danger."""
    return summary.get("danger") in {True, "ja"} or bool(summary.get("danger_words"))


def rules_of(data: Iterable[Mapping[str, Any]]) -> tuple[Rule, ...]:
    """Kept rules."""
    return tuple(Rule(**row) for row in data)


def first_fit(rules: Sequence[Rule], summary: Mapping[str, Any]) -> Rule:
    """The rule that decides. The last one fits always."""
    return next(rule for rule in rules if rule.fits(summary))


def problems(rules: Sequence[Rule], teams: Collection[str]) -> list[str]:
    """Why these rules cannot hold, in sentences; empty when they can.

    Args:
        rules: in their order.
        teams: the slugs of the teams that there are.
    """
    found = []
    if not rules or not rules[-1].asks_nothing:
        found.append("De laatste regel moet voor alle andere vragen gelden. Anders komt een vraag bij niemand.")
    seen: list[Rule] = []
    for number, rule in enumerate(rules, start=1):
        if rule.team not in teams:
            found.append(f"Regel {number}: kies een team dat er is.")
        hides = next((at for at, other in enumerate(seen, start=1) if _hides(other, rule)), None)
        if hides:
            found.append(f"Regel {number} komt nooit aan de beurt: regel {hides} geldt al voor dezelfde vragen.")
        seen.append(rule)
    return found


def _hides(earlier: Rule, later: Rule) -> bool:
    """Whether whatever the later one fits, the earlier one fits too."""
    asked = all(not getattr(earlier, name) or getattr(earlier, name) == getattr(later, name) for name in FACTS)
    return asked and (not earlier.danger or later.danger)


def sentence(rule: Rule, names: Mapping[str, Mapping[str, str]]) -> str:
    """The rule as it is read aloud.

    Args:
        names: for "theme", "asker", "age_band" and "team": what an id is called.
    """
    asked = []
    if rule.theme:
        asked.append(f"gaat de vraag over {names['theme'].get(rule.theme, rule.theme)}")
    if rule.asker:
        asked.append(f"is de vrager: {names['asker'].get(rule.asker, rule.asker)}")
    if rule.age_band:
        asked.append(f"is het kind {names['age_band'].get(rule.age_band, rule.age_band)} jaar")
    if rule.danger:
        asked.append("is er misschien gevaar")
    team = names["team"].get(rule.team, rule.team)
    if not asked:
        return f"Alle andere vragen: naar {team}."
    said = " en ".join(asked)
    return f"{said[0].upper()}{said[1:]}? Dan naar {team}."
