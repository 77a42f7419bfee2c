"""Under which name a text that is being written lies among the drafts of the case."""

from __future__ import annotations

from uuid import UUID

# What is being written: the words of `cases.forms.DraftForm`. A new mediation has no id yet.
START = "mediation"


def draft_kind(what: str, mediation_id: UUID) -> str:
    """For instance "proposal:…"; no longer than the column."""
    return f"{what}:{mediation_id.hex}"
