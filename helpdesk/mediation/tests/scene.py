"""A mediation to test with: her case, a mother and somebody of an institution, and Iris who talks with both."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.test import Client

from helpdesk.cases import actions as case_actions
from helpdesk.cases.models import Case, Party, Task
from helpdesk.lib import clock
from helpdesk.mediation.access import all_talks
from helpdesk.mediation.talks import Talks
from helpdesk.people import consent
from helpdesk.people.consent import Agreed, Band
from helpdesk.people.hours import parse
from helpdesk.people.person import Person
from helpdesk.people.roles import Part
from helpdesk.people.telling import Channel, Choice, Subject
from tests import cast

REASON = "Dit had ik verkeerd verstaan aan de telefoon."
YES = dict.fromkeys((Subject.CONTACT, Subject.PROGRESS), Choice.YES)
WAYS = dict.fromkeys((Channel.EMAIL, Channel.CALL), Choice.YES)


@dataclass
class Scene:
    """One case with one mediation in the hands of one colleague."""

    case: Case
    mother: str
    worker: str
    client: Client = field(repr=False)
    mediation: str = ""

    @property
    def url(self) -> str:
        return f"/zaak/{self.case.code}/bemiddeling/{self.mediation}/"

    @staticmethod
    def uuid(text: str) -> UUID:
        return UUID(text)

    def start(self, expect: int = 302, **typed: Any) -> None:
        """Begin the talks."""
        form = {
            "about": "Bezoek aan haar broertje",
            "aim": "Elke week naar haar broertje.",
            "text": "Ik mis hem heel erg.",
            "parties": [self.mother, self.worker],
            "lead": str(cast.member("iris").pk),
            "started_on": clock.today().isoformat(),
            **typed,
        }
        answer = self.client.post(f"/zaak/{self.case.code}/bemiddeling/", form)
        assert answer.status_code == expect, answer.content.decode()[-3000:]
        if expect == 302:
            self.mediation = answer.headers["Location"].rstrip("/").rpartition("/")[2]

    def do(self, path: str, expect: int = 302, **typed: Any) -> str:
        """Post a verb; every form asks for a day, today unless said."""
        answer = self.client.post(f"{self.url}{path}/", {"on": clock.today().isoformat(), **typed})
        assert answer.status_code == expect, (path, answer.status_code, answer.content.decode()[-4000:])
        return answer.content.decode()

    def look(self, path: str = "") -> str:
        answer = self.client.get(f"{self.url}{path}")
        assert answer.status_code == 200, (path, answer.status_code)
        return answer.content.decode()

    def case_page(self) -> str:
        return self.client.get(f"/zaak/{self.case.code}/").content.decode()

    @property
    def talks(self) -> Talks:
        """As they stand."""
        with cast.opened("iris", self.case) as file:
            return next(one for one in all_talks(file) if str(one.id) == self.mediation)

    @property
    def tasks(self) -> list[dict[str, Any]]:
        """All tasks of the case, by day."""
        with cast.opened("iris", self.case) as file:
            found = [row.content for row in file.open(Task.objects.filter(case=file.case))]
        return sorted(found, key=lambda one: (one["due_on"], one["text"]))

    def propose(self, text: str = "Elke woensdag een uur.", **typed: Any) -> str:
        """Put something to both and give its id."""
        self.do("voorstel", **{"author": "us", "to": [self.mother, self.worker], "text": text, **typed})
        return self.talks.proposals[-1].line.id

    def agree(self, *promises: tuple[str, str, str], proposal: str = "") -> list[str]:
        """Agree on promises (who, what, by) and give their ids."""
        rows: dict[str, Any] = {
            f"{name}_{number}": value
            for number, promise in enumerate(promises)
            for name, value in zip(("who", "what", "by"), promise, strict=True)
        }
        self.do("afspraak", text="Zo doen we het.", proposal=proposal, **rows)
        return [one.id for one in self.talks.agreements[-1].promises]


def scene(*, start: bool = True, case: Case | None = None, **typed: Any) -> Scene:
    """Her case, with both around her, who may hear that there is contact and how it goes."""
    case = case or cast.taken()
    hours = parse("ma-zo 00.00-23.59")
    with cast.opened("iris", case, to="add-party") as file:
        rows: list[Party] = [
            case_actions.add_party(
                file=file,
                person=Person(
                    part, name=name, email=email, telephone="06-12345678", told=YES, channels=WAYS, hours=hours
                ),
            )
            for part, name, email in (
                (Part.PARENT, "Maryam el Idrissi", "moeder@example.net"),
                (Part.WORKER, "Jan Brugman", "jb@example.org"),
            )
        ]
        case_actions.record_consent(
            file=file,
            agreed=consent.Consent(
                party=str(rows[1].pk),
                purpose="bezoek",
                subjects=frozenset({Subject.CONTACT, Subject.PROGRESS}),
                agreed=frozenset({Agreed.CHILD, Agreed.PARENT}),
                band=Band.FROM_12,
                explained="alles",
                language="Nederlands",
                limits=True,
                text="1/12-15",
                expires_on=clock.today().replace(year=clock.today().year + 1),
            ),
        )
    made = Scene(case, str(rows[0].pk), str(rows[1].pk), cast.desk_client("iris"))
    if start:
        made.start(**typed)
    return made
