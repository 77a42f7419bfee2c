"""Before somebody is entered: is there a conflict, and does this look like somebody in another case?

Compared in memory, over the cases that the colleague may read. Nothing of it is kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.crypto import salted_hmac

from helpdesk.cases import words
from helpdesk.cases.access import CaseFile, parties_elsewhere
from helpdesk.cases.models import Case, Party
from helpdesk.people.conflicts import Alike, Elsewhere, alike, conflicts
from helpdesk.people.person import Person
from helpdesk.people.roles import Part
from helpdesk.teams.models import Member


@dataclass(frozen=True)
class Findings:
    """Sentences, and whom it looks like; `cases` are those that something is shown of."""

    conflicts: list[str]
    alike: list[Alike]
    cases: list[Case]

    def __bool__(self) -> bool:
        return bool(self.conflicts or self.alike)

    @property
    def seen(self) -> str:
        """Stands in the form, so that who says yes says yes to this and not to something that came after."""
        told = [*self.conflicts, *(f"{one.elsewhere.code} {one.reasons}" for one in self.alike)]
        return salted_hmac("people.findings", "|".join(told)).hexdigest()[:24]


def findings(file: CaseFile, person: Person, *, leave_out: UUID | None = None) -> Findings:
    """Hold `person` against this case and the others; `leave_out` is the row that is being changed."""
    here = people_of(party for party in file.open(Party.objects.filter(case=file.case)) if party.pk != leave_out)
    return _held(file, [(person, with_the_child(file, here))])


def findings_among(file: CaseFile, people: list[Person]) -> Findings:
    """Hold those who go from this case into a new one against each other and against all other cases."""
    return _held(file, [(one, [other for other in people if other is not one]) for one in people])


def _held(file: CaseFile, asked: list[tuple[Person, list[Person]]]) -> Findings:
    if not asked:
        return Findings([], [], [])
    rows = [party for party in parties_elsewhere(file) if not party.content.get("removed_at")]
    others = [Elsewhere(party.case.code, Person.of(party.content)) for party in rows]
    colleagues = Member.objects.all().at_work().filter(memberships__team=file.case.team_id)
    names = [one.full_name for one in colleagues]
    told = [line for person, here in asked for line in conflicts(person, here, others, names)]
    against, like = list(dict.fromkeys(told)), [one for person, _ in asked for one in alike(person, others)]
    named = {one.elsewhere.code for one in like}
    cases = {p.case.code: p.case for p in rows if p.case.code in named or any(p.case.code in line for line in against)}
    return Findings(against, like, list(cases.values()))


def people_of(parties: Iterable[Party]) -> list[Person]:
    """The people of opened rows, without those who were taken away."""
    return [Person.of(content) for content in (row.content for row in parties) if not content.get("removed_at")]


def with_the_child(file: CaseFile, here: list[Person]) -> list[Person]:
    """A case is always about a child, also when nobody has entered her yet."""
    if any(person.part == Part.CHILD for person in here):
        return here
    return [Person(Part.CHILD, asks=words.asks_herself(file.case.summary)), *here]


def pairs_between(file: CaseFile, other: CaseFile) -> list[tuple[Party, Person, Party, Person, tuple[str, ...]]]:
    """Who of one case looks like whom of the other, and why. Both are opened; nothing is joined by this."""
    here, there = (_standing(one) for one in (file, other))
    found = []
    for row, person in here:
        like = alike(person, [Elsewhere(str(party.pk), one) for party, one in there])
        reasons = {one.elsewhere.code: one.reasons for one in like}
        found += [(row, person, party, one, reasons[str(party.pk)]) for party, one in there if str(party.pk) in reasons]
    return found


def _standing(file: CaseFile) -> list[tuple[Party, Person]]:
    rows = file.open(Party.objects.filter(case=file.case).order_by("created_on", "id"))
    return [(row, Person.of(row.content)) for row in rows if not row.content.get("removed_at")]
