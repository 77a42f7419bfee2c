"""The queue of the press: a report is ordered to be signed or given, and a worker does it as whoever asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.stepping import stepping
from helpdesk.cases.release import NotToBeTold
from helpdesk.cases.workflow import NotNow, step
from helpdesk.ledger.actions import record
from helpdesk.lib import clock
from helpdesk.people.telling import Channel
from helpdesk.reports.access_press import order_for
from helpdesk.reports.actions.give import give_report, may_be_given, may_go_to
from helpdesk.reports.actions.keep import settle
from helpdesk.reports.actions.sign import may_be_signed, sign_report
from helpdesk.reports.actions.turn import TakenAway, Turn
from helpdesk.reports.models import PressOrder
from helpdesk.reports.workflow import IN_QUEUE, VERBS, Press, Stand

MOST_TRIES = 3
TWICE = "Dit rapport wordt al gemaakt om te tekenen. Wacht tot het klaar is, of neem de opdracht terug."
TOO_OFTEN = "Het drukken brak drie keer halverwege af. Er is niets getekend en niets meegegeven. Bel de beheerder."
OVER = "Dit is al klaar, of al teruggenomen."


def order_signing(*, file: CaseFile, report_id: UUID) -> UUID:
    """Let what the second reader agreed with be pressed, signed and frozen. Until then everything stays as it is.

    Raises:
        NotNow: it may not be signed now, for the reasons of `sign_report`, or that is being done.
    """
    may_be_signed(file, report_id)
    return _ordered(file, report_id, Press.SIGN)


def order_giving(
    *,
    file: CaseFile,
    report_id: UUID,
    to: UUID | None,
    channel: Channel,
    kinds: Sequence[str],
    line_numbers: bool = False,
) -> UUID:
    """Let a copy be pressed and given; the arguments are those of `give_report`. Nothing leaves yet.

    Raises:
        NotNow: it may not be given, or not to this person.
    """
    may_be_given(file, report_id, kinds)
    may_go_to(file, to, channel)
    asked = {"to": str(to or ""), "channel": str(channel), "kinds": list(kinds), "line_numbers": line_numbers}
    return _ordered(file, report_id, Press.GIVE, **asked)


def take_back_press(*, file: CaseFile, report_id: UUID, order_id: UUID) -> None:
    """It need not be made any more; or it was not made, and somebody saw why.

    Raises:
        NotNow: it was made meanwhile.
    """
    with stepping(file, "take-back-press") as case:
        row = order_for(file, report_id, order_id)
        rows = PressOrder.objects.filter(pk=row.pk, state__in=[*IN_QUEUE, Stand.REFUSED])
        if not rows.update(state=Stand.TAKEN_BACK):
            raise NotNow(OVER)
        settle(file, case)


def carry_out(*, file: CaseFile, order_id: UUID, tries: int) -> None:
    """Do what was ordered, with every check made anew. What may not be done ends with its reason.

    Args:
        file: the case as whoever asked may see it now.
        tries: which try this is; a newer one takes the order away from it.
    """
    row: PressOrder = file.mine(PressOrder.objects.get(case=file.case, pk=order_id))
    turn = Turn(file, order_id, tries)
    try:
        if tries > MOST_TRIES:
            raise NotNow(TOO_OFTEN)
        _act(file, row, turn)
    except TakenAway:
        return
    except (NotNow, NotToBeTold) as refusal:
        _refused(turn, str(refusal))


def _act(file: CaseFile, row: PressOrder, turn: Turn) -> None:
    if row.kind == Press.SIGN:
        sign_report(file=file, report_id=row.report_id, turn=turn)
        return
    said = row.content
    to, channel = UUID(said["to"]) if said["to"] else None, Channel(said["channel"])
    more = {"kinds": said["kinds"], "line_numbers": said["line_numbers"]}
    give_report(file=file, report_id=row.report_id, to=to, channel=channel, turn=turn, **more)


def _ordered(file: CaseFile, report_id: UUID, kind: Press, **asked: Any) -> UUID:
    row = file.mine(PressOrder(case=file.case, report_id=report_id, member=file.member, kind=kind, at=clock.now()))
    row.content = asked
    try:
        with stepping(file, "press-report", purpose=str(kind)) as case:
            step(VERBS[kind], case.state)
            row.save(force_insert=True)
            settle(file, case)
    except IntegrityError:
        raise NotNow(TWICE) from None
    order_id: UUID = row.pk
    return order_id


def _refused(turn: Turn, reason: str) -> None:
    """Also when the case has ended meanwhile, so no step of it is asked."""
    file = turn.file
    try:
        with transaction.atomic():
            case = file.mine(type(file.case).objects.select_for_update(of=("self",)).get(pk=file.case.pk))
            turn.refused(reason)
            settle(file, case)
            case.save()
            record("press-report", actor=file.actor, object_id=case.pk, result="refused")
    except TakenAway:
        return
