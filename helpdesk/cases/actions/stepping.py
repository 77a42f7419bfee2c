"""How every act on a case runs: one transaction, the row locked, the step checked, the ledger entry inside."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction

from helpdesk.cases.access import CaseFile, open_beside, to_mailbox
from helpdesk.cases.models import Case, Mailbox, Withdrawal
from helpdesk.cases.workflow import NotNow, State, step
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
        case: Case | None = Case.objects.select_for_update(of=("self",)).filter(pk=file.case.pk).first()
        if case is None:
            raise NotNow("Deze zaak is er niet meer.")
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
    state, promised = _for_the_asker(case)
    box.status = {
        "state": state,
        "promise_on": promised,
        "answered": bool(summary.get("first_reply_at")),
        "helper": summary.get("helper"),
        "asker": summary.get("asker"),
        "still": summary.get("still_shown"),
        "agreed": _agreed(case),
        "no_pictures": summary.get("theme") in NO_PICTURES,
    }
    box.save(update_fields=["status"])


def _agreed(case: Case) -> list[dict[str, Any]]:
    """What she agreed to and did not stop herself meanwhile."""
    agreed: list[dict[str, Any]] = case.summary.get("agreed") or []
    if not agreed:
        return []
    stops = open_beside(case, Withdrawal.objects.filter(case=case, settled=False))
    stopped = {stop.content["consent"] for stop in stops}
    return [one for one in agreed if one["id"] not in stopped]


def _for_the_asker(case: Case) -> tuple[str, str | None]:
    """A case that went up in another one is worked there: its asker sees it with the team, by the day she was told."""
    promised = case.promise_on.isoformat() if case.promise_on else None
    merged = case.summary.get("merged")
    if merged and State(case.state) == State.CLOSED and not merged.get("done"):
        return str(State.TEAM), merged["promise_on"]
    return str(case.state), promised
