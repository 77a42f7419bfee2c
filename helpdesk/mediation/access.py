"""May I have this mediation? Whoever holds the case opened holds its mediations; there is no other way in."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.models import Party
from helpdesk.cases.workflow import NotNow
from helpdesk.directory import reference
from helpdesk.mediation.lay import talks_of
from helpdesk.mediation.models import Step
from helpdesk.mediation.people import OURSELVES, Who
from helpdesk.mediation.talks import Talks
from helpdesk.people.person import Person

GONE = "Deze bemiddeling is er niet meer."


def all_talks(file: CaseFile) -> list[Talks]:
    """Every mediation of the case, in one statement; those that run first, the newest of them on top."""
    found: dict[UUID, list[tuple[UUID, Mapping[str, Any]]]] = {}
    for row in file.open(Step.objects.filter(case=file.case)):
        found.setdefault(row.mediation_id, []).append((row.pk, row.content))
    talks = [talks_of(mediation_id, steps) for mediation_id, steps in found.items()]
    talks.sort(key=lambda one: (one.lines[0].at, one.id), reverse=True)
    return sorted(talks, key=lambda one: one.ended is not None)


def talks_for(file: CaseFile, mediation_id: UUID) -> Talks:
    """One mediation of the case in hand.

    Raises:
        NotNow: there is none with this id here.
    """
    rows = file.open(Step.objects.filter(case=file.case, mediation=mediation_id))
    if not rows:
        raise NotNow(GONE)
    return talks_of(mediation_id, [(row.pk, row.content) for row in rows])


def mediations_of(step_ids: Collection[UUID]) -> dict[UUID, UUID]:
    """The mediation of each of these steps, of the cases that the member sees."""
    return dict(Step.objects.filter(pk__in=step_ids).values_list("pk", "mediation_id")) if step_ids else {}


def everybody(file: CaseFile) -> dict[str, Who]:
    """Who stands around the child, by id, and ourselves; who was taken away too, for what was said stays said."""
    people = [_who(row) for row in file.open(Party.objects.filter(case=file.case).order_by("created_on", "id"))]
    return {one.id: one for one in (OURSELVES, *people)}


def _who(row: Party) -> Who:
    person = Person.of(row.content)
    name = f"{person.part_label} {person.initials}".strip()
    places = {str(one.id): str(one.name) for one in reference.institutions()}
    institution = places.get(person.institution, person.institution)
    return Who(str(row.pk), name, person.part, institution, bool(row.content.get("removed_at")))
