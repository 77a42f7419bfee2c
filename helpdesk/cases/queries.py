"""What may be listed. The database's row-level security says the same again, in SQL, for when this is forgotten."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import connection, models
from django.db.models import Q

from helpdesk.cases.workflow import IN_TRIAGE, OPEN
from helpdesk.lib import clock
from helpdesk.teams.roles import Scope, scope_of, sees_triage

if TYPE_CHECKING:
    from helpdesk.teams.models import Member


class CaseQuerySet(models.QuerySet[Any]):
    """Lists of cases for one member."""

    def visible_to(self, member: Member) -> CaseQuerySet:
        """Cases of the member's teams, offered to them, in triage for whoever does triage, or through the glass.

        Never a conflict, and behind a wall only for whoever is named.
        """
        teams = list(member.team_ids())
        mine = Q(team__in=teams) | Q(offer__team__in=teams)
        if sees_triage(member.role):
            mine |= Q(state__in=[str(state) for state in IN_TRIAGE]) | Q(team=None)
        if Scope.ANY_TEAM in scope_of(member.role, "see-ledger"):  # who looked, at any case, and never its content
            mine |= Q(pk__isnull=False)
        related = {name: self.model._meta.get_field(name).related_model for name in ("wall", "glass")}
        through = related["glass"]._default_manager.filter(asked_by=member, open_until__gt=clock.now()).values("case")
        walled = related["wall"]._default_manager.exclude(members__member=member).values("case")
        out = Q(pk__in=walled) & ~Q(pk__in=through)
        return self.filter(mine | Q(pk__in=through)).exclude(out).exclude(conflicts__member=member)

    def open(self) -> CaseQuerySet:
        return self.filter(state__in=[str(state) for state in OPEN])

    def mail_answered(self, lookup: bytes, promise: date) -> None:
        """For the mail program: the case of this reply path was answered, so that it moves on."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT mail_answered(%s, %s)", [lookup, promise])

    def worklist_order(self) -> CaseQuerySet:
        """Danger on top, then the oldest promise; an index of the open cases has this order."""
        return self.order_by("urgency", "promise_on", "created_on", "id")


class ContactQuerySet(models.QuerySet[Any]):
    """Lists of contact moments for one member."""

    def visible_to(self, member: Member) -> ContactQuerySet:
        """Joined: whoever sees the case. On its own: who logged it, the own teams, and triage where no team has it."""
        cases = self.model._meta.get_field("case").related_model._default_manager.visible_to(member)
        alone = Q(member=member) | Q(team__in=list(member.team_ids()))
        if sees_triage(member.role):
            alone |= Q(team=None)
        return self.filter(Q(case__in=cases.values("pk")) | (Q(case=None) & alone))

    def to_join(self) -> ContactQuerySet:
        """Not in a case and not done, newest first."""
        return self.filter(state="open").order_by("-created_on", "id")

    def to_call_back(self) -> ContactQuerySet:
        """Somebody waits for a call, the oldest day on top."""
        return self.filter(callback_on__isnull=False).order_by("callback_on", "created_on", "id")


class ExceptionQuerySet(models.QuerySet[Any]):
    """Exceptions to what was agreed."""

    def spend(self, exception_id: UUID) -> bool:
        """Use a granted one up; False when somebody did before. The door out calls this, as it writes its own trace."""
        return self.filter(pk=exception_id, state="granted").update(state="used") == 1


class WhereaboutsQuerySet(models.QuerySet[Any]):
    """Where children are: nothing is ever listed. The sweeper asks two functions of the database."""

    def unused_since(self, day: date) -> list[UUID]:
        """The keys of what nobody read or wrote after `day`."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT whereabouts_unused(%s)", [day])
            return [row[0] for row in cursor.fetchall()]

    def sweep(self, key_ids: list[UUID]) -> None:
        """Take the rows of these keys away, after the keys."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT whereabouts_swept(%s)", [key_ids])


class MailQuerySet(models.QuerySet[Any]):
    """Mail that came in, for one member; and for the mail program, which reads by a function alone."""

    def visible_to(self, member: Member) -> MailQuerySet:
        """In a case: whoever sees the case. Outside every case: whoever does triage."""
        cases = self.model._meta.get_field("case").related_model._default_manager.visible_to(member)
        seen = Q(case__in=cases.values("pk"))
        return self.filter(seen | Q(case=None) if sees_triage(member.role) else seen)

    def outside(self) -> MailQuerySet:
        """In no case, newest first."""
        return self.filter(case=None).order_by("-created_on", "-id")

    def along(self, lookups: list[bytes]) -> list[Any]:
        """The reply paths that these lookups name."""
        return list(self.raw("SELECT * FROM mail_paths(%s)", [lookups]))


class OutgoingQuerySet(models.QuerySet[Any]):
    """Mail that is to leave. For its worker: it learns which and for whom, and reads as that member."""

    def undelivered_to(self, member: Member) -> OutgoingQuerySet:
        """What did not arrive, or perhaps not, in the open cases that the member sees; the newest on top."""
        cases = self.model._meta.get_field("case").related_model._default_manager.visible_to(member).open()
        found = self.filter(case__in=cases.values("pk"), state__in=["dead", "unsure", "refused"])
        return found.order_by("-due_at", "-id")

    def due(self, at: datetime) -> list[tuple[UUID, UUID, UUID]]:
        """(id, case, member) of what may leave by now or hangs in the middle, the oldest first."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT id, case_id, member_id FROM mail_due(%s)", [at])
            return list(cursor.fetchall())

    def stop(self, outgoing_id: UUID) -> None:
        """It does not leave: whoever wrote it may not see the case any more, so that nobody here can say more."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT mail_stop(%s)", [outgoing_id])


class HandoutQuerySet(models.QuerySet[Any]):
    """What lies behind the link of a mail, for the public role, which has no SELECT on the table."""

    def at(self, lookup: bytes) -> list[Any]:
        """The one under this lookup, when its mail has left and it is not too old."""
        return list(self.raw("SELECT * FROM handout_open(%s)", [lookup]))


class MailboxQuerySet(models.QuerySet[Any]):
    """Reading for the public role: it has no SELECT on the tables, only functions that take the receipt's lookup."""

    def at(self, lookup: bytes) -> list[Any]:
        """The mailboxes under one lookup, mostly one or none."""
        return list(self.raw("SELECT * FROM mailbox_open(%s)", [lookup]))

    def invited(self, lookup: bytes) -> list[Any]:
        """The mailbox that the link of an invitation leads to, while that is open."""
        return list(self.raw("SELECT * FROM mailbox_invited(%s)", [lookup]))

    def accept(self, lookup: bytes, box: Any, made: Any) -> bool:
        """Give it to whoever holds the link, under the receipt that was made; False when somebody was earlier."""
        with connection.cursor() as cursor:
            values = [lookup, box.pk, made.lookup, made.salt, made.key_id]
            cursor.execute("SELECT mailbox_accept(%s, %s, %s, %s, %s)", values)
            return bool(cursor.fetchone()[0])


class ComplaintQuerySet(models.QuerySet[Any]):
    """Complaints about ourselves. The database answers with numbers alone, and never for who is shut out."""

    def counted(self, today: date) -> tuple[int, int, int]:
        """Open ones, those not confirmed in time, those not answered in time."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT open, unconfirmed, unanswered FROM complaints_counted(%s)", [today])
            row = cursor.fetchone()
        return int(row[0]), int(row[1]), int(row[2])


class LetterQuerySet(models.QuerySet[Any]):
    """Letters of one mailbox, for the public role."""

    def in_box(self, lookup: bytes, mailbox_id: UUID) -> list[Any]:
        """The letters that may be seen by now, oldest first."""
        return list(self.raw("SELECT * FROM mailbox_letters(%s, %s)", [lookup, mailbox_id]))
