"""Looks at a file that came in: the virus scanner first, then the copy. It writes nothing."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from helpdesk.lib.files.clamd import Verdict, scan
from helpdesk.lib.files.kinds import OFFICE, PUBLIC, STAFF, Refused, Taken, Waits
from helpdesk.lib.files.safe import SafeCopy, safe_copy

_WAIT = 20.0  # seconds for a turn; two copies at a time keep the machine answering
_turns = threading.BoundedSemaphore(2)


@dataclass(frozen=True)
class Judged:
    """What was found: a state of `Attachment`, a word of ours, and the safe copy where there is one."""

    state: str
    reason: str = ""
    copy: SafeCopy | None = None
    scanned: bool = False

    def told(self) -> dict[str, Any]:
        """For the row's sealed content."""
        return {
            "reason": self.reason,
            "kind": self.copy.type if self.copy else "",
            "pages": self.copy.pages if self.copy else 0,
            "drawn": self.copy is not None and self.copy.kind in OFFICE,
            "scanned": self.scanned,
        }


def taken_from(source: str) -> Taken:
    """What is taken in: images and PDF over the public form, from colleagues and by mail also what is written."""
    return PUBLIC if source == "website" else STAFF


def judge(name: str, data: bytes, source: str) -> Judged:
    """Never fails on what it is given. Without a turn or without the scanner it waits; it is not shown unchecked."""
    verdict = scan(settings.CLAMD, data)
    match verdict:
        case Verdict.FOUND:
            return Judged("refused", "virus")
        case Verdict.AWAY:
            return Judged("waiting", "scanner")
        case Verdict.OLD:
            return Judged("waiting", "signatures")
    if not _turns.acquire(timeout=_WAIT):
        return Judged("waiting", "busy")
    try:
        copy = safe_copy(name, data, taken=taken_from(source))
        return Judged("safe", copy=copy, scanned=verdict is Verdict.CLEAN)
    except Waits as waits:
        return Judged("waiting", waits.reason)
    except Refused as refused:
        return Judged("refused", refused.reason)
    finally:
        _turns.release()
