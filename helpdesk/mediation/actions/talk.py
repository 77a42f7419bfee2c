"""What is said in the talks: positions, proposals and their answers, agreements and what became of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.workflow import NotNow
from helpdesk.lib.ids import new_id
from helpdesk.mediation.actions.keep import Sheet, writing
from helpdesk.mediation.said import Made
from helpdesk.mediation.talks import Promise, Proposal
from helpdesk.mediation.words import US, Mark, Reply
from helpdesk.mediation.workflow import Kind

PROPOSAL_GONE = "Dit voorstel is er niet meer."


def record_position(*, file: CaseFile, mediation_id: UUID, party: str, text: str, on: date, source: str = "") -> None:
    """Write down what somebody wants. The position before it stays to be read.

    Args:
        source: where it was said, "message:…" or "contact:…"; empty when it lies nowhere in the case.
    """
    with writing(file, mediation_id, "record-position", draft="position") as sheet:
        _must_take_part(sheet, party)
        sheet.put(Kind.POSITION, party=party, text=text, on=on, source=source)


def make_proposal(
    *, file: CaseFile, mediation_id: UUID, author: str, to: Sequence[str], text: str, on: date, until: date | None
) -> None:
    """Put something to others, who answer one by one.

    Raises:
        NotNow: somebody takes no part, or it was put to its own author.
    """
    with writing(file, mediation_id, "make-proposal", draft="proposal") as sheet:
        if author in to:
            raise NotNow("Wie het voorstel doet, hoeft er zelf niet op te antwoorden.")
        _must_take_part(sheet, *to, *({author} - {US}))
        sheet.put(Kind.PROPOSAL, author=author, to=list(to), text=text, on=on, until=until)


def answer_proposal(
    *, file: CaseFile, mediation_id: UUID, proposal: str, party: str, reply: Reply, text: str, on: date
) -> None:
    """Write down what one of them said to a proposal; a newer answer speaks for an older one."""
    with writing(file, mediation_id, "answer-proposal") as sheet:
        put = _proposal(sheet, proposal)
        if party not in {one.party for one in put.answers}:
            raise NotNow("Aan deze persoon is het voorstel niet gedaan.")
        sheet.put(Kind.ANSWER, proposal=proposal, party=party, reply=str(reply), text=text, on=on)


def make_agreement(
    *, file: CaseFile, mediation_id: UUID, text: str, promises: Sequence[Made], on: date, proposal: str = ""
) -> None:
    """Write down what was agreed: who does what by when. From a proposal to which all said yes, or directly.

    Raises:
        NotNow: not everybody said yes to that proposal, or it was agreed on already.
    """
    with writing(file, mediation_id, "make-agreement", draft="agreement") as sheet:
        if proposal:
            put = _proposal(sheet, proposal)
            if put.agreed or not put.accepted:
                raise NotNow("Nog niet iedereen heeft ja gezegd tegen dit voorstel, of de afspraak staat er al.")
        if not promises:
            raise NotNow("Schrijf ten minste één afspraak op: wie doet wat, en wanneer.")
        _must_take_part(sheet, *({one.who for one in promises} - {US}))
        kept = [{"id": str(new_id()), "who": one.who, "what": one.what, "by": one.by.isoformat()} for one in promises]
        sheet.put(Kind.AGREEMENT, proposal=proposal, text=text, promises=kept, on=on)


def mark_promise(
    *,
    file: CaseFile,
    mediation_id: UUID,
    promise: str,
    mark: Mark,
    text: str,
    on: date,
    what: str = "",
    by: date | None = None,
) -> None:
    """Say what became of a promise, and how we know (`text`). One that was changed gets its new words and day.

    Raises:
        NotNow: there is no such promise (any more), or it was changed into the same.
    """
    with writing(file, mediation_id, "mark-promise") as sheet:
        made = _promise(sheet, promise)
        if mark != Mark.CHANGED:
            sheet.put(Kind.MARK, promise=promise, mark=str(mark), text=text, on=on)
            return
        if (what or made.what) == made.what and (by or made.by) == made.by:
            raise NotNow("Schrijf wat er anders is: een andere dag, of iets anders wat er gebeurt.")
        sheet.put(
            Kind.MARK, promise=promise, mark=str(mark), text=text, on=on, what=what or made.what, by=by or made.by
        )


def _must_take_part(sheet: Sheet, *party_ids: str) -> None:
    if set(party_ids) - set(sheet.talks.parties):
        raise NotNow("Deze persoon praat niet mee. Zet hem of haar er eerst bij.")


def _proposal(sheet: Sheet, proposal_id: str) -> Proposal:
    for one in sheet.talks.proposals:
        if one.line.id == proposal_id:
            return one
    raise NotNow(PROPOSAL_GONE)


def _promise(sheet: Sheet, promise_id: str) -> Promise:
    for one in sheet.talks.promises:
        if one.id == promise_id:
            return one
    raise NotNow("Deze afspraak is er niet meer.")
