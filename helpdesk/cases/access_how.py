"""What the public program needs to count how it went: which facts, and the key to seal them to.

The desk writes both into the asker's status when a case ends, for the public program holds no counting key and cannot
read a case. It seals; nobody at the desk opens it again.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helpdesk.cases.access import Visit
from helpdesk.cases.complaints import is_complaint
from helpdesk.cases.models import Case, CountedAnswer
from helpdesk.cases.workflow import State
from helpdesk.lib import clock
from helpdesk.vault.cipher import raw
from helpdesk.vault.keyring import keyring
from helpdesk.vault.opened import Inbox, attach

COUNTED = ("theme", "requester_type", "asker")
ASKED_AFTER = frozenset({State.CLOSED, State.REFERRED})


def to_count(case: Case) -> dict[str, Any] | None:
    """For a case on which we helped: what a counted answer may know of it, and the key."""
    if case.state not in ASKED_AFTER or is_complaint(case.summary):
        return None
    return {"key": raw(keyring().counting).hex(), **{name: case.summary.get(name) for name in COUNTED}}


def counted_answer(visit: Visit, answer: str, *, again: bool) -> CountedAnswer | None:
    """The answer as a fact without a case, sealed; None for an end that is not counted."""
    told: Mapping[str, Any] | None = (visit.box.status or {}).get("count")
    if not told:
        return None
    fact = CountedAnswer(heard_on=clock.today().replace(day=1))
    attach(Inbox(bytes.fromhex(told["key"])), fact)
    fact.content = {"answer": answer, "again": again, **{name: told.get(name) for name in COUNTED}}
    return fact
