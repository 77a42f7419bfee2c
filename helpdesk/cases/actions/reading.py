"""A second reader: ask a colleague, agree (then it leaves), send back with remarks, withdraw."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.http import Http404

from helpdesk.cases.access import CaseFile, case_for
from helpdesk.cases.actions.draft import drop_draft, put_back
from helpdesk.cases.actions.leave import NEEDS
from helpdesk.cases.actions.letter import write_letter
from helpdesk.cases.actions.party import party_of
from helpdesk.cases.actions.read_first import draft_kind, tell_list
from helpdesk.cases.actions.reason import checked_reason
from helpdesk.cases.actions.send import write_to_party
from helpdesk.cases.actions.stepping import change_summary, now_text, stepping
from helpdesk.cases.actions.write import ask_more, reply
from helpdesk.cases.before_sending import doubts, refusals
from helpdesk.cases.models import Draft, Mailbox, Reading
from helpdesk.cases.release import NotToBeTold, refuse_early
from helpdesk.cases.second_reader import act_of, is_letter, readers
from helpdesk.cases.workflow import AskAgain, NotNow, step
from helpdesk.lib import clock
from helpdesk.people.telling import Channel, Subject
from helpdesk.teams.models import Member
from helpdesk.teams.roles import Role

OPEN = ("asked", "agreed", "returned")
GONE = "Deze tekst wacht niet meer op een lezer."


def ask_reading(
    *,
    file: CaseFile,
    kind: str,
    text: str,
    reader: UUID,
    note: str = "",
    subjects: Iterable[Subject] = (),
    knowing: bool = False,
    typed: Mapping[str, Any] | None = None,
) -> Reading:
    """Lay a text before a colleague. It leaves when she agrees; until then the promise runs on.

    What belongs to an act, see `second_reader.ACTS`, does not leave then: its author may do the act with these words.

    Args:
        kind: `reply`, `ask-more`, `Draft.kind_to` a participant, or one of an act.
        reader: the colleague; of the team, able to see the case, never oneself.
        note: a line to her.
        subjects: what it tells a participant.
        knowing: whether a doubt about the participant was answered with yes.
        typed: the whole form of an act, so that it stands there again.

    Raises:
        NotNow: it could never leave, she cannot read it, or a text of this kind waits already.
        AskAgain: it may, when `knowing` is set.
    """
    subjects = sorted(subjects)
    _could_leave(file, kind, text, subjects, knowing=knowing)
    if reader not in {one.pk for one in readers(file.case, file.member)}:
        raise NotNow("Deze collega kan hier niet meelezen. Kies een ander.")
    with stepping(file, "ask-reading") as case:
        mine = Reading.objects.select_for_update().filter(case=case, author=file.member, state__in=OPEN)
        for row in file.open(mine):
            if draft_kind(row.content["kind"]) != draft_kind(kind):
                continue
            if row.state == "asked":
                raise NotNow("Er wacht al een tekst op een lezer. Trek die eerst in.")
            row.state = "done"
            row.save(update_fields=["state"])
        made = file.mine(Reading(case=file.case, author=file.member, reader_id=reader, created_on=clock.today()))
        made.content = {
            "kind": kind,
            "text": text,
            "subjects": [str(one) for one in subjects],
            "note": note.strip(),
            "at": now_text(),
            **({"typed": dict(typed)} if typed else {}),
        }
        made.save(force_insert=True)
        drop_draft(file, draft_kind(kind))
        change_summary(case, reading="asked")
    return made


def _could_leave(file: CaseFile, kind: str, text: str, subjects: Iterable[Subject], *, knowing: bool) -> None:
    step(act_of(kind) or _verb_of(kind), file.case.state)
    if not (party_id := Draft.party_in(kind)):
        by_code = ":" not in kind
        if by_code and not Mailbox.objects.filter(case=file.case).exists():
            raise NotNow("De vrager kan dit niet meer lezen. Er is geen plek voor een antwoord.")
        return
    party = party_of(file=file, party_id=UUID(party_id))
    channel = Channel.POST if is_letter(kind) else Channel.EMAIL
    if why := refusals(file, party, text, by=NEEDS[channel]):
        raise NotNow(" ".join(why))
    if not knowing and (asked := doubts(party)):
        raise AskAgain(" ".join(asked))
    if act_of(kind):  # its way is chosen when it is done, and asked then
        return
    try:
        refuse_early(file, to=party, subjects=subjects, channel=channel)
    except NotToBeTold as refusal:
        raise NotNow(str(refusal)) from None


def agree_reading(*, file: CaseFile, reading_id: UUID, reason: str = "") -> bool:
    """Say yes: it leaves now, in the name of its author, with the same undo; whether it may is asked at this moment.

    Of an act the yes is all: its author does it, and then it is asked whether she may.

    Args:
        reason: why a lead does this in the place of the colleague who was asked.

    Returns:
        Whether it leaves now.

    Raises:
        NotNow: it waits no more, this member is not its reader, or it may not leave; then it is back with its author.
    """
    row, why = _before_me(file, reading_id, reason)
    if act_of(row.content["kind"]):
        with stepping(file, "agree-reading") as case:
            _settle(file, row, "agreed", reason=why)
            change_summary(case, reading="agreed")
        return False
    verb = _verb_of(row.content["kind"])
    try:
        authors = case_for(Member.objects.get(pk=row.author_id), file.case.code, to=verb, actor=file.actor)
    except Http404:
        raise NotNow("De schrijver kan niet meer bij deze zaak. Neem de tekst over in een eigen antwoord.") from None
    with stepping(file, "agree-reading") as case:
        _settle(file, row, "agreed", reason=why)
        change_summary(case, reading=tell_list(case))
    try:
        _leave(authors, row)
    except NotNow as refusal:
        with stepping(file, "return-reading", purpose="could-not-leave") as case:
            _settle(file, row, "returned", remarks=f"Het kon niet weg. {refusal}")
            change_summary(case, reading="returned")
        raise NotNow(f"Het kon niet weg en ligt weer bij de schrijver. {refusal}") from None
    return True


def _verb_of(kind: str) -> str:
    """What its author must be allowed to do for it to leave."""
    if not Draft.party_in(kind):
        return kind
    return "write-letter" if is_letter(kind) else "write-to-party"


def _leave(file: CaseFile, row: Reading) -> None:
    """The text of the author goes the way of its kind; each of them asks for its own leave."""
    content = row.content
    if party := Draft.party_in(content["kind"]):
        told = [Subject(one) for one in content["subjects"]]
        way = write_letter if is_letter(content["kind"]) else write_to_party
        way(file=file, party_id=UUID(party), text=content["text"], subjects=told, knowing=True)
    else:
        {"reply": reply, "ask-more": ask_more}[content["kind"]](file=file, text=content["text"])


def return_reading(*, file: CaseFile, reading_id: UUID, remarks: str, reason: str = "") -> None:
    """Send it back: the text lies with its author again, the remarks beside it.

    Raises:
        NotNow: no remarks, it waits no more, or this member is not its reader.
    """
    if not remarks.strip():
        raise NotNow("Schrijf wat er anders moet.")
    row, why = _before_me(file, reading_id, reason)
    with stepping(file, "return-reading") as case:
        _settle(file, row, "returned", remarks=remarks.strip(), reason=why)
        change_summary(case, reading=tell_list(case))


def withdraw_reading(*, file: CaseFile, reading_id: UUID) -> str:
    """The author goes on writing: the text is a draft again.

    Returns:
        The kind of the text.

    Raises:
        NotNow: it is not hers, or was dealt with meanwhile.
    """
    with stepping(file, "withdraw-reading") as case:
        rows = Reading.objects.select_for_update().filter(case=case, author=file.member, state__in=OPEN)
        row: Reading | None = rows.filter(pk=reading_id).first()
        if row is None:
            raise NotNow(GONE)
        content = file.mine(row).content
        row.state = "withdrawn"
        row.save(update_fields=["state"])
        if not act_of(content["kind"]):  # the form of an act keeps what was typed by the reading itself
            put_back(file, draft_kind(content["kind"]), content["text"], content["subjects"])
        change_summary(case, reading=tell_list(case))
    return str(content["kind"])


def typed_before(*, file: CaseFile, kind: str) -> dict[str, Any]:
    """What this member typed in the form of an act when she last laid its words before a colleague."""
    rows = Reading.objects.filter(case=file.case, author=file.member).exclude(state__in=["sent", "done"])
    mine = [row for row in file.open(rows) if row.content["kind"] == kind]
    last = max(mine, key=lambda row: (row.state in OPEN, row.content["at"]), default=None)
    return dict(last.content.get("typed") or {}) if last else {}


def _before_me(file: CaseFile, reading_id: UUID, reason: str) -> tuple[Reading, str]:
    """The text that waits, for its reader; or for a lead, with a reason. Never for its author."""
    row: Reading | None = Reading.objects.filter(case=file.case, pk=reading_id, state="asked").first()
    if row is None:
        raise NotNow(GONE)
    if row.author_id == file.member.pk:
        raise NotNow("Je schreef dit zelf. Een ander moet het lezen.")
    if row.reader_id == file.member.pk:
        return file.mine(row), ""
    if file.member.role != Role.LEAD:
        raise NotNow("Een collega leest dit al. Alleen een teamleider kan het overnemen.")
    return file.mine(row), checked_reason(reason)


def _settle(file: CaseFile, row: Reading, state: str, **more: str) -> None:
    """Inside a step: the row as it now stands; NotNow when another was quicker."""
    before = row.state
    held = Reading.objects.select_for_update().filter(pk=row.pk, state=before).first()
    if held is None:
        raise NotNow(GONE)
    row.state = state
    row.content = {**row.content, **more, "read_by": str(file.member.pk), "read_at": now_text()}
    row.save(update_fields=["state", "content"])
