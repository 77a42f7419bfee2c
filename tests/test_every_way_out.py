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
from zoneinfo import ZoneInfo

import pytest
from django.db import connection

from helpdesk.cases import actions
from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.give import Made, give
from helpdesk.cases.models import GivenFile, Letter, Message, Note, Outgoing, Party
from helpdesk.cases.release import NotToBeTold
from helpdesk.cases.workflow import NotNow
from helpdesk.lib import clock
from helpdesk.lib.row_actor import act_as
from helpdesk.people.hours import parse
from helpdesk.people.person import Person
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
        email = "iemand@example.net"
        return Person(self.part, self.interest, "Bo Kievit", email=email, told=told, channels=channels, hours=hours)

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
    actions.write_to_party(file=file, party_id=party.pk, text=TEXT, subjects=[attempt.subject], knowing=True)


def by_telephone(file: CaseFile, party: Party, attempt: Attempt) -> None:
    result = {Channel.CALL: "reached", Channel.VOICEMAIL: "voicemail", Channel.TEXT: "text"}[attempt.channel]
    actions.call_party(file=file, party_id=party.pk, result=result, subjects=[attempt.subject], text=TEXT)


def on_paper(file: CaseFile, party: Party, attempt: Attempt) -> None:
    made = Made("complaint", "Brief", "brief.pdf", "application/pdf", TEXT.encode())
    give(file, "give-complaint", [made], to=party.pk, channel=attempt.channel, subjects=[attempt.subject])


# The function that takes the release: how it is reached, and by which channels. The mailbox is the asker's own.
DRIVERS: dict[str, tuple[Callable[[CaseFile, Party, Attempt], None] | None, tuple[Channel, ...]]] = {
    "cases/actions/send.py:_write": (by_mail, (Channel.EMAIL,)),
    "cases/actions/call.py:_keep_call": (by_telephone, (Channel.CALL, Channel.VOICEMAIL, Channel.TEXT)),
    "cases/actions/give.py:_keep": (on_paper, (Channel.POST, Channel.SCHOOL)),
    "cases/actions/write.py:_post": (None, ()),
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
    """How much went out: words kept as said, mail in the queue, letters in the mailbox."""
    return sum(model.objects.filter(case=file.case).count() for model in (GivenFile, Message, Note, Outgoing)) + int(
        Letter.objects.filter(mailbox__case=file.case).count()
    )


@pytest.mark.parametrize("way", [way for way, (driver, _) in DRIVERS.items() if driver])
def test_nothing_forbidden_leaves_by_it(way: str) -> None:
    driver, channels = DRIVERS[way]
    assert driver is not None
    with act_as(cast.member("iris").pk):
        case = cast.taken()
    with cast.opened("iris", case, to="add-party") as file:
        party = actions.add_party(file=file, person=Person(Part.PARENT))
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
