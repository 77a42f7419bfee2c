"""Asking somebody for information. It leaves by the doors of every mail and call, in that person's own thread."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions import call_party, drop_draft, write_to_party
from helpdesk.cases.actions.call import REACHED
from helpdesk.cases.models import Case
from helpdesk.cases.release import NotToBeTold
from helpdesk.cases.workflow import NotNow
from helpdesk.ledger.actions import record
from helpdesk.lib import clock
from helpdesk.mediation.access import everybody
from helpdesk.mediation.actions.keep import settle, sheet_of, writing
from helpdesk.mediation.drafts import draft_kind
from helpdesk.mediation.said import Asked
from helpdesk.mediation.talks import Request
from helpdesk.mediation.workflow import Kind
from helpdesk.people.telling import Subject

VERB = "ask-information"


def ask_information(
    *, file: CaseFile, mediation_id: UUID, asked: Asked, knowing: bool = False, word_asked: bool = False
) -> None:
    """Ask by mail, or write down that it was asked by telephone. What leaves and what we remember are one act.

    Raises:
        NotNow: it may not go to this person, not now, or not with these words; nothing was asked.
        AskAgain: it may, when `knowing` is set.
    """
    sheet_of(file, mediation_id, VERB)  # before anything is released
    who = everybody(file).get(str(asked.party))
    if who is None or who.child:
        raise NotNow("Vraag dit aan iemand van een instelling of om het kind heen, niet aan het kind zelf.")

    def remember(case: Case, row: UUID) -> None:
        sheet = sheet_of(file, mediation_id, VERB)
        message = str(row) if asked.channel == "email" else ""
        said = {"party": str(asked.party), "channel": asked.channel, "text": asked.text, "message": message}
        days = {"on": clock.today(), "wanted_by": asked.wanted_by, "remind_on": asked.remind_on}
        sheet.put(Kind.REQUEST, **said, **days)
        settle(file, case)
        record(VERB, actor=file.actor, object_id=case.pk)
        drop_draft(file, draft_kind("request", mediation_id))

    told: Iterable[Subject] = asked.subjects
    if asked.channel == "email":
        write_to_party(file=file, party_id=asked.party, text=asked.text, subjects=told, knowing=knowing, also=remember)
        return
    try:
        call_party(
            file=file,
            party_id=asked.party,
            result=REACHED,
            subjects=told,
            text=asked.text,
            word_asked=word_asked,
            also=remember,
        )
    except NotToBeTold as refusal:
        raise NotNow(str(refusal)) from None


def record_information(
    *, file: CaseFile, mediation_id: UUID, request: str, text: str, on: date, source: str = ""
) -> None:
    """Write down what came back."""
    with writing(file, mediation_id, "record-information", draft="report") as sheet:
        answer_of(sheet.talks.requests, request)
        sheet.put(Kind.INFORMATION, request=request, text=text, on=on, source=source)


def answer_of(requests: Iterable[Request], request_id: str) -> Request:
    """The question that is answered; raises NotNow when it is not (or no longer) there."""
    for one in requests:
        if one.line.id == request_id:
            return one
    raise NotNow("Deze vraag om informatie is er niet meer.")
