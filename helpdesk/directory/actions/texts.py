"""Standard texts: added, changed, retired. A change adds a version; no version is ever rewritten or taken away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from helpdesk.directory.keepers import tell_saved
from helpdesk.directory.models import StandardText
from helpdesk.ledger.actions import Actor, record
from helpdesk.lib import clock
from helpdesk.lib.ids import new_id
from helpdesk.teams.models import Member

SAID = ("title", "body", "language", "themes", "states", "askers", "owner", "review_on")


class Meanwhile(Exception):
    """A colleague changed the same text since it was opened."""


def add_standard_text(*, actor: Member, said: Mapping[str, Any]) -> StandardText:
    """A new text.

    Args:
        said: the columns of `SAID`.
    """
    return _add("add-standard-text", actor, new_id(), 1, said)


def change_standard_text(*, actor: Member, held: StandardText, said: Mapping[str, Any]) -> StandardText:
    """Other words from now on; a retired text counts again.

    Raises:
        Meanwhile: `held` is no longer the last version.
    """
    return _add("change-standard-text", actor, held.text_id, held.number + 1, said)


def retire_standard_text(*, actor: Member, held: StandardText) -> StandardText:
    """Nobody picks it any more. What was sent with it stays as it was sent.

    Raises:
        Meanwhile: `held` is no longer the last version.
    """
    said = {name: getattr(held, name) for name in SAID}
    return _add("retire-standard-text", actor, held.text_id, held.number + 1, {**said, "retired": True})


def _add(verb: str, actor: Member, text_id: UUID, number: int, said: Mapping[str, Any]) -> StandardText:
    row = StandardText(text_id=text_id, number=number, by=actor, at=clock.now(), **said)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
            tell_saved(row, actor)
            record(verb, actor=Actor.member(actor.pk), object_id=text_id)
    except IntegrityError:
        raise Meanwhile from None
    return row
