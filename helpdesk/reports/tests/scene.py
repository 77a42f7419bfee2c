"""A case in which Iris writes a report: a girl, her mother, her lawyer, a letter of the agency and a law to cite."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.test import Client

from helpdesk.cases import actions as case_actions
from helpdesk.cases.models import Case, Message
from helpdesk.library.models import Work
from helpdesk.library.tests.shelf import CODE, two_states
from helpdesk.people.person import Person
from helpdesk.people.roles import Part
from helpdesk.reports import actions
from helpdesk.reports.access import parts_of, report_for
from helpdesk.reports.composing import manuscript_of
from helpdesk.reports.laid import LaidReport
from helpdesk.reports.manuscript import Manuscript
from helpdesk.reports.told import FactTold, Told
from tests import cast

DECIDED, WRITTEN = date(2026, 10, 2), date(2026, 11, 28)
REASON = "De rechtbank heeft om haar volledige naam gevraagd."
WORDS = "Ik wil weten wanneer ik naar huis mag. Als niemand het weet, wil ik dat ze dat zeggen."


@dataclass
class Scene:
    """One case with one report in the hands of one colleague."""

    case: Case
    child: str
    mother: str
    lawyer: str
    client: Client = field(repr=False)
    id: UUID | None = None

    @property
    def at(self) -> str:
        return f"/zaak/{self.case.code}/rapportages/"

    @property
    def url(self) -> str:
        return f"{self.at}{self.id}/"

    @property
    def message(self) -> str:
        """Her question."""
        with cast.opened("iris", self.case) as file:
            return str(file.mine(Message.objects.filter(case=self.case).order_by("created_on")[0]).pk)

    @property
    def report(self) -> LaidReport:
        with cast.opened("iris", self.case) as file:
            return report_for(file, self.uuid)

    @property
    def uuid(self) -> UUID:
        assert self.id is not None, "begin the report first"
        return self.id

    @property
    def manuscript(self) -> Manuscript:
        with cast.opened("iris", self.case) as file:
            return manuscript_of(file, report_for(file, self.uuid))

    def doc(self, key: str) -> dict[str, Any]:
        with cast.opened("iris", self.case) as file:
            found: dict[str, Any] = parts_of(file, self.uuid)[key].content["doc"]
            return found

    def told(self, **more: Any) -> Told:
        said: dict[str, Any] = {"procedure": "court", "title": "Terug naar huis", "before": "Rechtbank Den Haag"}
        said |= {"court_number": "C/09/1234", "decision_on": DECIDED, "on": WRITTEN, "question": "Mag zij naar huis?"}
        return Told(**{**said, "lawyer": self.lawyer, "child": self.child, "age": "8 jaar", **more})

    def start(self, **more: Any) -> UUID:
        with cast.opened("iris", self.case, to="start-report") as file:
            self.id = actions.start_report(file=file, told=self.told(**more))
        return self.id

    def do(self, action: Any, who: str = "iris", **more: Any) -> Any:
        """An act on the report, without a page."""
        with cast.opened(who, self.case, to="write-report") as file:
            return action(file=file, report_id=self.uuid, **more)

    def fact(self, text: str = "Het besluit noemt geen gesprek met haar.", **more: Any) -> str:
        said: dict[str, Any] = {"source": "party", "source_id": self.mother, "said_by": "moeder", "day": DECIDED}
        return str(self.do(actions.add_fact, told=FactTold(text=text, **{**said, **more})))

    def cite(self, place: str = "artikel=2", work: str = CODE) -> str:
        return str(self.do(actions.cite, work=work, place=place))

    def post(self, path: str, expect: int = 302, who: str = "iris", **typed: Any) -> str:
        client = self.client if who == "iris" else cast.desk_client(who)
        answer = client.post(f"{self.url if self.id else self.at}{path}", typed)
        assert answer.status_code == expect, (path, answer.status_code, answer.content.decode()[-3000:])
        return answer.content.decode()

    def look(self, path: str = "", who: str = "iris") -> str:
        client = self.client if who == "iris" else cast.desk_client(who)
        answer = client.get(f"{self.url}{path}")
        assert answer.status_code == 200, (path, answer.status_code)
        return answer.content.decode()


def scene(*, started: bool = True, text: str = WORDS) -> Scene:
    """The case with its people, and a law in two states."""
    if not Work.objects.filter(code=CODE).exists():
        two_states()
    case = cast.taken(text=text)
    people: dict[str, Any] = {}
    with cast.opened("iris", case, to="add-party") as file:
        for key, part, name in (
            ("child", Part.CHILD, "Dounia el Amrani"),
            ("mother", Part.PARENT, "Mariam de Boer"),
            ("lawyer", Part.LAWYER, "Willem Jansen"),
        ):
            people[key] = str(case_actions.add_party(file=file, person=Person(part=part, name=name)).pk)
    made = Scene(case=case, client=cast.desk_client("iris"), **people)
    if started:
        made.start()
    return made
