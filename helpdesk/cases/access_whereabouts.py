"""May I know where the child is? One record of a case, under its own key; reading is an act of its own."""

from __future__ import annotations

from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.models import Whereabouts
from helpdesk.ledger.actions import record_now
from helpdesk.lib import clock
from helpdesk.vault import keys
from helpdesk.vault.opened import attach

VERBS = frozenset({"show-whereabouts", "set-whereabouts"})


def whereabouts_of(file: CaseFile, *, verb: str) -> Whereabouts | None:
    """The record, opened; None when there is none, or when it was forgotten. The look is on record first.

    Args:
        file: the case, opened for `verb`.
        verb: what it is opened for, one of `VERBS`.
    """
    if verb not in VERBS:
        raise ValueError("Whereabouts are opened by an act of their own.")
    record_now(verb, actor=file.actor, object_id=file.case.pk, purpose="look")
    row: Whereabouts | None = Whereabouts.objects.filter(case=file.case).first()
    if row is None:
        return None
    try:
        attach(keys.unwrap(row.key_id), row)
    except keys.KeyGone:
        return None
    return row


def new_whereabouts(file: CaseFile) -> Whereabouts:
    """An empty record under a fresh key, which is stored before the first byte under it."""
    key = keys.new_case_key()
    keys.wrap_for_desk(key)
    row = Whereabouts(case=file.case, key_id=key.key_id, used_on=clock.today())
    attach(key, row)
    return row


def forget_keys_of_whereabouts(key_ids: list[UUID]) -> None:
    """Destroy these keys, before the rows."""
    keys.destroy(key_ids)
