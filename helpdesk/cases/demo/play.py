"""Plays a story: asks it as the public site does, then lets the cast do what they did, each through the real action."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid5

from django.utils import timezone

from helpdesk.cases import actions
from helpdesk.cases.access import CaseFile, case_for, visit_with
from helpdesk.cases.demo.diary import Diary
from helpdesk.cases.demo.stories import URGENCY, Story
from helpdesk.cases.models import Case
from helpdesk.cases.second_reader import readers
from helpdesk.cases.workflow import Urgency
from helpdesk.lib import clock
from helpdesk.lib.receipts import Receipt
from helpdesk.lib.row_actor import act_as
from helpdesk.teams.models import Member, Team

_HERE = UUID("a1b5b1f4-3c55-4e0e-9a57-6f2f0c1d7e11")
AsPublic = Callable[[], AbstractContextManager[None]]


def submission_of(story: Story) -> UUID:
    """The case's id: the same at every load, so that nothing is made twice."""
    return uuid5(_HERE, story.id)


@dataclass
class Play:
    """One story on the stage."""

    story: Story
    people: dict[str, Member]
    teams: dict[str, Team]
    as_public: AsPublic

    def __post_init__(self) -> None:
        self.diary = Diary(self.story.id, self.story.days_ago)
        self.receipt = Receipt.new()
        self.code = ""

    def run(self) -> bool:
        """From the question to where it stands now; False when the question was asked at an earlier load."""
        try:
            self._ask()
        except actions.AlreadyFiled:
            return False
        if self.story.stage != "new":
            self._go_on()
        return True

    def _go_on(self) -> None:
        story = self.story
        with self.diary.later(hours=1), self.file("mo", "accept") as file:
            actions.accept_case(file=file)
        self._sort()
        if story.stage == "triage":
            return
        if story.stage == "rejected":
            with self.diary.later(hours=1):
                self._act(
                    "mo",
                    "reject",
                    lambda file: actions.reject_case(file=file, reason=story.reason, letter=story.letter),
                )
            return
        with self.diary.later(hours=0.5), self.file("mo", "route") as file:
            actions.route_case(file=file, team=self.teams[story.team])
        if story.assignee:
            self._work()
        self._end()

    @contextmanager
    def file(self, who: str, verb: str) -> Iterator[CaseFile]:
        """The case in the hands of one of the cast."""
        with act_as(self.people[who].pk):
            yield case_for(self.people[who], self.code, to=verb)

    def _ask(self) -> None:
        story = self.story
        names = ("asker", "requester_type", "theme", "age_band", "province", "language")
        team = self.teams.get(story.team)
        question = actions.Question(
            text=story.text,
            danger=story.danger,
            team_id=team.pk if team else None,
            facts={name: getattr(story, name) for name in names},
            more=story.more,
        )
        with self.diary.first(), self.as_public():
            case: Case = actions.file_question(question, receipt=self.receipt, submission=submission_of(story))
        self.code = case.code

    def _sort(self) -> None:
        story = self.story
        with self.diary.later(hours=0.2), self.file("mo", "set-themes") as file:
            named = {name: getattr(story, name) for name in ("title", "theme", "subtheme", "groups", "age_band")}
            actions.set_themes(file=file, **named)
            level = Urgency.DANGER if story.danger else Urgency(URGENCY[story.urgency])
            if level != file.case.urgency:
                actions.set_urgency(file=file, urgency=level)

    def _work(self) -> None:
        story, who = self.story, self.story.assignee
        with self.diary.later(hours=2), self.file(who, "take") as file:
            actions.take_case(file=file)
        for person in story.people:
            with self.diary.later(hours=0.1), self.file(who, "add-party") as file:
                actions.add_party(file=file, person=person)
        for text in story.notes:
            with self.diary.later(hours=1), self.file(who, "note") as file:
                actions.note(file=file, text=text)
        talk = [turn for pair in _in_turns(story.replies, story.answers) for turn in pair]
        for number, (by, text) in enumerate(talk, 1):
            last = number == len(talk)
            if by == "us":
                with self.diary.later(days=1, hours=1):
                    self._reply(who, text)
            else:
                with self.diary.recently() if last and story.stage == "answered" else self.diary.later(days=1, hours=5):
                    self._answer(text)
        for task in story.tasks:
            with self.diary.later(hours=0.3), self.file(who, "plan-task") as file:
                due = (
                    clock.today()
                    if task.get("done")
                    else timezone.localdate() + timedelta(days=int(task.get("in_days", 1)))
                )
                doer = self.people[str(task.get("who") or who)]
                made = actions.plan_task(file=file, text=str(task["text"]), due_on=due, assignee=str(doer.pk))
                if task.get("done"):
                    actions.finish_task(file=file, task_id=made.pk)

    def _reply(self, who: str, text: str) -> None:
        """Where a rule asks for a second reader, her yes sends it."""
        with self.file(who, "reply") as file:
            try:
                actions.reply(file=file, text=text)
            except actions.NeedsReader:
                reader, asked = self._lay(file, "reply", text)
            else:
                return
        self._agree(reader, asked)

    def _act(self, who: str, verb: str, do: Callable[[CaseFile], None]) -> None:
        """Where a rule asks for a second reader of the last letter, it is done after her yes."""
        with self.file(who, verb) as file:
            try:
                do(file)
            except actions.NeedsReader:
                reader, asked = self._lay(file, verb, self.story.letter)
            else:
                return
        self._agree(reader, asked)
        with self.file(who, verb) as file:
            do(file)

    def _lay(self, file: CaseFile, kind: str, text: str) -> tuple[Member, UUID]:
        reader = readers(file.case, file.member)[0]
        asked: UUID = actions.ask_reading(file=file, kind=kind, text=text, reader=reader.pk).pk
        return reader, asked

    def _agree(self, reader: Member, asked: UUID) -> None:
        with act_as(reader.pk):
            read = case_for(reader, self.code, to="agree-reading")
            actions.agree_reading(file=read, reading_id=asked)

    def _answer(self, text: str) -> None:
        with self.as_public():
            visit = visit_with(self.receipt)
            if visit is None:
                raise RuntimeError(f"{self.story.id}: the mailbox does not open")
            actions.answer(visit, text)

    def _end(self) -> None:
        story, who = self.story, self.story.assignee or "sanne"
        if story.stage == "waiting_third":
            with self.diary.later(hours=3), self.file(who, "wait-third") as file:
                actions.wait_for_third(file=file, whom=story.waits_for)
        elif story.stage == "offered":
            with self.diary.recently(), self.file(who, "hand-over") as file:
                actions.hand_over_case(
                    file=file, team=self.teams[story.institution or "migratie"], to=None, note=story.reason
                )
        elif story.stage == "referred":
            place, why = story.institution, story.reason
            with self.diary.later(hours=3):
                self._act(
                    who,
                    "refer",
                    lambda file: actions.refer_case(file=file, institution=place, reason=why, letter=story.letter),
                )
        elif story.stage in {"closed", "reopened"}:
            with self.diary.later(days=1), self.file(who, "close") as file:
                actions.close_case(file=file, record_of_closing=_closing(story), knowing=True)
        if story.stage == "reopened":
            with self.diary.recently():
                self._answer(story.letter or "Mag ik nog iets vragen? Er is iets veranderd.")


def _in_turns(ours: list[str], hers: list[str]) -> Iterator[list[tuple[str, str]]]:
    for number in range(max(len(ours), len(hers))):
        yield [(by, said[number]) for by, said in (("us", ours), ("asker", hers)) if number < len(said)]


def _closing(story: Story) -> dict[str, object]:
    return {
        "help_kinds": story.help_kinds,
        "outcome": story.outcome,
        "rights": story.rights,
        "signal": story.signal,
        "province": story.province,
        "channel": "website",
        "minutes": story.minutes,
        "note": story.closing_note,
    }
