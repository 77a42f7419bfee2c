"""How every act on a case runs: one transaction, the row locked, the step checked, the ledger entry inside."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction

from helpdesk.cases.access import CaseFile, to_mailbox
from helpdesk.cases.models import Case, Mailbox
from helpdesk.cases.workflow import step
from helpdesk.ledger.actions import record
from helpdesk.lib import clock
from helpdesk.lib.row_actor import moving

NO_PICTURES = frozenset({"uitbuiting"})  # a theme of which a picture may be illegal to hold; we help without


@contextmanager
def stepping(file: CaseFile, verb: str, *, purpose: str = "") -> Iterator[Case]:
    """Lock the case, check that `verb` may follow, give it opened; save, record and tell the asker's status after.

    Raises:
        NotNow: the case has moved on meanwhile; nothing was changed.
    """
    with transaction.atomic():
        case: Case = Case.objects.select_for_update(of=("self",)).get(pk=file.case.pk)
        file.mine(case)
        case.state = step(verb, case.state)
        moving(case.pk)
        yield case
        case.save()
        record(verb, actor=file.actor, object_id=case.pk, purpose=purpose)
        tell_status(case)


def change_summary(case: Case, **changes: Any) -> None:
    """Set the summary anew with `changes`."""
    case.summary = {**case.summary, **changes}


def now_text() -> str:
    """The moment, as it is kept inside sealed records."""
    return clock.now().isoformat(timespec="seconds")


def tell_status(case: Case) -> None:
    """Write where the case stands into the asker's mailbox, sealed for her. Words are chosen when she reads it."""
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
        "no_pictures": summary.get("theme") in NO_PICTURES,
    }
    box.save(update_fields=["status"])
