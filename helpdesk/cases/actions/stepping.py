"""How every act on a case runs: one transaction, the row locked, the step checked, the ledger entry inside."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction

from helpdesk.cases.access import CaseFile, to_mailbox
from helpdesk.cases.access_how import to_count
from helpdesk.cases.models import NOT_HEARD, Case, Mailbox
from helpdesk.cases.workflow import ENDED, step
from helpdesk.ledger.actions import record
from helpdesk.lib import clock
from helpdesk.lib.row_actor import moving

HELPS = frozenset({"reply", "ask-more", "close", "refer", "reject"})  # whoever does this answered the asker


@contextmanager
def stepping(file: CaseFile, verb: str, *, purpose: str = "") -> Iterator[Case]:
    """Lock the case, check that `verb` may follow, give it opened; save, record and tell the asker's status after.

    Raises:
        NotNow: the case has moved on meanwhile; nothing was changed.
    """
    with transaction.atomic():
        case: Case = Case.objects.select_for_update(of=("self",)).get(pk=file.case.pk)
        file.mine(case)
        was, case.state = case.state, step(verb, case.state)
        moving(case.pk)
        if verb in HELPS:
            _remember(case, str(file.member.pk))
        yield case
        case.save()
        record(verb, actor=file.actor, object_id=case.pk, purpose=purpose)
        tell_status(case, ends=was not in ENDED and case.state in ENDED)


def change_summary(case: Case, **changes: Any) -> None:
    """Set the summary anew with `changes`; who helped before is remembered, see `tell_status`."""
    before = case.summary.get("assignee")
    if before and changes.get("assignee", before) != before:
        _remember(case, before)
    case.summary = {**case.summary, **changes}


def _remember(case: Case, member: str) -> None:
    """This member helped, also when she no longer does."""
    case.summary = {**case.summary, "helped": sorted({*case.summary.get("helped", ()), member})}


def now_text() -> str:
    """The moment, as it is kept inside sealed records."""
    return clock.now().isoformat(timespec="seconds")


def tell_status(case: Case, *, ends: bool = False) -> None:
    """Write where the case stands into the asker's mailbox, sealed for her. Words are chosen when she reads it.

    `who` are the ids of all who helped: a complaint that she writes there is shut to them.

    Args:
        ends: the case ends now, so that she is asked once (more) how it went.
    """
    box: Mailbox | None = Mailbox.objects.filter(case=case).first()
    if box is None:
        return
    summary = case.summary
    to_mailbox(box, box)
    box.status = {
        "state": str(case.state),
        "promise_on": case.promise_on.isoformat() if case.promise_on else None,
        "answered": bool(summary.get("first_reply_at")),
        "helper": summary.get("helper"),
        "asker": summary.get("asker"),
        "still": summary.get("still_shown"),
        "count": to_count(case),
        "who": sorted({*summary.get("helped", ()), *filter(None, [summary.get("assignee")])}),
    }
    if ends:
        box.heard = NOT_HEARD
    box.save(update_fields=["status", "heard"])
