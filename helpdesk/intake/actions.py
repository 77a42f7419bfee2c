"""Ask: one form, one question, one receipt. Pressed twice it is the same receipt; a changed text is added."""

from __future__ import annotations

import hmac
import json
import logging
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from helpdesk.cases.access import Visit, visit_with
from helpdesk.cases.actions import AlreadyFiled, ProofSpent, Question, answer, file_question, spend_proof
from helpdesk.directory.reference import team_of
from helpdesk.intake.danger import speaks_of_danger
from helpdesk.intake.proof import TooSoon, admit
from helpdesk.intake.ticket import StaleTicket, Ticket
from helpdesk.lib.argon import Busy
from helpdesk.lib.receipts import Receipt
from helpdesk.lib.turns import Turns
from helpdesk.teams.teams import team_id

logger = logging.getLogger(__name__)
SAME_RECEIPT = timedelta(minutes=10)
MOST_ADDITIONS = 5
FACTS = ("asker", "theme", "age_band", "province", "language")
MORE = ("for_whom", "authority", "child_knows", "safe_contact", "code_word")
# Who asks often says already what she is of the child.
REQUESTERS = {"kind": "kind", "advocaat": "advocaat"}
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


def ask(data: dict[str, Any], *, address: str) -> Asked:
    """Take in a checked form.

    Raises:
        HandedBack: stale ticket, too soon, sent before, or a fault of ours. Nothing is stored, or it was stored before.
    """
    sealed = data["ticket"]
    try:
        ticket = Ticket.read(sealed)
        admit(ticket, sealed, data["pow"], address)
        with _turns.take(ticket.submission.bytes) as done:
            return _take_in(data, ticket, done)
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


def _take_in(data: dict[str, Any], ticket: Ticket, done: set[bytes]) -> Asked:
    """`done` holds the marks of the texts that this form brought in; it is empty at first, and after a restart."""
    question, mark = _question(data), _mark(data, ticket)
    danger = question.danger or bool(question.facts.get("danger_words"))
    known = mark in done
    if done and not known:
        known = _half(mark) not in done and _is_marked(mark)
    elif not done:
        new = _remember(mark)
        try:
            case = file_question(question, receipt=ticket.receipt, submission=ticket.submission)
        except AlreadyFiled:
            known = not new
        else:
            done.add(mark)
            return Asked(ticket.receipt, case.promise_on, danger)
    visit = _again(ticket)
    if not known:
        _add(visit, question, mark, done)
    done.add(mark)
    return Asked(ticket.receipt, _promise(visit), danger)


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
    done.add(_half(mark))
    answer(visit, _told(question), kind="addition")
    _remember(mark)
    done.discard(_half(mark))


def _half(mark: bytes) -> bytes:
    """Stands while an addition is being stored; when that breaks off, the mark alone does not count."""
    return b"half" + mark


def _question(data: dict[str, Any]) -> Question:
    asker, story = data["asker"], data["story"]
    facts = {name: data[name] for name in FACTS}
    facts |= {
        "requester_type": data["requester_type"] or REQUESTERS.get(asker, ""),
        "interpreter": bool(data["interpreter"]),
        "danger": data["danger"],
    }
    if speaks_of_danger(story):
        facts["danger_words"] = True
    more = {name: data[name] for name in MORE if data[name]}
    return Question(
        text=story,
        danger=data["danger"] == "ja",
        team_id=_team(data["theme"]),
        facts=facts,
        more=more,
    )


def _team(theme: str) -> UUID | None:
    """The team that the theme points to. None, or one that does not exist: triage decides, the question comes in."""
    try:
        return team_id(team_of(theme))
    except KeyError:
        return None


def _told(question: Question) -> str:
    """An addition is one text: the story, and under it what she says now about danger and contact."""
    said = {
        "Nu gevaar": "ja" if question.danger else "",
        "Veilig contact": question.more.get("safe_contact", ""),
        "Codewoord": question.more.get("code_word", ""),
    }
    lines = [f"{label}: {value}" for label, value in said.items() if value]
    return "\n\n".join([question.text, *(["\n".join(lines)] if lines else [])])


def _promise(visit: Visit) -> date | None:
    promise = (visit.box.status or {}).get("promise_on")
    return date.fromisoformat(promise) if promise else None


def _mark(data: dict[str, Any], ticket: Ticket) -> bytes:
    """Tells a text that was sent before from a changed one. Keyed with the receipt, which no database holds."""
    said = {name: value for name, value in data.items() if name not in {"ticket", "pow"}}
    key = ticket.receipt.to_bytes() + settings.KEYRING.ticket
    return hmac.digest(key, ticket.submission.bytes + json.dumps(said, sort_keys=True).encode(), "sha256")


def _remember(mark: bytes) -> bool:
    """Write the mark; False when it was there. No wait for the disk: the case's commit follows and takes it along."""
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL synchronous_commit TO off")
            spend_proof(mark)
    except ProofSpent:
        return False
    return True


class _OnlyLooking(Exception):
    """Rolls the look back."""


def _is_marked(mark: bytes) -> bool:
    """Whether the mark is there. This role cannot read the table; it tries to write, and takes the try back."""
    try:
        with transaction.atomic():
            spend_proof(mark)
            raise _OnlyLooking
    except ProofSpent:
        return True
    except _OnlyLooking:
        return False
