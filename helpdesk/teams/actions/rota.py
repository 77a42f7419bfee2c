"""Who answers the telephone in a week."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction

from helpdesk.ledger.actions import Actor, record
from helpdesk.teams.models import Member, RotaTurn


@transaction.atomic
def edit_rota(*, actor: Member, turns: Mapping[date, Sequence[Member]]) -> None:
    """From now on these colleagues answer on these days, in this order. Other days stay as they are."""
    RotaTurn.objects.filter(day__in=list(turns)).delete()
    RotaTurn.objects.bulk_create(
        RotaTurn(day=day, member=member, position=position)
        for day, members in turns.items()
        for position, member in enumerate(dict.fromkeys(members))
    )
    record("edit-rota", actor=Actor.member(actor.pk), object_id=actor.pk)
