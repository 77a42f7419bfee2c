"""What a member does with the thesaurus: lay words over a row or add one, with a reason, and take that away again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from helpdesk.ledger.actions import Actor, record
from helpdesk.lib import clock
from helpdesk.library.models import ThesaurusChange
from helpdesk.teams.models import Member


@transaction.atomic
def change_thesaurus(*, actor: Member, key: str, changes: Mapping[str, Any], reason: str) -> ThesaurusChange:
    """Let `changes` hold over the row from now on. They take the place of an earlier change, which stays readable.

    Args:
        key: of a row of the file, or a new one.
        changes: see `ThesaurusChange`.
        reason: why; a colleague reads it in a year.
    """
    now = clock.now()
    ThesaurusChange.objects.holding().filter(key=key).update(undone_at=now)
    made = ThesaurusChange(key=key, changes=dict(changes), reason=reason, member=actor, at=now)
    made.save(force_insert=True)
    record("change-thesaurus", actor=Actor.member(actor.pk), object_id=made.pk)
    return made


@transaction.atomic
def undo_thesaurus_change(*, actor: Member, key: str) -> bool:
    """Let the file speak again, or the added row go; False when nothing was changed."""
    held = ThesaurusChange.objects.holding().filter(key=key).select_for_update().first()
    if held is None:
        return False
    held.undone_at = clock.now()
    held.save(update_fields=["undone_at"])
    record("undo-thesaurus-change", actor=Actor.member(actor.pk), object_id=held.pk)
    return True
