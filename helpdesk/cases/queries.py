"""What may be listed. The database's row-level security says the same again, in SQL, for when this is forgotten."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection, models
from django.db.models import Exists, F, OuterRef, Q

from helpdesk.cases.workflow import IN_TRIAGE, OPEN
from helpdesk.lib import clock
from helpdesk.lib.ids import new_id
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

    def beyond_wall(self, code: str) -> Any | None:
        """For the privacy officer, who asks who looked: the case also where a wall keeps its content from her."""
        return next(iter(self.raw("SELECT * FROM ledger_case(%s)", [code])), None)

    def open(self) -> CaseQuerySet:
        return self.filter(state__in=[str(state) for state in OPEN])

    def with_answers(self) -> CaseQuerySet:
        """With `answered`: the ids of the links through which somebody outside answered."""
        links = self.model._meta.get_field("handouts").related_model._default_manager
        given = links.filter(case=OuterRef("pk"), answered_on__isnull=False).order_by().values("pk")
        found: CaseQuerySet = self.annotate(answered=ArraySubquery(given))
        return found

    def mail_answered(self, lookup: bytes, promise: date) -> None:
        """For the mail program: the case of this reply path was answered, so that it moves on."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT mail_answered(%s, %s)", [lookup, promise])

    def with_stops(self) -> CaseQuerySet:
        """With `stopped`: the asker does not want something shared any more, and nobody at the desk has seen it."""
        stops = self.model._meta.get_field("withdrawals").related_model._default_manager
        found: CaseQuerySet = self.annotate(stopped=Exists(stops.filter(case=OuterRef("pk"), settled=False)))
        return found

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


class EscalationQuerySet(models.QuerySet[Any]):
    """Broken promises: for a lead, and for the worker, which reads for nobody and asks functions of the database."""

    def late(self, member: Member) -> EscalationQuerySet:
        """Of the cases that the member sees, those whose promise still is broken, the oldest first."""
        cases = self.model._meta.get_field("case").related_model._default_manager.visible_to(member)
        found = self.filter(step="lead", case__in=cases.values("pk"), case__promise_on=F("promise_on"))
        return found.filter(case__state__in=[str(state) for state in OPEN]).order_by("promise_on", "case_id")

    def passed(self, today: date) -> list[tuple[UUID, int, bool, date, datetime | None, bool]]:
        """What may be late: case, urgency, whether it is the first answer, the day, the clock's start, lead knows."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT * FROM promises_passed(%s)", [today])
            return list(cursor.fetchall())

    def take(self, case_id: UUID, promise_on: date, step: str, at: datetime) -> bool:
        """Take one step of one promise; False when it was taken before."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT promise_escalate(%s, %s, %s, %s, %s)", [new_id(), case_id, promise_on, step, at])
            return bool(cursor.fetchone()[0])

    def known_to_all(self) -> list[tuple[str, str, date, datetime]]:
        """(code, team, promised day, since when) of what every lead is told; nothing of known families and walls."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT * FROM promises_known_to_all()")
            return list(cursor.fetchall())


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

    def answer(self, lookup: bytes, promise: date) -> bool:
        """Mark it answered and move its case; False when it was answered before, or is closed."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT handout_answered(%s, %s)", [lookup, promise])
            return bool(cursor.fetchone()[0])

    def at(self, lookup: bytes) -> list[Any]:
        """The one under this lookup, when its mail has left and it is not too old."""
        return list(self.raw("SELECT * FROM handout_open(%s)", [lookup]))


class RoutingSetQuerySet(models.QuerySet[Any]):
    """Versions of the routing rules."""

    def live(self) -> Any:
        """The one that was switched on last, or None."""
        return self.filter(live_at__isnull=False).order_by("-live_at").first()

    def newest(self) -> RoutingSetQuerySet:
        """All versions, the newest first, with whoever wrote, tried and switched on."""
        return self.select_related("by", "tried_by", "live_by").order_by("-number")


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


class WithdrawalQuerySet(models.QuerySet[Any]):
    """What askers stopped; the public role writes, and takes its own back through a function."""

    def put_back(self, lookup: bytes, mailbox_id: UUID, withdrawal_id: UUID) -> bool:
        """Whether it was still there to be put back: in the own mailbox, within ten minutes, not yet settled."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT withdrawal_put_back(%s, %s, %s)", [lookup, mailbox_id, withdrawal_id])
            return bool(cursor.fetchone()[0])
