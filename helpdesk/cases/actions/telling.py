"""What was agreed about telling: consents, and exceptions to the rule that two colleagues make together."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.party import party_of
from helpdesk.cases.actions.rooms_above import tell_no_more
from helpdesk.cases.actions.stepping import change_summary, now_text, stepping
from helpdesk.cases.consents import BY_THE_ASKER
from helpdesk.cases.models import AskedException, Consent, Party, Withdrawal
from helpdesk.cases.workflow import NotNow
from helpdesk.lib import clock
from helpdesk.people import consent
from helpdesk.people.person import Person
from helpdesk.people.telling import NEVER_WHERE, Channel, Subject, stands_against

LASTS = timedelta(hours=24)
WORDS_ENOUGH = 20


def record_consent(*, file: CaseFile, agreed: consent.Consent) -> Consent:
    """Write down that somebody may be told, who said so, and what was explained first.

    Raises:
        NotNow: the person is not there, or the record is not whole; a sentence for each thing that is missing.
    """
    party_of(file=file, party_id=UUID(agreed.party))
    if missing := agreed.missing():
        raise NotNow(" ".join(missing))
    with stepping(file, "record-consent") as case:
        row = file.mine(Consent(case=file.case, created_on=clock.today()))
        row.content = {**agreed.as_content(), "by": str(file.member.pk), "at": now_text()}
        row.save(force_insert=True)
        change_summary(case, agreed=_as_the_asker_sees_it(file))
    return row


def withdraw_consent(*, file: CaseFile, consent_id: UUID) -> None:
    """From now on not any more. What was told before is not undone, and the record stays to say why.

    One that the asker stopped herself is settled by it: seen here, and kept as hers.

    Raises:
        NotNow: it is not in this case, or was withdrawn already.
    """
    with stepping(file, "withdraw-consent") as case:
        row: Consent | None = Consent.objects.select_for_update().filter(case=file.case, pk=consent_id).first()
        if row is None or file.mine(row).content.get("withdrawn_at"):
            raise NotNow("Deze toestemming is er niet meer.")
        me, hers = str(file.member.pk), _stops(file, consent_id)
        first = min((stop.content["at"] for stop in hers), default="")
        ended = {"withdrawn_at": first or now_text(), "withdrawn_by": BY_THE_ASKER if first else me, "seen_by": me}
        row.content = {**row.content, **ended}
        row.save(update_fields=["content"])
        Withdrawal.objects.filter(pk__in=[stop.pk for stop in hers]).update(settled=True)
        change_summary(case, agreed=_as_the_asker_sees_it(file))
        tell_no_more(file, case, UUID(row.content["party"]))


def _stops(file: CaseFile, consent_id: UUID) -> list[Withdrawal]:
    """What the asker stopped of this consent, and is not settled."""
    rows = Withdrawal.objects.select_for_update().filter(case=file.case, settled=False)
    return [row for row in file.open(rows) if row.content["consent"] == str(consent_id)]


def _as_the_asker_sees_it(file: CaseFile) -> list[dict[str, Any]]:
    """What counts today, for her mailbox: part and letters, what, until when. Words are chosen when she reads."""
    people = {str(row.pk): Person.of(row.content) for row in file.open(Party.objects.filter(case=file.case))}
    found = []
    for row in file.open(Consent.objects.filter(case=file.case).order_by("created_on", "id")):
        one = consent.Consent.of(row.content)
        if one.counts_on(clock.today()) and (who := people.get(one.party)):
            told = [str(subject) for subject in Subject if subject in one.subjects]
            shown = {"part": str(who.part), "initials": who.initials, "told": told}
            found.append({"id": str(row.pk), "until": one.expires_on.isoformat(), **shown})
    return found


def ask_exception(
    *, file: CaseFile, party_id: UUID, subjects: Iterable[Subject], channel: Channel, reason: str
) -> AskedException:
    """Ask a second colleague to allow something once that was not agreed.

    Raises:
        NotNow: the person is not there, or would hear where the child is and stands against it. That is never allowed.
    """
    person = Person.of(party_of(file=file, party_id=party_id).content)
    told = sorted({Subject.CONTACT, *subjects})
    if Subject.WHEREABOUTS in told and stands_against(person):
        raise NotNow(NEVER_WHERE)
    if len(reason.strip()) < WORDS_ENOUGH:
        raise NotNow("Leg uit waarom het moet, in ten minste 20 letters.")
    with stepping(file, "ask-exception"):
        row = file.mine(AskedException(case=file.case, created_on=clock.today()))
        row.content = {
            "party": str(party_id),
            "subjects": [str(subject) for subject in told],
            "channel": str(channel),
            "reason": reason.strip(),
            "by": str(file.member.pk),
            "at": now_text(),
        }
        row.save(force_insert=True)
    return row


def grant_exception(*, file: CaseFile, exception_id: UUID) -> None:
    """Allow it: once, for a day, by another colleague than who asked.

    Raises:
        NotNow: it waits no more, or this is the colleague who asked.
    """
    with stepping(file, "grant-exception"):
        rows = AskedException.objects.select_for_update().filter(case=file.case, state="asked")
        row: AskedException | None = rows.filter(pk=exception_id).first()
        if row is None:
            raise NotNow("Deze vraag wacht niet meer.")
        if file.mine(row).content["by"] == str(file.member.pk):
            raise NotNow("Je vroeg dit zelf. Een andere collega moet het toestaan.")
        until = (clock.now() + LASTS).isoformat(timespec="seconds")
        row.content = {**row.content, "granted_by": str(file.member.pk), "until": until}
        row.state = "granted"
        row.save(update_fields=["content", "state"])
