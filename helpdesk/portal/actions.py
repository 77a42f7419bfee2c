"""What the asker does: try her code, write back (once, however often she presses), read a letter, wipe all."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db import Error

from helpdesk.cases.actions import (
    Kept,
    Received,
    allow_again,
    answer,
    burn_mailbox,
    keep_files,
    mark_letter_read,
    stop_consent,
    unwanted,
)
from helpdesk.cases.actions import pass_how_by as pass_by
from helpdesk.cases.actions import tell_how as send_how
from helpdesk.cases.models import HEARD, Letter
from helpdesk.lib.argon import Busy
from helpdesk.lib.turns import Turns
from helpdesk.portal.access import OpenVisit, open_with
from helpdesk.portal.proof import NotYet, admit, note_wrong_code
from helpdesk.portal.tokens import Knock, NotThisForm

_turns = Turns()


class StillClosed(Exception):
    """It stays closed. She gets the form for the code again, with this sentence and this knock."""

    def __init__(self, sentence: str, knock: Knock, *, status: int = 200) -> None:
        self.sentence, self.knock, self.status = sentence, knock, status
        super().__init__(sentence)


def try_code(code: str, *, token: str, proof: str, address: str) -> tuple[OpenVisit, Knock]:
    """Open a mailbox. Unknown, expired, burnt, and no code at all: one and the same answer.

    Raises:
        StillClosed: with the reason in words that tell nothing about the code.
    """
    try:
        knock = Knock.read(token)
    except NotThisForm:
        raise StillClosed("error.knock_again", Knock.new()) from None
    try:
        admit(knock, token, proof, address)
        opened = open_with(code)
    except NotYet as reason:
        raise StillClosed("error.knock_again", knock.again() if reason.used else knock) from None
    except Busy:
        raise StillClosed("error.busy", knock.again(), status=503) from None
    except Error:
        raise StillClosed("error.down_text", knock, status=503) from None
    if opened is None:
        note_wrong_code(address)
        raise StillClosed("error.wrong_code", knock.again())
    return opened, knock


def reply(opened: OpenVisit, body: str, files: Sequence[Received] = ()) -> tuple[Kept, ...]:
    """Send to the case. The same words from the same page count once, for as long as a visit can last.

    Returns:
        What became of the files beside them.
    """
    if opened.page is None:
        raise ValueError("A reply comes from a page of the visit.")
    words = hashlib.sha256(opened.page.number + body.encode()).digest()
    with _turns.take(opened.page.number) as done:
        if words not in done:
            answer(opened.visit, body)
            done.add(words)
            return unwanted(files) if opened.wants_no_pictures else keep_files(opened.visit, files)
    return ()


def tell_how(opened: OpenVisit, told: Mapping[str, Any]) -> OpenVisit:
    """Send how it went, once for a page. Gives the visit in which that is known."""
    if opened.page is None:
        raise ValueError("An answer comes from a page of the visit.")
    words = hashlib.sha256(opened.page.number + repr(sorted(told.items())).encode()).digest()
    with _turns.take(opened.page.number) as done:
        if words not in done:
            send_how(opened.visit, answer=told["how"], text=told["body"], again=told["again"])
            done.add(words)
    opened.visit.box.heard = HEARD
    return opened


def pass_how_by(opened: OpenVisit) -> OpenVisit:
    """She would rather not say."""
    pass_by(opened.visit)
    opened.visit.box.heard = HEARD
    return opened


def read_letter(opened: OpenVisit, letter: Letter) -> OpenVisit:
    """Mark that it was shown; from the next visit on it is not shown any more. Gives the visit that knows it."""
    if letter.read_at is not None:
        return opened
    mark_letter_read(opened.visit, letter)
    return replace(opened, sitting=opened.sitting.with_read(letter.pk))


def stop(opened: OpenVisit, consent: str) -> dict[str, Any] | None:
    """Stop one thing that she agreed to; what was stopped, or None when it does not stand there (any more)."""
    return stop_consent(opened.visit, consent)


def allow(opened: OpenVisit, stopped: str) -> bool:
    """Put back what she stopped a moment ago."""
    try:
        return allow_again(opened.visit, UUID(stopped))
    except ValueError:
        return False


def burn(opened: OpenVisit) -> None:
    """Wipe: the key, the letters, the mailbox. The code opens nothing from now on."""
    burn_mailbox(opened.visit)
