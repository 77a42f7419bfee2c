"""Where the child is: kept apart, shown for a reason, gone when nobody has needed it for a while."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from helpdesk.cases.access import CaseFile
from helpdesk.cases.access_whereabouts import forget_keys_of_whereabouts, new_whereabouts, whereabouts_of
from helpdesk.cases.actions.stepping import now_text, stepping
from helpdesk.cases.models import Whereabouts
from helpdesk.lib import clock

FIELDS = ("address", "shelter", "school", "telephone", "residence", "note")
KEPT = timedelta(days=90)


def set_whereabouts(*, file: CaseFile, typed: dict[str, str]) -> None:
    """Keep where the child is. With nothing typed the record goes, its key first."""
    row = whereabouts_of(file, verb="set-whereabouts")
    known = {name: (typed.get(name) or "").strip() for name in FIELDS}
    if not any(known.values()):
        with stepping(file, "set-whereabouts"):
            pass
        _forget(file)
        return
    if row is None:
        _forget(file)  # what was left of one whose key is gone
    kept = row or new_whereabouts(file)
    looks = row.content.get("looks", []) if row else []
    with stepping(file, "set-whereabouts"):
        kept.content = {**known, "by": str(file.member.pk), "at": now_text(), "looks": looks}
        kept.used_on = clock.today()
        kept.save(force_insert=row is None)


def show_whereabouts(*, file: CaseFile, reason: str) -> dict[str, Any]:
    """Where the child is, for somebody who says why; empty when nothing is known. Counts as use."""
    row = whereabouts_of(file, verb="show-whereabouts")
    if row is None:
        return {}
    look = {"by": str(file.member.pk), "at": now_text(), "reason": reason}
    row.content = {**row.content, "looks": [*row.content.get("looks", []), look][-50:]}
    row.used_on = clock.today()
    row.save(update_fields=["content", "used_on"])
    return {name: row.content.get(name) or "" for name in FIELDS}


def _forget(file: CaseFile) -> None:
    rows = Whereabouts.objects.filter(case=file.case)
    forget_keys_of_whereabouts(list(rows.values_list("key_id", flat=True)))
    rows.delete()


def sweep_whereabouts() -> int:
    """Forget what nobody wrote or read for ninety days; return how many. Keys first."""
    rows = Whereabouts.objects.all()
    gone = rows.unused_since(clock.today() - KEPT)
    forget_keys_of_whereabouts(gone)
    rows.sweep(gone)
    return len(gone)
