"""What an administrator can do: lay a change over a row of the files, with a reason, and take it away again."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from helpdesk.directory import reference
from helpdesk.directory.models import ReferenceOverride
from helpdesk.ledger.actions import Actor, record
from helpdesk.lib import clock
from helpdesk.teams.models import Member


@transaction.atomic
def override_reference_item(
    *, actor: Member, list_name: str, key: str, changes: Mapping[str, str], reason: str
) -> ReferenceOverride:
    """Lay `changes` over the row. They take the place of an earlier change, which stays readable."""
    now = clock.now()
    ReferenceOverride.objects.of(list_name, key).holding().update(undone_at=now)
    made = ReferenceOverride(
        list_name=list_name, key=key, changes=dict(changes), reason=reason, member_id=actor.pk, at=now
    )
    made.save(force_insert=True)
    record("override-reference-item", actor=Actor.member(actor.pk), object_id=made.pk)
    transaction.on_commit(reference.forget)
    return made


@transaction.atomic
def undo_reference_override(*, actor: Member, list_name: str, key: str) -> bool:
    """Let the file speak again; False when nothing lay over it."""
    held = ReferenceOverride.objects.of(list_name, key).holding().select_for_update().first()
    if held is None:
        return False
    held.undone_at = clock.now()
    held.save(update_fields=["undone_at"])
    record("undo-reference-override", actor=Actor.member(actor.pk), object_id=held.pk)
    transaction.on_commit(reference.forget)
    return True
