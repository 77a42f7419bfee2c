"""Colleagues by id, read once for a page: names inside the desk, first names where they suffice."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from helpdesk.ledger.actions import ASKER, OUTSIDE
from helpdesk.teams.models import Member


class Colleagues:
    """Looks up names. Whoever left keeps the name in old cases."""

    def __init__(self, members: Iterable[Member]) -> None:
        self._all = {str(member.pk): member for member in members}

    @classmethod
    def load(cls) -> Colleagues:
        """Everybody, in one statement."""
        return cls(Member.objects.all())

    @classmethod
    def only(cls, ids: Iterable[str]) -> Colleagues:
        """Those of a list, in one statement."""
        return cls(Member.objects.filter(pk__in=set(ids)))

    def at_work(self) -> list[Member]:
        """Who may sign in."""
        return [member for member in self._all.values() if member.is_active]

    def get(self, member_id: object) -> Member | None:
        return self._all.get(str(member_id))

    def name(self, member_id: object) -> str:
        """The full name; empty for nobody."""
        if not member_id:
            return ""
        found = self.get(member_id)
        return found.full_name if found else "oud-collega"

    def first(self, member_id: object) -> str:
        found = self.get(member_id)
        return found.first_name if found else self.name(member_id)

    def actor(self, actor: str, *, short: bool = False) -> str:
        """Who stands in a ledger entry, `short` by first name."""
        kind, _, name = actor.partition(":")
        if actor == ASKER.name:
            return "de vrager"
        if actor == OUTSIDE.name:
            return "de ontvanger"
        if kind != "member":
            return "het systeem"
        return self.first(name) if short else self.name(name)


def colleagues_of(team_id: UUID | None) -> list[Member]:
    """Who can be given a case of this team, by name, in one statement."""
    return list(Member.objects.all().at_work().filter(memberships__team=team_id))
