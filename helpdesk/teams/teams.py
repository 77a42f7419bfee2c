"""Which team has which id, from the file: the public program points at teams that it cannot read."""

from __future__ import annotations

import tomllib
from functools import cache
from uuid import UUID

from helpdesk.teams.actions.teams import FILE


@cache
def _ids() -> dict[str, UUID]:
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))["team"]
    return {row["slug"]: UUID(row["id"]) for row in rows}


def team_id(slug: str) -> UUID | None:
    """The fixed id of the team with this slug; None when there is none, and then triage decides."""
    return _ids().get(slug)
