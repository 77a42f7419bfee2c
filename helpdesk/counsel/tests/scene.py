"""A case with the child's lawyer: Iris invites her and shares a file; the lawyer comes in through the website."""

from __future__ import annotations

import re
from base64 import b32decode
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

from conftest import PublicClient
from helpdesk.cases import actions as cases
from helpdesk.cases.models import Case, GivenFile, Message, Outgoing
from helpdesk.counsel import actions
from helpdesk.counsel.access import place_for
from helpdesk.counsel.laid import Place
from helpdesk.lib import clock, totp
from helpdesk.people.consent import Agreed, Band, Consent
from helpdesk.people.person import Person
from helpdesk.people.roles import Part
from helpdesk.people.telling import Channel, Choice, Subject
from helpdesk.remedies.complaint import Told, Voice
from tests import cast

PURPOSE = "Zij dient het in bij de rechtbank."
TOLD = (Subject.CONTACT, Subject.DOCUMENTS, Subject.STORY, Subject.PROGRESS)
WORDS = "De Zeepaardjes mochten niet mee."


def lawyer(**more: Any) -> Person:
    """A lawyer with whom was agreed what sharing needs."""
    known = {"name": "Margriet Bakker", "short": "M.B.", "email": "bakker@example.net"}
    told = dict.fromkeys(TOLD, Choice.YES)
    return Person(Part.LAWYER, **{**known, "told": told, "channels": {Channel.EMAIL: Choice.YES}, **more})


def agreed(case: Case, party: UUID, subjects: tuple[Subject, ...] = TOLD) -> UUID:
    """The child said yes to what this person may be told."""
    with cast.opened("iris", case, to="record-consent") as file:
        consent = Consent(
            party=str(party),
            purpose="Haar bijstaan",
            subjects=frozenset(subjects),
            agreed=frozenset({Agreed.CHILD}),
            band=Band.FROM_12,
            explained="Wat zij doet",
            language="Nederlands",
            limits=True,
            text="1/12-15",
            expires_on=clock.today() + timedelta(days=120),
        )
        row_id: UUID = cases.record_consent(file=file, agreed=consent).pk
    return row_id


def given(case: Case, about: str = "Bezoek") -> list[GivenFile]:
    """A letter of complaint, given to the asker: a PDF and a Word file."""
    told = Told(Voice.CHILD, body="De Kade", about=about, happened=WORDS)
    with cast.opened("iris", case, to="write-complaint") as file:
        letter = cases.write_complaint(file=file, route_id="instelling", told=told)
    with cast.opened("iris", case, to="give-paper") as file:
        return list(cases.give_complaint(file=file, complaint_id=letter.pk, to=None, channel=Channel.POST))


@dataclass
class Scene:
    """One case and one lawyer's place in it."""

    case: Case
    party: UUID
    consent: UUID
    seat: UUID = field(default_factory=lambda: UUID(int=0))

    @classmethod
    def of(cls, case: Case, **person: Any) -> Scene:
        """The lawyer stands there and was agreed with; nothing was shared."""
        with cast.opened("iris", case, to="add-party") as file:
            party = cases.add_party(file=file, person=lawyer(**person)).pk
        return cls(case, party, agreed(case, party))

    def invite(self, days: int = 30) -> Scene:
        with cast.opened("iris", self.case, to="invite-counsel") as file:
            until = clock.today() + timedelta(days=days)
            self.seat = actions.invite_counsel(
                file=file, party_id=self.party, purpose=PURPOSE, bar="A12345", until=until
            ).pk
        return self

    def share(self, rows: list[GivenFile] | None = None) -> list[UUID]:
        rows = rows or given(self.case)
        with cast.opened("iris", self.case, to="share-with-counsel") as file:
            shared = actions.share_with_counsel(file=file, seat_id=self.seat, given=[row.pk for row in rows])
            return [one.pk for one in shared]

    def revoke(self) -> None:
        with cast.opened("iris", self.case, to="revoke-counsel") as file:
            actions.revoke_counsel(file=file, seat_id=self.seat, reason="Zij staat het kind niet meer bij.")

    def place(self) -> Place:
        with cast.opened("iris", self.case) as file:
            return place_for(file, self.seat)

    def halves(self) -> tuple[str, str]:
        """What stands in the link, and the code that is told by telephone."""
        with cast.opened("iris", self.case) as file:
            message = UUID(place_for(file, self.seat).message)
            code = file.mine(Message.objects.get(pk=message)).content["code"]
            return str(file.mine(Outgoing.objects.get(message=message)).content["token"]), str(code)


@dataclass
class Hers:
    """The lawyer at her own computer, with her link, code and app."""

    token: str
    code: str
    client: PublicClient = field(default_factory=PublicClient)
    secret: bytes = b""
    visit: str = ""
    last: int = 0

    @classmethod
    def of(cls, scene: Scene) -> Hers:
        return cls(*scene.halves())

    @property
    def url(self) -> str:
        return f"/ophalen/{self.token}/"

    def post(self, **typed: Any) -> Any:
        """Press something; the page that comes knows the visit."""
        answer = self.client.post(self.url, {"visit": self.visit, **typed})
        if answer["Content-Type"].startswith("text/html"):
            found = re.search(r'name="visit" value="([^"]+)"', answer.content.decode())
            self.visit = found[1] if found else ""
        return answer

    def figures(self) -> str:
        """What her app shows, in a step that she has not used."""
        step = max(totp.step_at(clock.now()) - 1, self.last + 1)
        self.last = step
        return totp.figures(self.secret, step)

    def knock(self) -> Any:
        """Link and code."""
        self.visit = ""
        answer = self.post(code=self.code)
        if letters := re.search(r"<b>([A-Z2-7 ]+)</b>", answer.content.decode()):
            self.secret = b32decode(letters[1].replace(" ", ""))
        return answer

    def come_in(self) -> Any:
        """Link, code and app."""
        self.knock()
        return self.post(step="figures", figures=self.figures())
