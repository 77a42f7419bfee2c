"""What did not arrive, or perhaps not: a person looks, and tries once more or deals with it in another way."""

from __future__ import annotations

from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.queue import mark
from helpdesk.cases.actions.stepping import now_text, stepping
from helpdesk.cases.models import Outgoing
from helpdesk.cases.workflow import NotNow
from helpdesk.lib import clock

FAILED = frozenset({"dead", "unsure", "refused"})


def retry_mail(*, file: CaseFile, message_id: UUID) -> None:
    """Try once more what did not arrive, also after it was settled. The worker asks again whether it may go.

    Raises:
        NotNow: it has left, or is about to.
    """
    with stepping(file, "retry-mail"):
        row = _held(file, message_id, FAILED | {"settled"})
        mark(file, row, "waiting", "", keep={"settled": None}, due_at=clock.now(), tries=0)


def settle_mail(*, file: CaseFile, message_id: UUID, how: str) -> None:
    """Take it from the list of what did not arrive: somebody did it in another way, and says how in a word or two.

    Raises:
        NotNow: it has left, or is about to, or is settled.
    """
    with stepping(file, "settle-mail"):
        row = _held(file, message_id, FAILED)
        settled = {"by": str(file.member.pk), "at": now_text(), "how": how.strip()}
        mark(file, row, "settled", str(row.content.get("reason") or ""), keep={"settled": settled})


def _held(file: CaseFile, message_id: UUID, states: frozenset[str]) -> Outgoing:
    row: Outgoing | None = Outgoing.objects.select_for_update().filter(case=file.case, message=message_id).first()
    if row is None or row.state not in states:
        raise NotNow("Dit bericht is al weg, of gaat zo weg.")
    return file.mine(row)
