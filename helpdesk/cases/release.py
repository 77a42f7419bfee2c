"""The one door out. Whatever leaves a case for somebody passes here first, and a refusal says why.

A transport (the mailbox, the mail queue, the call sheet, a print) takes a `Release` and nothing else, so that what was
not asked here cannot be sent there. `tests/ways_out.py` looks for transports that do not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.asker_said import asker_said
from helpdesk.cases.consents import consents_of
from helpdesk.cases.models import AskedException, Consent, Party
from helpdesk.ledger.actions import record_now
from helpdesk.lib import clock
from helpdesk.people import consent
from helpdesk.people.asker import AskerContact, may_go_to_asker
from helpdesk.people.asker_call import may_call_asker
from helpdesk.people.person import Person
from helpdesk.people.telling import Answer, Channel, Subject, may_go_out

_HERE = object()
GONE = Answer(False, "Deze persoon staat er niet meer bij.", never=True)


class NotToBeTold(ValueError):
    """It may not go out. The sentence is for the colleague; nothing has left. `never`: no exception can be asked."""

    def __init__(self, reason: str, *, never: bool = False) -> None:
        super().__init__(reason)
        self.never = never


@dataclass(frozen=True)
class Release:
    """Leave to tell one participant of one case about these subjects by this channel. Made by `release` alone.

    `party_id` is None for the asker. `exception_id`: two colleagues allowed it, against the rule.
    """

    case_id: UUID
    party_id: UUID | None
    subjects: frozenset[Subject]
    channel: Channel
    made_by: object
    exception_id: UUID | None = None

    def __post_init__(self) -> None:
        if self.made_by is not _HERE:
            raise TypeError("A release comes from cases.release.release().")

    def must_be(self, case_id: UUID, *channels: Channel) -> None:
        """For a transport: raises ValueError when this leave is for another case or another way out."""
        if self.case_id != case_id or self.channel not in channels:
            raise ValueError("This release is for something else.")


def release(
    file: CaseFile,
    *,
    to: Party,
    subjects: Iterable[Subject],
    channel: Channel,
    at: datetime | None = None,
    exception: UUID | None = None,
    word_asked: bool = False,
) -> Release:
    """Leave for what is about to go to `to`. Outside a transaction, for a refusal stays on record.

    Args:
        file: the case, opened for the verb that sends.
        to: the participant, a row of this case.
        subjects: what it tells; that there is contact at all is always among them.
        channel: the way that it goes.
        at: when it goes, aware; now by default.
        exception: the granted exception that is meant; by default any that fits and that this member asked. Used up.
        word_asked: whether the caller asks for the code word first.

    Raises:
        NotToBeTold: it was not agreed; the refusal is in the ledger.
    """
    party = file.mine(to)
    told = frozenset({Subject.CONTACT, *subjects})
    moment = at or clock.now()
    consents = consents_of(file)
    answer = may_leave(party, consents, subjects=told, channel=channel, at=moment, word_asked=word_asked)
    used = None
    if not answer.allowed and not answer.never:
        used = _spent(file, party, told, channel, moment, exception, no_more_since(party, consents))
    if not answer.allowed and used is None:
        raise _refusal(file, answer)
    return Release(file.case.pk, party.pk, told, channel, _HERE, used)


def refuse_early(file: CaseFile, *, to: Party, subjects: Iterable[Subject], channel: Channel) -> None:
    """Ask before the words are laid before a colleague, so that nobody reads what cannot go. Nothing is used up.

    Raises:
        NotToBeTold: as `release` does; the refusal is in the ledger.
    """
    party, told = file.mine(to), frozenset({Subject.CONTACT, *subjects})
    moment, consents = clock.now(), consents_of(file)
    answer = may_leave(party, consents, subjects=told, channel=channel, at=moment)
    if answer.allowed:
        return
    excepted = _fitting(file, party, told, channel, moment, no_more_since(party, consents))
    if answer.never or next(excepted, None) is None:
        raise _refusal(file, answer)


def release_to_asker(
    file: CaseFile,
    *,
    channel: Channel = Channel.CODE,
    subjects: Iterable[Subject] | None = None,
    at: datetime | None = None,
) -> Release:
    """Leave to write to the asker: in her own mailbox, or by mail that there is news, when she said that it is safe.

    Args:
        file: the case, opened for the verb that sends.
        channel: her code, by default, behind which everything may be said; or e-mail.
        subjects: what it tells; by default all that the channel may carry.
        at: when it goes, aware; now by default.

    Raises:
        NotToBeTold: she did not say that this is safe, or it would tell more; the refusal is in the ledger.
    """
    if subjects is None:
        subjects = Subject if channel == Channel.CODE else ()
    told = frozenset({Subject.CONTACT, *subjects})
    answer = may_go_to_asker(asker_contact(file), told, channel, at=at or clock.now())
    if not answer.allowed:
        raise _refusal(file, answer)
    return Release(file.case.pk, None, told, channel, _HERE)


def asker_contact(file: CaseFile) -> AskerContact:
    """What was said about reaching the asker."""
    return AskerContact.of(file.case.summary.get("asker_contact"))


def release_call_to_asker(
    file: CaseFile, *, channel: Channel, at: datetime | None = None, word_asked: bool = False, read: bool = False
) -> Release:
    """Leave to call the asker herself, by what she said about it. Outside a transaction, as `release` is.

    Args:
        read: whether the caller read her own words about safe contact.

    Raises:
        NotToBeTold: she did not say so, or not at this hour; the refusal is in the ledger.
    """
    answer = may_call_asker(asker_said(file), channel, at=at or clock.now(), word_asked=word_asked, read=read)
    if not answer.allowed:
        raise _refusal(file, answer)
    return Release(file.case.pk, None, frozenset(Subject), channel, _HERE)


def _refusal(file: CaseFile, answer: Answer) -> NotToBeTold:
    """Put the refusal on record; the caller raises what comes back."""
    record_now("refuse", actor=file.actor, object_id=file.case.pk, purpose="release", result="refused")
    return NotToBeTold(answer.reason, never=answer.never)


def may_leave(
    party: Party,
    consents: Iterable[Consent],
    *,
    subjects: Iterable[Subject],
    channel: Channel,
    at: datetime | None = None,
    word_asked: bool = False,
    excepted: bool = False,
) -> Answer:
    """What the door would say, without a trace and without opening it: for a page, and for a worker before it sends.

    Args:
        party: the participant, opened.
        consents: those of the case, opened.
        subjects: what would be told.
        channel: the way.
        at: the moment, aware; now by default.
        word_asked: whether the code word is asked first.
        excepted: the release rests on an exception; then only what no exception can change still refuses.
    """
    if party.content.get("removed_at"):
        return GONE
    person, told, moment = Person.of(party.content), frozenset(subjects), at or clock.now()
    answer = may_go_out(person, told, channel, at=moment, word_asked=word_asked)
    if answer.allowed:
        records = (consent.Consent.of(row.content) for row in consents)
        answer = consent.consented(person.part, str(party.pk), told, records, clock.today())
    if excepted and not answer.never:
        return Answer(True, "Met zijn tweeën toegestaan.")
    return answer


def no_more_since(party: Party, consents: Iterable[Consent]) -> datetime | None:
    """When somebody last took back that this person may be told something: what was allowed before is over."""
    mine = (row.content for row in consents if row.content.get("party") == str(party.pk))
    return max((datetime.fromisoformat(one["withdrawn_at"]) for one in mine if one.get("withdrawn_at")), default=None)


def _spent(
    file: CaseFile,
    party: Party,
    told: frozenset[Subject],
    channel: Channel,
    moment: datetime,
    wanted: UUID | None,
    no_more: datetime | None,
) -> UUID | None:
    """Use up an exception that this member asked and another one granted; None when there is none that fits.

    One that was asked before a consent was taken back does not fit: the two who decided did not know.
    """
    for row in _fitting(file, party, told, channel, moment, no_more):
        if (wanted is None or row.pk == wanted) and AskedException.objects.all().spend(row.pk):
            record_now("use-exception", actor=file.actor, object_id=file.case.pk)
            used: UUID = row.pk
            return used
    return None


def _fitting(
    file: CaseFile, party: Party, told: frozenset[Subject], channel: Channel, moment: datetime, no_more: datetime | None
) -> Iterator[AskedException]:
    """The exceptions that this would rest on, oldest first. Nothing of them is used up here."""
    for row in file.open(AskedException.objects.filter(case=file.case, state="granted").order_by("created_on", "id")):
        about = row.content
        if (
            about["by"] == str(file.member.pk)
            and about["party"] == str(party.pk)
            and about["channel"] == channel
            and told <= {Subject.CONTACT, *about["subjects"]}
            and moment < datetime.fromisoformat(about["until"])
            and (no_more is None or no_more < datetime.fromisoformat(about["at"]))
        ):
            yield row
