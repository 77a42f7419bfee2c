"""Which messages a second colleague reads before they leave, and who that can be. The rules are reference data."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from uuid import UUID

from helpdesk.cases.models import Case, Conflict, Party, WallMember
from helpdesk.cases.workflow import IN_TRIAGE, Urgency
from helpdesk.directory import agreements
from helpdesk.people.person import Person
from helpdesk.people.telling import stands_against
from helpdesk.teams.models import Member
from helpdesk.teams.roles import may

# Texts that belong to an act that is more than a message, with the step of that act. The yes of the reader allows the
# act with these words; its author does it. The word stands first in the kind of a reading, before what it is about.
ACTS = {
    "reject": "reject",
    "refer": "refer",
    "confirm-complaint": "confirm-complaint",
    "answer-complaint": "answer-complaint",
    "referral": "send-referral",
    "complaint": "give-complaint",
}
ON_PAPER = frozenset({"letter", "complaint"})


def act_of(kind: str) -> str:
    """The step that a text of this kind belongs to; empty when it is a message and nothing more."""
    return ACTS.get(kind.partition(":")[0], "")


def is_letter(kind: str) -> bool:
    """Whether a text of this kind goes as a formal letter on paper."""
    return kind.partition(":")[0] in ON_PAPER


def why_read(author: Member, case: Case, *, to: Party | None = None, letter: bool = False) -> str:
    """The rule that asks for a second reader, as a sentence; empty when there is none.

    Args:
        author: who writes.
        case: the case, opened or not.
        to: somebody around the child, opened; None for the asker.
        letter: whether it goes as a formal letter on paper.
    """
    hold = {
        "guided": author.guided,
        "danger": case.urgency == Urgency.DANGER,
        "against": to is not None and stands_against(Person.of(to.content)),
        "letter": letter,
    }
    return next(filter(None, (agreements.reads_along(key) for key, applies in hold.items() if applies)), "")


def readers(
    case: Case, author: Member, members: Iterable[Member] | None = None, conflicts: Collection[UUID] | None = None
) -> list[Member]:
    """Who can read along: a colleague of the team or its lead, who may see this case; never the author.

    In triage, before a team has it, that is whoever sorts questions too.

    Args:
        members: where the caller has read the colleagues already.
        conflicts: and for whom this case is not there.
    """
    known = Member.objects.all().at_work() if members is None else members
    outside = {row.member_id for row in Conflict.objects.filter(case=case)} if conflicts is None else conflicts
    found = [
        one
        for one in known
        if one.pk != author.pk
        and one.pk not in outside
        and (case.state in IN_TRIAGE or case.team_id in one.team_ids())
        and may(one, "agree-reading", case.team_id, case.state)
    ]
    if hasattr(case, "wall"):
        inside = {row.member_id for row in WallMember.objects.filter(case=case)}
        found = [one for one in found if one.pk in inside]
    return sorted(found, key=lambda one: one.full_name)
