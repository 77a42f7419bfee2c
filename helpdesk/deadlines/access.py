"""May I have this deadline? Whoever holds the case opened holds its deadlines; lists read what the summary keeps."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.workflow import NotNow
from helpdesk.deadlines.laid import Laid, laid
from helpdesk.deadlines.models import Deadline, DeadlineStep, ProceedingStep

GONE = "Deze termijn is er niet meer."


def deadlines_of(file: CaseFile) -> list[Laid]:
    """Every deadline of the case; what runs first, by its safe day."""
    rows = file.open(DeadlineStep.objects.filter(case=file.case).select_related("deadline"))
    steps: dict[UUID, list[tuple[UUID, Mapping[str, Any]]]] = {}
    state: dict[UUID, str] = {}
    for row in rows:
        steps.setdefault(row.deadline_id, []).append((row.pk, row.content))
        state[row.deadline_id] = row.deadline.state
    found = [laid(one, state[one], steps[one]) for one in steps]
    return sorted(found, key=lambda one: (one.state != "open", one.safe, str(one.id)))


def deadline_for(file: CaseFile, deadline_id: UUID) -> Laid:
    """One deadline of the case in hand.

    Raises:
        NotNow: there is none with this id here.
    """
    deadline: Deadline | None = Deadline.objects.filter(case=file.case, pk=deadline_id).first()
    if deadline is None:
        raise NotNow(GONE)
    rows = file.open(DeadlineStep.objects.filter(case=file.case, deadline=deadline))
    return laid(deadline_id, deadline.state, [(row.pk, row.content) for row in rows])


def deadlines_at(step_ids: Collection[UUID]) -> dict[UUID, UUID]:
    """The deadline of each of these steps, of the cases that the member sees."""
    return dict(DeadlineStep.objects.filter(pk__in=step_ids).values_list("pk", "deadline_id")) if step_ids else {}


def proceedings_of(file: CaseFile) -> dict[UUID, list[Mapping[str, Any]]]:
    """Every proceeding of the case with how it stood, the newest first."""
    found: dict[UUID, list[Mapping[str, Any]]] = {}
    for row in file.open(ProceedingStep.objects.filter(case=file.case)):
        found.setdefault(row.proceeding_id, []).append(row.content)
    return {key: sorted(steps, key=lambda said: -int(said["step"])) for key, steps in found.items()}
