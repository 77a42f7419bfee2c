"""Refer to somebody who can help on: planned, handed over with consent, followed until it worked or did not."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.access_send import case_seal, close_link
from helpdesk.cases.actions.draft import save_draft
from helpdesk.cases.actions.party import party_of
from helpdesk.cases.actions.plan import end_tasks, put_task
from helpdesk.cases.actions.read_first import NOT_READ, Read, read_first, tell_list
from helpdesk.cases.actions.send import write_mail
from helpdesk.cases.actions.stepping import change_summary, now_text, stepping
from helpdesk.cases.before_sending import doubts, refusals
from helpdesk.cases.models import Case, Draft, Handout, Message, Outgoing, Party, Referral
from helpdesk.cases.release import Release, release
from helpdesk.cases.workflow import AskAgain, NotNow, State
from helpdesk.lib import clock
from helpdesk.people.person import Person
from helpdesk.people.referral import ENDED, FOLLOWS, How, Status, Step, status_of, steps_of
from helpdesk.people.telling import Channel, Subject

GONE = "Deze verwijzing is er niet meer."
SENT_ALREADY = "Deze verwijzing is al doorgegeven. Pas haar niet meer aan; plan een andere."
CHANNELS = {How.SEND: Channel.EMAIL, How.WARM: Channel.CALL}


@dataclass(frozen=True)
class Plan:
    """What is agreed: to whom, for what, how, and what goes along. Nothing goes along that was not chosen.

    `party` is somebody who stands there already; else `person` comes in new, unless the asker goes there herself.
    """

    name: str
    purpose: str
    how: How
    institution: str = ""
    party: UUID | None = None
    person: Person | None = field(default=None, repr=False)
    subjects: frozenset[Subject] = frozenset()
    text: str = field(default="", repr=False)
    together_on: date | None = None
    remind_on: date | None = None


def plan_referral(*, file: CaseFile, plan: Plan, letter: str = "") -> Referral:
    """Write down a referral, with its tasks, and lay a letter to the asker ready. Nothing leaves yet.

    Raises:
        NotNow: the participant is not there any more.
    """
    if plan.party is not None:
        party_of(file=file, party_id=plan.party)
    with stepping(file, "plan-referral") as case:
        row = file.mine(Referral(case=file.case, created_on=clock.today()))
        row.content = {
            "party": str(plan.party or (_enter(file, plan.person) if plan.person else "")),
            "institution": plan.institution,
            "name": plan.name,
            "how": str(plan.how),
            "together_on": plan.together_on.isoformat() if plan.together_on else None,
            "remind_on": plan.remind_on.isoformat() if plan.remind_on else None,
            "tasks": _plan_tasks(file, case, plan),
            **_what_goes(plan),
            "steps": [_step(file, Status.PLANNED)],
            "by": str(file.member.pk),
            "at": now_text(),
        }
        row.save(force_insert=True)
    if letter and not Draft.objects.filter(case=file.case, member=file.member, kind="reply").exists():
        save_draft(file=file, kind="reply", text=letter)
    return row


def change_referral(*, file: CaseFile, referral_id: UUID, plan: Plan) -> None:
    """Set right what goes along and what for, while nothing has gone.

    Raises:
        NotNow: it was handed over, or is not there.
    """
    with stepping(file, "change-referral"):
        row = _of(file, referral_id)
        if _status(file, row) != Status.PLANNED:
            raise NotNow(SENT_ALREADY)
        _keep(row, **_what_goes(plan))


def send_referral(*, file: CaseFile, referral_id: UUID, knowing: bool = False) -> None:
    """Hand it over: by a mail with a link, or by the call that was made together. The door out is asked.

    Raises:
        NotNow: it was handed over before, the asker goes there herself, or these words may not go to this person.
        AskAgain: it may go, when `knowing` is set.
        NeedsReader: it goes by mail, and a second colleague reads the words first.
        NotToBeTold: it was not agreed, or there is no consent for it.
    """
    row = _of(file, referral_id)
    content, how = row.content, How(row.content["how"])
    if how == How.HERSELF:
        raise NotNow("De vrager belt of schrijft zelf. Wij geven niets door.")
    if _status(file, row) != Status.PLANNED:
        raise NotNow(SENT_ALREADY)
    party = party_of(file=file, party_id=UUID(content["party"]))
    if how == How.SEND and (why := refusals(file, party, all_words(content))):
        raise NotNow(" ".join(why))
    if not knowing and (asked := doubts(party)):
        raise AskAgain(" ".join(asked))
    read = NOT_READ  # a call was made already, with the one who agreed beside us
    if how == How.SEND:
        read = read_first(file, reading_kind(row), all_words(content), content["subjects"], party)
    leave = release(file, to=party, subjects=map(Subject, content["subjects"]), channel=CHANNELS[how])
    _hand_over(leave, file, row, party, read)


def reading_kind(row: Referral) -> str:
    """As which text a colleague reads what goes along."""
    return f"referral:{row.pk}"


def _hand_over(leave: Release, file: CaseFile, row: Referral, party: Party, read: Read) -> None:
    leave.must_be(file.case.pk, *CHANNELS.values())
    if leave.channel == Channel.CALL:
        with stepping(file, "send-referral"):
            _take(file, row, Status.SENT)
        return
    content = row.content
    behind = {
        "referral": str(row.pk),
        "party": content["party"],
        "purpose": content["purpose"],
        "case_public": case_seal(file),
    }

    def also(case: Case, message: Message, link: Handout) -> None:
        _take(file, row, Status.SENT, message=str(message.pk))
        asked = {**(case.summary.get("asked") or {}), str(link.pk): {"referral": str(row.pk), "name": content["name"]}}
        change_summary(case, asked=asked, reading=tell_list(case))

    address = Person.of(party.content).email
    write_mail(file, leave, address, content["text"], read=read, verb="send-referral", behind=behind, also=also)


def record_referral_result(
    *,
    file: CaseFile,
    referral_id: UUID,
    status: Status,
    note: str = "",
    on: date | None = None,
    ask_on: date | None = None,
) -> None:
    """What became of it, as a colleague heard it. An end ticks the reminders off.

    Args:
        file: the case, opened for this verb.
        referral_id: which one.
        status: where it stands now.
        note: what was said, sealed.
        on: the day of an appointment.
        ask_on: when to ask again.

    Raises:
        NotNow: this does not follow from where it stands.
    """
    with stepping(file, "record-referral-result") as case:
        row = _of(file, referral_id)
        if status not in FOLLOWS[now := _status(file, row)]:
            raise NotNow("De verwijzing staat al op deze stand." if status == now else "Dit kan nu niet meer.")
        _take(file, row, status, note=note, on=on)
        _read(file, case, row)
        if status in ENDED:
            end_tasks(file, case, row.content["tasks"])
        elif ask_on:
            task = put_task(file, case, text=reminder(row.content["name"]), due_on=ask_on, assignee=str(file.member.pk))
            _keep(row, tasks=[*row.content["tasks"], str(task.pk)])


def see_referral_answer(*, file: CaseFile, referral_id: UUID) -> None:
    """The answer was read; the worklist says so no more."""
    with stepping(file, "see-referral-answer") as case:
        _read(file, case, _of(file, referral_id))


def withdraw_referral(*, file: CaseFile, referral_id: UUID, note: str = "") -> None:
    """Stop it. A link that was sent opens nothing from this moment on; what was read before is not undone.

    Raises:
        NotNow: it has ended already.
    """
    row = _of(file, referral_id)
    if _status(file, row) in ENDED:
        raise NotNow("Deze verwijzing is al klaar.")
    messages = [step["message"] for step in row.content["steps"] if step.get("message")]
    for message in messages:
        close_link(file, UUID(message))
    with stepping(file, "withdraw-referral") as case:
        row = _of(file, referral_id)
        _take(file, row, Status.WITHDRAWN, note=note)
        _read(file, case, row)
        end_tasks(file, case, row.content["tasks"])
        Handout.objects.filter(case=file.case, outgoing__message__in=messages).delete()
        # What has not left does not leave, and cannot be tried again.
        leaving = Outgoing.objects.filter(case=file.case, message__in=messages)
        leaving.exclude(state__in=["sending", "sent"]).delete()


def referrals_of(file: CaseFile) -> list[tuple[Referral, Status]]:
    """The referrals of this case, opened, oldest first, and where each stands."""
    rows = file.open(Referral.objects.filter(case=file.case).order_by("created_on", "id"))
    return [(row, _status(file, row)) for row in rows]


def referral_of(*, file: CaseFile, referral_id: UUID) -> tuple[Referral, Status]:
    """One of them; raises NotNow when it is not there."""
    row = _of(file, referral_id)
    return row, _status(file, row)


def reminder(name: str) -> str:
    """The task that asks what became of it; it stands on the worklist, so it names no person."""
    return f"Vraag na of het gelukt is: {name}"[:120]


def _of(file: CaseFile, referral_id: UUID) -> Referral:
    row: Referral | None = Referral.objects.filter(case=file.case, pk=referral_id).first()
    if row is None:
        raise NotNow(GONE)
    return file.mine(row)


def _status(file: CaseFile, row: Referral) -> Status:
    said = file.open(Message.objects.filter(case=file.case))
    return status_of(steps_of(row.content["steps"], answers_to(row.pk, said), (str(one.pk) for one in said)))


def answers_to(referral_id: UUID, messages: Iterable[Message]) -> list[dict[str, Any]]:
    """What came back through the link of this referral, from the opened messages of its case."""
    said = (row.content for row in messages)
    return [one["step"] for one in said if one.get("step") and one.get("referral") == str(referral_id)]


def _take(file: CaseFile, row: Referral, status: Status, **more: Any) -> None:
    _keep(row, steps=[*row.content["steps"], _step(file, status, **more)])


def _step(file: CaseFile, status: Status, **more: Any) -> dict[str, Any]:
    return Step(status, clock.now(), by=str(file.member.pk), **more).as_content()


def _keep(row: Referral, **changes: Any) -> None:
    row.content = {**row.content, **changes}
    row.save(update_fields=["content"])


def _read(file: CaseFile, case: Case, row: Referral) -> None:
    """The answer of this referral is no news any more; a case that waited for its asker waits for her again."""
    asked = case.summary.get("asked") or {}
    rest = {link: one for link, one in asked.items() if one["referral"] != str(row.pk)}
    if len(rest) == len(asked):
        return
    change_summary(case, asked=rest or None)
    news = Handout.objects.filter(case=case, pk__in=list(rest), answered_on__isnull=False).exists()
    if not news and case.state == State.TEAM and case.summary.get("waits") == "asker" and not _she_wrote(file):
        case.state, case.promise_on = str(State.WAITING_ASKER), None


def _she_wrote(file: CaseFile) -> bool:
    """Whether the last word between the asker and us is hers."""
    said = [one for one in file.open(Message.objects.filter(case=file.case)) if not one.content.get("party")]
    said.sort(key=lambda one: (datetime.fromisoformat(one.content["at"]), one.visible_at))
    return bool(said) and bool(said[-1].content["by"] == "asker")


def _what_goes(plan: Plan) -> dict[str, Any]:
    subjects = sorted(str(subject) for subject in plan.subjects)
    return {"purpose": plan.purpose, "subjects": subjects, "text": plan.text}


def all_words(content: dict[str, Any]) -> str:
    """What stands behind the link."""
    return f"{content['purpose']}\n{content['text']}"


def _enter(file: CaseFile, person: Person) -> UUID:
    row = file.mine(Party(case=file.case, created_on=clock.today()))
    row.content = {**person.as_content(), "by": str(file.member.pk), "at": now_text()}
    row.save(force_insert=True)
    party_id: UUID = row.pk
    return party_id


def _plan_tasks(file: CaseFile, case: Case, plan: Plan) -> list[str]:
    put: Callable[..., Any] = partial(put_task, file, case, assignee=str(file.member.pk))
    tasks = []
    if plan.together_on:
        tasks.append(put(text=f"Bel samen met {plan.name}"[:120], due_on=plan.together_on))
    if plan.remind_on:
        tasks.append(put(text=reminder(plan.name), due_on=plan.remind_on))
    return [str(task.pk) for task in tasks]
