"""Which open cases of a member rely on sources of law: their summaries, opened as a list opens them."""

from __future__ import annotations

from helpdesk.cases.access import glance_at
from helpdesk.cases.models import Case, Wall
from helpdesk.teams.models import Member
from helpdesk.teams.roles import may


def relying_cases(member: Member) -> list[Case]:
    """The open cases that this member may read herself and that rely on something, in two statements.

    A case behind a wall without her, of a family that she knows, or seen through a glass is not among them.
    """
    outside = Wall.objects.exclude(members__member=member).values("case")
    rows = Case.objects.visible_to(member).open().exclude(pk__in=outside).select_related("offer").worklist_order()
    cases = [case for case in rows if _reads(member, case)]
    return [case for case in (glance_at(cases) if cases else []) if case.summary.get("sources")]


def _reads(member: Member, case: Case) -> bool:
    offer = getattr(case, "offer", None)
    offered = offer is not None and offer.team_id in member.team_ids()
    return may(member, "read-case", case.team_id, case.state, offered=offered)
