"""Load the teams from their file. Ids are fixed there, so data made elsewhere keeps pointing at the same team."""

from __future__ import annotations

import tomllib
from pathlib import Path
from uuid import UUID

from django.db import transaction

from helpdesk.teams.models import Team

FILE = Path(__file__).parent.parent / "teams.toml"


@transaction.atomic
def load_teams() -> int:
    """Make the table equal to the file in name and slug; a team that left the file stays, cases may point at it."""
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))["team"]
    for row in rows:
        Team.objects.update_or_create(id=UUID(row["id"]), defaults={"slug": row["slug"], "name": row["name"]})
    return len(rows)
