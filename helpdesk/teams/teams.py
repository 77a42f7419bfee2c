"""The teams as `teams.toml` names them. No database: the public program points at a team that it cannot read."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from uuid import UUID

FILE = Path(__file__).with_name("teams.toml")


@dataclass(frozen=True)
class TeamRow:
    """One team of the file."""

    id: UUID
    slug: str
    name: str


@cache
def team_rows() -> tuple[TeamRow, ...]:
    """All teams, in the order of the file."""
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))["team"]
    return tuple(TeamRow(UUID(row["id"]), row["slug"], row["name"]) for row in rows)


def team_id(slug: str) -> UUID:
    """The fixed id of the team with this slug; KeyError when the file knows no such team."""
    return {row.slug: row.id for row in team_rows()}[slug]
