"""Ask: one form, one question, one receipt. Pressed twice it is the same receipt; a changed text is added."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db import Error
from django.utils import timezone

from helpdesk.cases.access import Visit, visit_with
from helpdesk.cases.actions import (
    NO_PICTURES,
    AlreadyFiled,
    Kept,
    Question,
    Received,
    answer,
    file_complaint,
    file_question,
    keep_files,
    unwanted,
)
from helpdesk.intake.marks import half, is_marked, mark_of, remember
from helpdesk.intake.proof import TooSoon, admit
from helpdesk.intake.question import complaint_from, question_from, told
from helpdesk.intake.ticket import StaleTicket, Ticket
from helpdesk.lib.argon import Busy
from helpdesk.lib.receipts import Receipt
from helpdesk.lib.turns import Turns

logger = logging.getLogger(__name__)
SAME_RECEIPT = timedelta(minutes=10)
MOST_ADDITIONS = 5
_turns = Turns()


class HandedBack(Exception):
    """Not taken in. The asker gets her form back, with everything in it and this sentence above it."""

    def __init__(self, sentence: str, *, fresh: bool = False, status: int = 200) -> None:
        self.sentence, self.fresh, self.status = sentence, fresh, status
        super().__init__(sentence)


@dataclass(frozen=True)
class Asked:
    """What the asker sees, once, after both commits."""

    receipt: Receipt = field(repr=False)
    promise_on: date | None
    danger: bool
    kept: tuple[Kept, ...] = ()


def complain(data: dict[str, Any], *, address: str) -> Asked:
    """Take in a complaint about ourselves, as a question is; raises HandedBack as `ask` does."""
    return ask(data, address=address, about_us=True)


def ask(data: dict[str, Any], *, address: str, files: Sequence[Received] = (), about_us: bool = False) -> Asked:
    """Take in a checked form, and after the words are safe the files beside them.

    Raises:
        HandedBack: stale ticket, too soon, sent before, or a fault of ours. Nothing is stored, or it was stored before.
    """
    sealed = data["ticket"]
    try:
        ticket = Ticket.read(sealed)
        admit(ticket, sealed, data["pow"], address)
        with _turns.take(ticket.submission.bytes) as done:
            return _take_in(data, ticket, done, files, about_us=about_us)
    except HandedBack:
        raise
    except StaleTicket:
        raise HandedBack("error.stale", fresh=True) from None
    except TooSoon:
        raise HandedBack("error.too_soon") from None
    except Busy:
        raise HandedBack("error.busy", status=503) from None
    except Exception:
        # Whatever broke, and mostly it is a database that is away: a child's text does not vanish in an error page.
        logger.exception("a question could not be stored")
        raise HandedBack("error.down", status=503) from None


def _take_in(
    data: dict[str, Any], ticket: Ticket, done: set[bytes], files: Sequence[Received], *, about_us: bool
) -> Asked:
    """`done` holds the marks of the texts that this form brought in; it is empty at first, and after a restart."""
    question, mark = (complaint_from if about_us else question_from)(data), mark_of(data, ticket)
    danger = question.danger or bool(question.facts.get("danger_words"))
    known = mark in done
    if done and not known:
        known = half(mark) not in done and is_marked(mark)
    elif not done:
        new = remember(mark)
        try:
            case = (file_complaint if about_us else file_question)(
                question, receipt=ticket.receipt, submission=ticket.submission
            )
        except AlreadyFiled:
            known = not new
        else:
            done.add(mark)
            return Asked(ticket.receipt, case.promise_on, danger, _keep(files, ticket, data))
    visit = _again(ticket)
    kept: tuple[Kept, ...] = ()
    if not known:
        _add(visit, question, mark, done)
        kept = _keep(files, ticket, data)
    done.add(mark)
    return Asked(ticket.receipt, _promise(visit), danger, kept)


def _keep(files: Sequence[Received], ticket: Ticket, data: dict[str, Any]) -> tuple[Kept, ...]:
    """The question is stored by now; whatever goes wrong with a file, it stays. No pictures about exploitation."""
    if not files:
        return ()
    if data["theme"] in NO_PICTURES:
        return unwanted(files)
    try:
        visit = visit_with(ticket.receipt)
    except (Busy, Error):
        visit = None
    if visit is None:
        return tuple(Kept(one.name, "refused", "down") for one in files)
    return keep_files(visit, files)


def _again(ticket: Ticket) -> Visit:
    """The mailbox that this form made before."""
    visit = visit_with(ticket.receipt)
    if visit is None:  # wiped meanwhile, or its keys were lost: what she sends now is a new question
        raise HandedBack("error.stale", fresh=True)
    if timezone.now() - visit.box.made_at > SAME_RECEIPT:
        raise HandedBack("error.already_sent", status=409)
    return visit


def _add(visit: Visit, question: Question, mark: bytes, done: set[bytes]) -> None:
    """Another text under the same ticket is an addition. Stored first, marked after: rather twice than not at all."""
    if len(done) > MOST_ADDITIONS:
        raise HandedBack("error.already_sent", status=409)
    done.add(half(mark))
    answer(visit, told(question), kind="addition")
    remember(mark)
    done.discard(half(mark))


def _promise(visit: Visit) -> date | None:
    promise = (visit.box.status or {}).get("promise_on")
    return date.fromisoformat(promise) if promise else None
