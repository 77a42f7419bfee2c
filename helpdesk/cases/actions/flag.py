"""Mark that somebody scolds, threatens or keeps calling; and take the mark away. The case stays open to the child."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.party import party_of
from helpdesk.cases.actions.stepping import change_summary, now_text, stepping
from helpdesk.cases.flags import KINDS, kept_flags, last_day
from helpdesk.cases.workflow import NotNow
from helpdesk.lib import clock


def flag_contact(*, file: CaseFile, kind: str, reason: str, until: date, party: UUID | None = None) -> None:
    """Warn colleagues until `until` (a day, that day included). Said again, the old mark is replaced.

    Args:
        party: about whom, of those around the child; None for whoever else asks about this case.

    Raises:
        NotNow: an unknown kind, a day that has passed or lies too far away, or the person is not there any more.
    """
    if kind not in KINDS:
        raise NotNow("Kies wat er is.")
    if not clock.today() <= until <= last_day():
        raise NotNow(f"Kies een dag van vandaag tot en met {last_day():%d-%m-%Y}.")
    if party is not None:
        party_of(file=file, party_id=party)
    with stepping(file, "flag-contact") as case:
        kept = {"kind": kind, "reason": reason.strip(), "until": until.isoformat()}
        mark = {**kept, "by": str(file.member.pk), "at": now_text()}
        change_summary(case, flags={**kept_flags(case.summary), str(party or ""): mark})


def unflag_contact(*, file: CaseFile, party: str = "") -> None:
    """Take the mark away before its day.

    Raises:
        NotNow: there is none.
    """
    with stepping(file, "unflag-contact") as case:
        left = kept_flags(case.summary)
        if left.pop(party, None) is None:
            raise NotNow("Er staat geen waarschuwing.")
        change_summary(case, flags=left)
