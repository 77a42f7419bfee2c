"""The telling matrix through every way out: participant, subject, channel, hour. Nothing forbidden leaves.

The ways are found in the source: each function that takes a `Release`. One without a driver here fails the test.
"""

from __future__ import annotations

import ast
import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import product
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import connection

from helpdesk.cases import actions
from helpdesk.cases.access import CaseFile
from helpdesk.cases.access_contacts import contact_for
from helpdesk.cases.actions import CallOut
from helpdesk.cases.actions.give import Made, give
from helpdesk.cases.models import Contact, Draft, GivenFile, Letter, Mailbox, Message, Note, Outgoing, Party
from helpdesk.cases.release import NotToBeTold
from helpdesk.cases.workflow import NotNow
from helpdesk.ledger.models import Entry
from helpdesk.lib import clock
from helpdesk.lib.ids import new_id
from helpdesk.lib.row_actor import act_as
from helpdesk.people.asker import AskerContact
from helpdesk.people.hours import parse
from helpdesk.people.person import Person
from helpdesk.people.referral import How, Status
from helpdesk.people.roles import Interest, Part
from helpdesk.people.telling import Channel, Choice, Subject
from tests import cast, inspector

pytestmark = pytest.mark.django_db
HOME = ZoneInfo("Europe/Amsterdam")
SAFE, UNSAFE = datetime(2026, 11, 25, 16, tzinfo=HOME), datetime(2026, 11, 25, 21, tzinfo=HOME)
OUTSIDERS = {Part.GUARDIAN, Part.LAWYER, Part.TEACHER, Part.WORKER, Part.OPPONENT}  # nobody consented here
TRIED = 400  # of each way's matrix, drawn anew from the same seed; `test_release.py` walks all of the rule itself
TEXT = "Het gaat zoals we hoopten."


@dataclass(frozen=True)
class Attempt:
    """What somebody tries to tell."""

    part: Part
    interest: Interest
    subject: Subject
    contact: Choice
    told: Choice
    channel: Channel
    by: Choice
    at: datetime

    @property
    def person(self) -> Person:
        told = {Subject.CONTACT: self.contact} | ({} if self.subject == Subject.CONTACT else {self.subject: self.told})
        hours, channels = parse("ma-vr 15.00-17.00"), {self.channel: self.by}
        reached: dict[str, Any] = {"email": "iemand@example.net", "address": "Sloot 1, Leiden"}
        return Person(self.part, self.interest, "Bo Kievit", **reached, told=told, channels=channels, hours=hours)

    @property
    def allowed(self) -> bool:
        """The rules, said once more and shorter."""
        against = self.part == Part.OPPONENT or self.interest == Interest.AGAINST
        subject = self.contact if self.subject == Subject.CONTACT else self.told
        by_hour = self.channel in {Channel.CALL, Channel.VOICEMAIL, Channel.TEXT}
        return (
            self.contact == subject == self.by == Choice.YES
            and not (against and self.subject == Subject.WHEREABOUTS)
            and not (by_hour and self.at == UNSAFE)
            and self.part not in OUTSIDERS
        )


def by_mail(file: CaseFile, party: Party, attempt: Attempt) -> None:
    _read_first(actions.write_to_party, Draft.kind_to(party.pk), file, party, attempt)


def _read_first(way: Callable[..., object], kind: str, file: CaseFile, party: Party, attempt: Attempt) -> None:
    try:
        way(file=file, party_id=party.pk, text=TEXT, subjects=[attempt.subject], knowing=True)
    except actions.NeedsReader:  # her yes is no leave: the door is asked all the same
        reader = cast.member("sanne")
        told: dict[str, Any] = {"text": TEXT, "subjects": [attempt.subject], "knowing": True}
        row = actions.ask_reading(file=file, kind=kind, reader=reader.pk, **told)
        with cast.opened(reader, file.case, to="agree-reading") as read:
            actions.agree_reading(file=read, reading_id=row.pk)


def by_telephone(file: CaseFile, party: Party, attempt: Attempt) -> None:
    result = {Channel.CALL: "reached", Channel.VOICEMAIL: "voicemail", Channel.TEXT: "text"}[attempt.channel]
    actions.call_party(file=file, party_id=party.pk, result=result, subjects=[attempt.subject], text=TEXT)


def by_a_sheet(file: CaseFile, party: Party, attempt: Attempt) -> None:
    sheet = Contact.objects.get(case=file.case)
    contact = contact_for(file.member, sheet.pk, to="log-contact")
    result = {Channel.CALL: "reached", Channel.VOICEMAIL: "voicemail", Channel.TEXT: "text"}[attempt.channel]
    actions.log_call_out(file=file, contact=contact, call=CallOut(party.pk, result, (attempt.subject,)))


def by_letter(file: CaseFile, party: Party, attempt: Attempt) -> None:
    _read_first(actions.write_letter, Draft.letter_to(party.pk), file, party, attempt)


def by_print(file: CaseFile, party: Party, attempt: Attempt) -> None:
    actions.print_for_party(file=file, party_id=party.pk, subjects=[attempt.subject], channel=attempt.channel)


def by_referral(file: CaseFile, party: Party, attempt: Attempt) -> None:
    how = {Channel.EMAIL: How.SEND, Channel.CALL: How.WARM}[attempt.channel]
    plan = actions.Plan("Iemand", TEXT, how, party=party.pk, subjects=frozenset({attempt.subject}), text=TEXT)
    row = actions.plan_referral(file=file, plan=plan)
    try:
        actions.send_referral(file=file, referral_id=row.pk, knowing=True)
    except actions.NeedsReader:  # her yes is no leave here either
        reader, words = cast.member("sanne"), f"{TEXT}\n{TEXT}"
        told = actions.ask_reading(
            file=file, kind=f"referral:{row.pk}", text=words, subjects=[attempt.subject], reader=reader.pk
        )
        with cast.opened(reader, file.case, to="agree-reading") as read:
            assert not actions.agree_reading(file=read, reading_id=told.pk)
        actions.send_referral(file=file, referral_id=row.pk, knowing=True)


def on_paper(file: CaseFile, party: Party, attempt: Attempt) -> None:
    made = Made("complaint", "Brief", "brief.pdf", "application/pdf", TEXT.encode())
    give(file, "give-complaint", [made], to=party.pk, channel=attempt.channel, subjects=[attempt.subject])


# The function that takes the release: how it is reached, and by which channels. The asker's own are below, or lead
# into her own mailbox.
DRIVERS: dict[str, tuple[Callable[[CaseFile, Party, Attempt], None] | None, tuple[Channel, ...]]] = {
    "cases/actions/send.py:write_mail": (by_mail, (Channel.EMAIL,)),
    "cases/actions/referral.py:_hand_over": (by_referral, (Channel.EMAIL, Channel.CALL)),
    "cases/actions/call.py:_keep_call": (by_telephone, (Channel.CALL, Channel.VOICEMAIL, Channel.TEXT)),
    "cases/actions/call_out.py:keep_call_out": (by_a_sheet, (Channel.CALL, Channel.VOICEMAIL, Channel.TEXT)),
    "cases/actions/letter.py:_write_letter": (by_letter, (Channel.POST,)),
    "cases/actions/paper.py:_print": (by_print, (Channel.POST, Channel.SCHOOL)),
    "cases/actions/write.py:post": (None, ()),
    "cases/actions/queue.py:put_in_queue": (None, ()),  # behind `write_mail` and the two of the asker
    "cases/actions/notice.py:queue_notice": (None, ()),
    "cases/actions/invite.py:_invite": (None, ()),
    "cases/actions/invite.py:_post_again": (None, ()),
    "counsel/actions/invite.py:_invite": (None, ()),  # to a lawyer alone; `counsel/tests/test_invite_counsel.py`
    "counsel/actions/remind.py:_remind": (None, ()),  # the same; `counsel/tests/test_remind_counsel.py`
    "cases/actions/give.py:_keep": (on_paper, (Channel.POST, Channel.SCHOOL)),
}


def ways_found() -> set[str]:
    """Every function of the house that takes a `Release`."""
    found = set()
    for path in inspector.modules():
        if "tests" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
                if any(one.annotation and ast.unparse(one.annotation) == "Release" for one in arguments):
                    found.add(f"{path.relative_to(inspector.HELPDESK).as_posix()}:{node.name}")
    return found


def test_every_way_that_is_found_is_tried_here() -> None:
    assert ways_found() == set(DRIVERS)


def left(file: CaseFile) -> int:
    """How much went out: words kept as said, mail in the queue, letters in the mailbox, calls on a sheet, prints,
    referrals handed over."""
    rows = sum(model.objects.filter(case=file.case).count() for model in (GivenFile, Message, Note, Outgoing))
    called = [row.course.get("calls", ()) for row in file.open_contacts(Contact.objects.filter(case=file.case))]
    prints = Entry.objects.filter(object_id=file.case.pk, verb="print").count()
    told = [one for one in actions.referrals_of(file) if one[1] != Status.PLANNED]
    return rows + len(told) + Letter.objects.filter(mailbox__case=file.case).count() + sum(map(len, called)) + prints


@pytest.mark.parametrize("way", [way for way, (driver, _) in DRIVERS.items() if driver])
def test_nothing_forbidden_leaves_by_it(way: str) -> None:
    driver, channels = DRIVERS[way]
    assert driver is not None
    with act_as(cast.member("iris").pk):
        case = cast.taken()
    with cast.opened("iris", case, to="add-party") as file:
        party = actions.add_party(file=file, person=Person(Part.PARENT))
        _with_a_sheet(file)
    tried = forbidden = went = 0
    wrong: list[Attempt] = []
    choices = (Choice.YES, Choice.ASK, Choice.NO)
    interests = (Interest.SAME, Interest.AGAINST)
    every = list(product(Part, interests, Subject, choices, channels, choices, (SAFE, UNSAFE)))
    for part, interest, subject, told, channel, by, at in random.Random(2026).sample(every, TRIED):
        contact = told if subject == Subject.CONTACT else Choice.YES
        attempt = Attempt(part, interest, subject, contact, told, channel, by, at)
        went_out = _try(driver, case.code, party, attempt)
        tried, went, forbidden = tried + 1, went + went_out, forbidden + (not attempt.allowed)
        if went_out != attempt.allowed:
            wrong.append(attempt)
    print(f"{way}: {tried} attempts, {forbidden} forbidden, {went} went out")
    assert wrong == []
    assert went > 10, "the control: what was agreed does leave"
    assert forbidden > went


def _with_a_sheet(file: CaseFile) -> None:
    """A talk that lies in the case, to write a call on."""
    sheet = actions.log_contact(member=file.member, contact_id=new_id(), typed={"kind": "call-in", "asked": TEXT})
    contact = contact_for(file.member, sheet.pk, to="log-contact")
    actions.join_contact(file=file, contact=contact)


ASKER_WAYS: dict[str, Callable[[CaseFile], object]] = {
    "cases/actions/notice.py:queue_notice": lambda file: actions.reply(file=file, text=TEXT),
    "cases/actions/invite.py:_invite": lambda file: actions.invite_asker(file=file),
}


@pytest.mark.parametrize("way", ASKER_WAYS)
def test_the_asker_is_mailed_by_her_own_word_alone(way: str) -> None:
    """Address, choice and hours: what she did not say is not done, and nothing is due outside her hours."""
    invites = way.endswith("_invite")
    with act_as(cast.member("iris").pk):
        case = cast.taken()
    with cast.opened("iris", case) as file:
        if invites:  # as if she had only mailed
            file.case.summary = {**file.case.summary, "channel": "email"}
            file.case.save()
            Mailbox.objects.filter(case=case).delete()
    went = 0
    hers, hours = ("", "zij@example.net"), ((), parse("ma-vr 15.00-17.00"))
    for email, safe, when, at in product(hers, (True, False), hours, (SAFE, UNSAFE)):
        contact = AskerContact(email, safe, when)
        with connection.cursor() as cursor:
            cursor.execute("SAVEPOINT attempt")
        with clock.at(at), cast.opened("iris", case, to="reply") as file:
            file.case.summary = {**file.case.summary, "asker_contact": contact.as_content()}
            file.case.save()
            try:
                ASKER_WAYS[way](file)
            except (NotNow, NotToBeTold):
                assert invites
            rows = file.open(Outgoing.objects.filter(case=case))
            assert bool(rows) == (bool(email) and safe), contact
            for row in rows:
                said = {key: value for key, value in row.content.items() if key not in {"message_id", "token"}}
                assert said == {"kind": "invitation" if invites else "notice", "to": email}, "no word of the case"
                assert row.due_at == contact.next_safe(row.due_at), "it is due when it is safe"
                went += 1
        with connection.cursor() as cursor:
            cursor.execute("ROLLBACK TO SAVEPOINT attempt")
    assert went == 4, "the control: what she said is safe does leave"


def _try(driver: Callable[[CaseFile, Party, Attempt], None], code: str, party: Party, attempt: Attempt) -> bool:
    """Whether anything left; afterwards all is as before."""
    with connection.cursor() as cursor:
        cursor.execute("SAVEPOINT attempt")
    try:
        with clock.at(attempt.at), cast.opened("iris", code, to="write-to-party") as file:
            row = file.mine(Party.objects.get(pk=party.pk))
            row.content = {**row.content, **attempt.person.as_content()}
            row.save()
            before = left(file)
            try:
                driver(file, row, attempt)
            except (NotNow, NotToBeTold):
                assert left(file) == before
                return False
            return left(file) > before
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ROLLBACK TO SAVEPOINT attempt")
