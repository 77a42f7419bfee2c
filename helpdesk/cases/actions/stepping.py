"""How every act on a case runs: one transaction, the row locked, the step checked, the ledger entry inside."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from django.db import transaction

from helpdesk.cases.access import CaseFile, open_beside, to_mailbox
from helpdesk.cases.access_how import to_count
from helpdesk.cases.models import NOT_HEARD, Case, Mailbox, Withdrawal
from helpdesk.cases.workflow import ENDED, NotNow, State, step
from helpdesk.ledger.actions import record
from helpdesk.lib import clock
from helpdesk.lib.row_actor import moving

STILL_RUNS = "Er loopt nog een termijn in deze zaak. Zeg eerst of hij gehaald, verlopen of niet meer nodig is."
NO_PICTURES = frozenset({"uitbuiting"})  # a theme of which a picture may be illegal to hold; we help without
# Whoever does this helped her: answered, or spoke for her with somebody else. The clock of the promise knows none of
# these: an act that answers her stops it by itself.
HELPS = frozenset({"reply", "ask-more", "close", "refer", "reject"})
HELPS |= {"write-to-party", "write-letter", "call-party", "send-referral", "give-complaint", "give-bundle"}
HELPS |= {"share-with-counsel"}
HELPS |= {"agree-reading", "return-reading"}  # her words left, or did not, by this colleague too


@contextmanager
def stepping(file: CaseFile, verb: str, *, purpose: str = "") -> Iterator[Case]:
    """Lock the case, check that `verb` may follow, give it opened; save, record and tell the asker's status after.

    Raises:
        NotNow: the case has moved on meanwhile, or would end while a deadline runs; nothing was changed.
    """
    with transaction.atomic():
        case: Case | None = Case.objects.select_for_update(of=("self",)).filter(pk=file.case.pk).first()
        if case is None:
            raise NotNow("Deze zaak is er niet meer.")
        file.mine(case)
        was, case.state = case.state, step(verb, case.state)
        moving(case.pk)
        if verb in HELPS:
            remember(case, str(file.member.pk))
        yield case
        if was not in ENDED and case.state in ENDED:
            _no_deadline_runs(case)
        case.save()
        record(verb, actor=file.actor, object_id=case.pk, purpose=purpose)
        tell_status(case, ends=was not in ENDED and case.state in ENDED)


def _no_deadline_runs(case: Case) -> None:
    """A case does not end over a day that nobody looks at any more. A line each, of the room above."""
    running = [one for one in case.summary.get("deadlines") or () if one["state"] == "open"]
    if running:
        raise NotNow(STILL_RUNS)


def change_summary(case: Case, **changes: Any) -> None:
    """Set the summary anew with `changes`; who helped before is remembered, see `tell_status`."""
    before = case.summary.get("assignee")
    if before and changes.get("assignee", before) != before:
        remember(case, before)
    case.summary = {**case.summary, **changes}


def remember(case: Case, member: str) -> None:
    """This member helped, also when she no longer does."""
    case.summary = {**case.summary, "helped": sorted({*case.summary.get("helped", ()), member})}


def remember_help(file: CaseFile) -> None:
    """Inside an act that changes nothing else of the case: whoever does it helped."""
    case = file.mine(Case.objects.select_for_update(of=("self",)).get(pk=file.case.pk))
    remember(case, str(file.member.pk))
    case.save()
    tell_status(case)


def now_text() -> str:
    """The moment, as it is kept inside sealed records."""
    return clock.now().isoformat(timespec="seconds")


def step_content(file: CaseFile, kind: str, **said: Any) -> dict[str, Any]:
    """What a step that is only ever added holds: its kind, by whom, when, and what was said. Days are kept as text."""
    kept = {name: value.isoformat() if isinstance(value, date) else value for name, value in said.items()}
    return {"kind": str(kind), "by": str(file.member.pk), "at": now_text(), **kept}


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
        "count": to_count(case),
        "who": sorted({*summary.get("helped", ()), *filter(None, [summary.get("assignee")])}),
    }
    if ends:
        box.heard = NOT_HEARD
    box.save(update_fields=["status", "heard"])


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
