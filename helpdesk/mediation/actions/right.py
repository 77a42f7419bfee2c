"""Setting right what was written: struck or given other words, and both stay to be seen. A slip is taken back."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.reason import checked_reason
from helpdesk.cases.workflow import NotNow
from helpdesk.lib import clock
from helpdesk.mediation.actions.keep import Sheet, writing
from helpdesk.mediation.talks import Line
from helpdesk.mediation.workflow import Kind

A_SLIP = timedelta(days=1)
FIXED = frozenset({Kind.FRAME, Kind.TAKE_BACK, Kind.CORRECTION})  # changed by a new frame, or taken back
WORDED = frozenset({Kind.POSITION, Kind.PROPOSAL, Kind.AGREEMENT, Kind.INFORMATION, Kind.END, Kind.ANSWER, Kind.MARK})


def correct_mediation(*, file: CaseFile, mediation_id: UUID, step: str, reason: str, text: str = "") -> None:
    """Say that a step was not right, and why. With `text` it gets these words; without, it counts no more.

    Raises:
        NotNow: it is not there, was struck already, or is of a kind that is changed in another way.
    """
    with writing(file, mediation_id, "correct-mediation") as sheet:
        line = _line(sheet, step)
        if line.kind in FIXED:
            raise NotNow("Dit kun je bijwerken, niet rechtzetten.")
        if text and line.kind not in WORDED:
            raise NotNow("Wat verstuurd of gevraagd is, krijgt geen andere woorden. Vraag het opnieuw.")
        sheet.put(Kind.CORRECTION, of=step, reason=checked_reason(reason), text=text)


def take_back_step(*, file: CaseFile, mediation_id: UUID, step: str) -> None:
    """Undo a slip: within a day, by whoever wrote it.

    Raises:
        NotNow: it is somebody else's, too old, or left the house.
    """
    with writing(file, mediation_id, "correct-mediation") as sheet:
        line = _line(sheet, step)
        if not may_take_back(line, str(file.member.pk)):
            raise NotNow("Terugnemen kan een dag lang, door wie het schreef. Zet het anders recht, met een reden.")
        sheet.put(Kind.TAKE_BACK, of=step)


def may_take_back(line: Line, member_id: str) -> bool:
    """Whether the button is shown. What was asked has left; the first frame is the mediation itself."""
    if line.struck or line.by != member_id or line.kind in {Kind.FRAME, Kind.TAKE_BACK, Kind.REQUEST}:
        return False
    return clock.now() - line.at < A_SLIP


def _line(sheet: Sheet, step: str) -> Line:
    line = sheet.talks.line(step)
    if line is None or line.struck:
        raise NotNow("Dit staat er niet meer, of het is al rechtgezet.")
    return line
