"""A wall around one case, and its end by two people."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.reason import checked_reason
from helpdesk.cases.actions.stepping import now_text, stepping
from helpdesk.cases.models import Wall, WallMember
from helpdesk.cases.workflow import NotNow
from helpdesk.lib import clock
from helpdesk.teams.models import Member
from helpdesk.teams.roles import may

FEWEST = 2  # so that a holiday or a lost key leaves nobody outside


def wall_case(*, file: CaseFile, members: Iterable[Member], reason: str) -> Wall:
    """From now on the case exists for these members alone; said again, the named are others.

    Raises:
        NotNow: too few, somebody who could not work the case, the helper or oneself left out, or too short a reason.
    """
    named = {member.pk: member for member in members}
    why = checked_reason(reason)
    if len(named) < FEWEST:
        raise NotNow("Kies minstens twee collega’s. Anders kan niemand erbij als één er niet is.")
    if file.member.pk not in named:
        raise NotNow("Kies ook jezelf. Anders zie je na het bewaren niets meer.")
    helper = file.case.summary.get("assignee")
    if helper and UUID(helper) not in named:
        raise NotNow("Wie de zaak nu helpt, moet erbij kunnen.")
    case = file.case
    if not all(may(member, "read-case", case.team_id, case.state) for member in named.values()):
        raise NotNow("Kies alleen collega’s die deze zaak mogen lezen.")
    with stepping(file, "wall-case"):
        wall = Wall.objects.filter(case=file.case).first() or Wall(case=file.case, created_on=clock.today())
        file.mine(wall)
        wall.opening_by = None
        wall.content = {"reason": why, "by": str(file.member.pk), "at": now_text()}
        wall.save()
        wall.members.exclude(member__in=named).delete()
        known = set(wall.members.values_list("member_id", flat=True))
        WallMember.objects.bulk_create(
            WallMember(wall=wall, case=file.case, member=member) for pk, member in named.items() if pk not in known
        )
    return wall


def open_wall(*, file: CaseFile) -> bool:
    """Take the wall away: the first of two asks, the second says yes.

    Returns:
        Whether it is away.

    Raises:
        NotNow: there is none, or one asked oneself.
    """
    wall = Wall.objects.filter(case=file.case).first()
    if wall is None:
        raise NotNow("Om deze zaak staat geen muur.")
    if wall.opening_by_id == file.member.pk:
        raise NotNow("Je vroeg dit al. Een andere collega binnen de muur moet ja zeggen.")
    first = wall.opening_by_id is None
    with stepping(file, "open-wall", purpose="asked" if first else "agreed"):
        if first:
            wall.opening_by = file.member
            wall.save(update_fields=["opening_by"])
        else:
            wall.delete()
    return not first
