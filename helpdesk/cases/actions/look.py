"""Looking closer: what lies veiled on the case page is shown by an act, so that the ledger knows."""

from __future__ import annotations

from helpdesk.cases.access import CaseFile
from helpdesk.cases.models import Message
from helpdesk.ledger.actions import record_now


def show_code_word(*, file: CaseFile) -> str:
    """The word by which the asker knows that it is us; empty when she gave none. Recorded before it is shown."""
    record_now("show-code-word", actor=file.actor, object_id=file.case.pk)
    first = Message.objects.filter(case=file.case).order_by("created_on", "visible_at", "id").first()
    more = (file.mine(first).content.get("more") or {}) if first else {}
    return str(more.get("code_word") or "")
