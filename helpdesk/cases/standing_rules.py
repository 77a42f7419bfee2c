"""The rules that hold now, and what their ids are called. Before anybody wrote a version: each theme to its team."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from helpdesk.cases import words
from helpdesk.cases.models import RoutingSet
from helpdesk.cases.routing import Rule, rules_of, sentence
from helpdesk.directory import reference
from helpdesk.teams.teams import team_rows


def live_rules() -> tuple[Rule, ...]:
    """What holds now."""
    row = RoutingSet.objects.live()
    return rules_of(row.rules) if row is not None else from_themes()


def from_themes() -> tuple[Rule, ...]:
    """As the taxonomy proposes; whatever has no theme goes to the first team of the list."""
    return (*(Rule(theme.team, theme=theme.id) for theme in reference.themes()), Rule(team_rows()[0].slug))


def names() -> Mapping[str, Mapping[str, str]]:
    """What the ids in a rule are called."""
    return {
        "theme": {theme.id: theme.label_nl for theme in reference.themes()},
        "asker": words.ASKERS,
        "age_band": words.AGE_BANDS,
        "team": {team.slug: team.name for team in team_rows()},
    }


def numbered(rules: Sequence[Rule]) -> list[str]:
    """The rules as sentences, in their order."""
    called = names()
    return [sentence(rule, called) for rule in rules]
