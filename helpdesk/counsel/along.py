"""Where places of lawyers hang on acts of the room below. A case does not go up in another while one is open."""

from __future__ import annotations

from typing import Any

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions import notice, sweep
from helpdesk.cases.actions.rooms_above import Both, Room, register
from helpdesk.counsel.access import destroy_all
from helpdesk.counsel.actions.end import end_without_leave
from helpdesk.counsel.reminding import is_needless
from helpdesk.counsel.telling import heard
from helpdesk.counsel.words import REMINDER
from helpdesk.reports import heard as reports


def register_all() -> None:
    """Once, when the program starts."""
    register("counsel", Room(_nothing_goes, _nothing_comes_back, _forget, end_without_leave))
    sweep.ask_too("counsel_keys_in_use")
    reports.register(heard)
    notice.ask_about(REMINDER, is_needless)


def _nothing_goes(_both: Both) -> list[str]:
    """Consents stay with the case in which they were given, so a place stays with them; `nothing_runs` asked first."""
    return []


def _nothing_comes_back(_both: Both, _kept: Any) -> None:
    """Nothing went."""


def _forget(file: CaseFile) -> None:
    """The keys of what lies ready; the rows go with the case."""
    destroy_all(file)
