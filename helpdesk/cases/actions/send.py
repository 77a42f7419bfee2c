"""Mail to one participant: written, sent by a worker after the undo time, tried again, and never silently twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction

from helpdesk.cases.access import CaseFile
from helpdesk.cases.access_mail import new_reply_path
from helpdesk.cases.access_send import new_handout
from helpdesk.cases.actions.draft import drop_draft
from helpdesk.cases.actions.invite import must_still_open
from helpdesk.cases.actions.leave import leave_to_write
from helpdesk.cases.actions.notice import is_superfluous
from helpdesk.cases.actions.party import party_of
from helpdesk.cases.actions.queue import mark, put_in_queue
from helpdesk.cases.actions.read_first import NOT_READ, Read, now_sent
from helpdesk.cases.actions.stepping import now_text, stepping
from helpdesk.cases.models import INVITATION, Case, Draft, Handout, Message, Outgoing, Party
from helpdesk.cases.release import NotToBeTold, Release, asker_contact, release, release_to_asker
from helpdesk.cases.workflow import NotNow
from helpdesk.ledger.actions import record
from helpdesk.lib import clock
from helpdesk.lib.mail.sending import Outcome
from helpdesk.people.person import Person
from helpdesk.people.telling import Channel, Subject

# After the first try, and after each that failed for now; then it is for a person to decide.
PAUSES = [timedelta(minutes=minutes) for minutes in (2, 10, 60, 240, 720)]
Also = Callable[[Case, UUID], None]  # what else happens in the same transaction, given the message
HANGS_AFTER = timedelta(minutes=10)
LINK_DAYS = 14


def write_to_party(
    *,
    file: CaseFile,
    party_id: UUID,
    text: str,
    subjects: Iterable[Subject],
    knowing: bool = False,
    also: Also | None = None,
) -> Message:
    """Write to one participant of this case; it leaves after the undo time.

    Args:
        also: what a room above keeps of it, in one transaction with the message.

    Raises:
        NotNow: it may not go to this person, or not with these words; the sentence says why.
        AskAgain: it may, when `knowing` is set.
        NeedsReader: a second colleague reads it first.
    """
    allowed, person, read = leave_to_write(
        file=file, party_id=party_id, text=text, subjects=subjects, channel=Channel.EMAIL, knowing=knowing
    )
    told = (lambda case, message, _link: also(case, message.pk)) if also else None
    return write_mail(file, allowed, person.email, text, read=read, also=told)


def write_mail(
    file: CaseFile,
    allowed: Release,
    address: str,
    text: str,
    *,
    read: Read = NOT_READ,
    verb: str = "write-to-party",
    behind: Mapping[str, Any] = MappingProxyType({}),
    also: Callable[[Case, Message, Handout], None] | None = None,
) -> Message:
    """Put words behind a link, and the mail with the link in the queue.

    Args:
        file: the case, opened for the verb.
        allowed: leave to tell this participant by e-mail.
        address: where the mail goes.
        text: the words behind the link.
        read: what came of asking for a second reader.
        verb: the act of which this is a part.
        behind: what else the page behind the link has to know.
        also: what this act does besides, in the same transaction.
    """
    sealed, today = new_handout(file), clock.today()
    with stepping(file, verb) as case:
        visible = clock.now() + timedelta(seconds=settings.UNDO_SECONDS)
        message = file.mine(Message(case=case, created_on=today, visible_at=visible))
        message.content = {
            "by": str(file.member.pk),
            "kind": "to-party",
            "channel": "email",
            "party": str(allowed.party_id),
            "text": text,
            "at": now_text(),
            "to": address,
            "code": " ".join(sealed.code.words),
            **now_sent(file, read),
        }
        message.save(force_insert=True)
        sealed.row.outgoing = put_in_queue(
            allowed,
            file,
            message,
            due_at=visible,
            to=address,
            party=str(allowed.party_id),
            subjects=sorted(str(subject) for subject in allowed.subjects),
            token=sealed.token,
        )
        sealed.row.created_on, sealed.row.expires_on = today, today + timedelta(days=LINK_DAYS)
        sealed.row.content = {"text": text, "at": now_text(), **behind}
        sealed.row.save(force_insert=True)
        if also is None:
            drop_draft(file, Draft.kind_to(allowed.party_id))
        else:  # the words came from elsewhere; what lies ready for this person stays
            also(case, message, sealed.row)
    return message


# --- the worker: it acts for the member who wrote, and sees no more than she does ---


def claim_mail(*, file: CaseFile, outgoing_id: UUID) -> tuple[Outgoing, str] | None:
    """Take one mail to send it now. That it is being sent is committed when this returns, before the server hears it.

    Returns:
        The row, and the tag for our address; None when it is not to be sent (any more).
    """
    row = Outgoing.objects.filter(case=file.case, pk=outgoing_id).first()
    if row is None:
        return None
    if row.state == "sending":
        _finish(file, row, "unsure", "Het versturen brak halverwege af. Misschien is het aangekomen.")
        return None
    file.mine(row)
    if _dropped(file, row) or ("party" not in row.content and _put_off(file, row)):
        return None
    try:
        party, to = _leave(file, row.content)
    except (NotNow, NotToBeTold) as refusal:
        _finish(file, row, "refused", str(refusal))
        return None
    with transaction.atomic(durable=True):
        held = Outgoing.objects.select_for_update(skip_locked=True).filter(pk=row.pk, state="waiting").first()
        if held is None or held.due_at > clock.now() or is_superfluous(file, file.mine(held)):
            return None  # what is superfluous by now is dropped at the next round
        tag, path = new_reply_path(file, party, to)
        path.save(force_insert=True)
        more = {"due_at": clock.now() + HANGS_AFTER, "tries": held.tries + 1}
        mark(file, held, "sending", "", keep={"to": to}, **more)
    return held, tag


def _leave(file: CaseFile, content: Mapping[str, Any]) -> tuple[Party | None, str]:
    """To whom it goes, nobody around the child being the asker, and to which address: whether it may is asked again."""
    if "party" in content:
        party = party_of(file=file, party_id=UUID(content["party"]))
        if Person.of(party.content).email != content["to"]:
            raise NotNow("Het e-mailadres van deze persoon is veranderd.")
        release(file, to=party, subjects=[Subject(one) for one in content["subjects"]], channel=Channel.EMAIL)
        return party, content["to"]
    if content["kind"] == INVITATION:
        must_still_open(file, content)
    release_to_asker(file, channel=Channel.EMAIL)
    return None, asker_contact(file).email


def _dropped(file: CaseFile, row: Outgoing) -> bool:
    """Take what tells nothing new out of the queue; with its line, when that says nothing but that it was mailed."""
    with transaction.atomic(durable=True):
        held = Outgoing.objects.select_for_update(skip_locked=True).filter(pk=row.pk, state="waiting").first()
        if held is None or not is_superfluous(file, file.mine(held)):
            return False
        if "party" in held.content:
            Message.objects.filter(case=file.case, pk=held.message_id).delete()  # the mail goes with it
        else:
            held.delete()
        record("send-mail", actor=file.actor, object_id=file.case.pk, result="dropped")
    return True


def _put_off(file: CaseFile, row: Outgoing) -> bool:
    """Outside her hours it waits until they begin."""
    safe = asker_contact(file).next_safe(clock.now())
    if safe <= clock.now():
        return False
    _finish(file, row, "waiting", "", due_at=safe)
    return True


def finish_mail(*, file: CaseFile, row: Outgoing, outcome: Outcome, code: int) -> None:
    """Write down what became of it; what failed for now is tried again after a growing pause."""
    if outcome == Outcome.SENT:
        _finish(file, row, "sent", "")
    elif outcome == Outcome.UNSURE:
        _finish(file, row, "unsure", "De mailserver gaf geen antwoord meer. Misschien is het aangekomen.")
    elif outcome == Outcome.LATER and row.tries <= len(PAUSES):
        _finish(file, row, "waiting", _why(code), due_at=clock.now() + PAUSES[row.tries - 1])
    else:
        _finish(file, row, "dead", _why(code))


def _why(code: int) -> str:
    if not code:
        return "De mailserver was niet bereikbaar."
    return f"De mailserver weigerde het bericht (code {code})."


def _finish(file: CaseFile, row: Outgoing, state: str, reason: str, **more: Any) -> None:
    with transaction.atomic(durable=True):
        held = Outgoing.objects.select_for_update().filter(pk=row.pk, state=row.state).first()
        if held is not None:
            mark(file, held, state, reason, **{"due_at": clock.now(), **more})
            record("send-mail", actor=file.actor, object_id=file.case.pk, result=state)
