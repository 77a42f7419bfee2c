"""Mark that somebody scolds, threatens or keeps calling; and take the mark away. The case stays open to the child."""

from __future__ import annotations

from datetime import date

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.stepping import change_summary, now_text, stepping
from helpdesk.cases.flags import KINDS, flag_of, last_day
from helpdesk.cases.workflow import NotNow
from helpdesk.lib import clock


def flag_contact(*, file: CaseFile, kind: str, reason: str, until: date) -> None:
    """Warn colleagues until `until` (a day, that day included). Said again, the old mark is replaced.

    Raises:
        NotNow: an unknown kind, or a day that has passed or lies too far away.
    """
    if kind not in KINDS:
        raise NotNow("Kies wat er is.")
    if not clock.today() <= until <= last_day():
        raise NotNow(f"Kies een dag van vandaag tot en met {last_day():%d-%m-%Y}.")
    with stepping(file, "flag-contact") as case:
        kept = {"kind": kind, "reason": reason.strip(), "until": until.isoformat()}
        change_summary(case, flag={**kept, "by": str(file.member.pk), "at": now_text()})


def unflag_contact(*, file: CaseFile) -> None:
    """Take the mark away before its day.

    Raises:
        NotNow: there is none.
    """
    with stepping(file, "unflag-contact") as case:
        if flag_of(case.summary) is None:
            raise NotNow("Er staat geen waarschuwing.")
        change_summary(case, flag=None)
