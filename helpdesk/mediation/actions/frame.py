"""What the talks are about, who leads them, and how they end."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions import drop_draft
from helpdesk.cases.actions.reason import checked_reason
from helpdesk.cases.actions.stepping import stepping
from helpdesk.cases.workflow import NotNow
from helpdesk.lib import clock
from helpdesk.mediation.access import everybody
from helpdesk.mediation.actions.keep import put_step, settle, writing
from helpdesk.mediation.drafts import START
from helpdesk.mediation.models import Mediation
from helpdesk.mediation.said import Frame
from helpdesk.mediation.words import US, After, Outcome
from helpdesk.mediation.workflow import Kind


def start_mediation(*, file: CaseFile, frame: Frame) -> Mediation:
    """Begin the talks.

    Raises:
        NotNow: somebody in it does not stand around the child (any more).
    """
    with stepping(file, "start-mediation") as case:
        _must_stand_here(file, frame)
        mediation = Mediation(case=file.case, created_on=clock.today())
        mediation.save(force_insert=True)
        put_step(file, mediation.pk, Kind.FRAME, number=1, **asdict(frame))
        settle(file, case)
        drop_draft(file, START)
    return mediation


def change_mediation(*, file: CaseFile, mediation_id: UUID, frame: Frame) -> None:
    """Set right what it is about, or who takes part. What was said by somebody who leaves the talks stays."""
    with writing(file, mediation_id, "change-mediation") as sheet:
        already = set(sheet.talks.parties)
        _must_stand_here(file, frame, already)
        sheet.put(Kind.FRAME, **asdict(frame))


def _must_stand_here(file: CaseFile, frame: Frame, already: set[str] | None = None) -> None:
    known = everybody(file)
    new = set(frame.parties) - (already or set())
    if any(one == US or one not in known or known[one].gone for one in new):
        raise NotNow("Iemand die je koos, staat er niet meer bij.")


def end_mediation(*, file: CaseFile, mediation_id: UUID, outcome: Outcome, text: str, after: After, on: date) -> None:
    """End the talks: what came of them, what it brought the child (`text`), and what comes next.

    Raises:
        NotNow: it says that all was kept, and a promise is open or broken.
    """
    with writing(file, mediation_id, "end-mediation", draft="ending") as sheet:
        promises = sheet.talks.promises
        if outcome == Outcome.KEPT and (not promises or any(one.open or one.broken for one in promises)):
            raise NotNow("Nog niet alle afspraken zijn nagekomen. Kijk ze na, of kies: deels gelukt.")
        sheet.put(Kind.END, outcome=str(outcome), text=text, after=str(after), on=on)


def reopen_mediation(*, file: CaseFile, mediation_id: UUID, reason: str) -> None:
    """Go on with talks that had ended; why is kept."""
    with writing(file, mediation_id, "reopen-mediation") as sheet:
        sheet.put(Kind.REOPEN, text=checked_reason(reason), on=clock.today())
