"""How it ends: close on one screen, reopen, forget."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from helpdesk.cases.access import CaseFile, destroy_keys, to_counting
from helpdesk.cases.actions.index import forget_words
from helpdesk.cases.actions.party import clear_removed
from helpdesk.cases.actions.read_first import none_waits_any_more
from helpdesk.cases.actions.rooms_above import forget_rooms
from helpdesk.cases.actions.stepping import change_summary, now_text, stepping
from helpdesk.cases.complaints import is_complaint
from helpdesk.cases.models import Case, Closing, CountedFact, Draft, Reading, Task, Tombstone
from helpdesk.cases.workflow import AskAgain, NotNow
from helpdesk.ledger.actions import record
from helpdesk.lib import clock
from helpdesk.lib.row_actor import forgetting

# What the figures may know of a case. Whatever is not asked at closing can never be counted.
COUNTED = ("theme", "subtheme", "groups", "requester_type", "asker", "age_band")


def close_case(*, file: CaseFile, record_of_closing: dict[str, Any], knowing: bool = False) -> None:
    """Close with help kinds, outcome, rights, signal, province, channel and minutes; one fact goes to the figures.

    The fact holds no case id and only the month, and is sealed to the counting key.

    Raises:
        AskAgain: tasks are open; it may be closed when `knowing` is set. They stay as they are, for a case reopens.
    """
    with stepping(file, "close") as case:
        if is_complaint(case.summary):
            raise NotNow("Een klacht over ons sluit je met een antwoord.")
        todo = [row for row in file.open(Task.objects.filter(case=case)) if not row.content.get("done_at")]
        waiting = Reading.objects.filter(case=case, state__in=["asked", "agreed", "returned"])
        if not knowing and (asked := _still_open(len(todo), unread=waiting.exists())):
            raise AskAgain(asked)
        none_waits_any_more(case)
        today = clock.today()
        closing = file.mine(Closing(case=case, created_on=today))
        closing.content = {**record_of_closing, "by": str(file.member.pk), "at": now_text()}
        closing.save(force_insert=True)
        summary = case.summary
        if merged := summary.get("merged"):  # counted once, with the case in which it went up
            change_summary(case, merged={**merged, "done": True})
        else:
            _count(summary, record_of_closing)
        outcome = record_of_closing.get("outcome")
        change_summary(case, outcome=outcome, ended_at=now_text(), waits=None, next=None, reading=None)
        case.promise_on = None
        clear_removed(file)
        Draft.objects.filter(case=case).delete()


def _count(summary: Mapping[str, Any], record_of_closing: dict[str, Any]) -> None:
    fact = CountedFact(closed_on=clock.today().replace(day=1))
    to_counting(fact)
    fact.content = {
        **{name: summary.get(name) for name in COUNTED},
        **{name: value for name, value in record_of_closing.items() if name != "note"},
    }
    fact.save(force_insert=True)


def _still_open(count: int, *, unread: bool) -> str:
    """What is asked before it ends; empty when nothing is open."""
    tasks = "Er staat nog een taak open." if count == 1 else f"Er staan nog {count} taken open." if count else ""
    texts = "Er wacht nog een tekst bij Meelezen." if unread else ""
    return " ".join(filter(None, [tasks, texts]))


def reopen_case(*, file: CaseFile) -> None:
    """Take an ended case up again."""
    with stepping(file, "reopen") as case:
        if case.team_id is None:
            if not file.member.team_ids():
                raise NotNow("Je zit in geen team. Vraag een collega van een team.")
            case.team_id = min(file.member.team_ids())
        change_summary(case, ended_at=None, outcome=None)


def forget_case(*, file: CaseFile) -> None:
    """Destroy the keys, then the rows, and leave a tombstone. Cannot be undone, also not from a backup of the data."""
    case = file.case
    with transaction.atomic():
        forget_words(case.pk)
        forget_rooms(file)
        destroy_keys(case)  # before the rows: a crash here leaves ciphertext that nobody opens
        Tombstone(id=case.pk, code=case.code, forgotten_on=clock.today()).save(force_insert=True)
        record("forget", actor=file.actor, object_id=case.pk)
        forgetting(case.pk)
        Case.objects.filter(pk=case.pk).delete()
