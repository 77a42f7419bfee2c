"""What may be listed of people, invitations and sessions. Imports no model, so that models may stand on it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.base_user import BaseUserManager
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Exists, OuterRef, Subquery
from django.utils import timezone


class MemberQuerySet(models.QuerySet[Any]):
    """Lists of members."""

    def at_work(self) -> MemberQuerySet:
        """Who may sign in, by name."""
        return self.filter(is_active=True).order_by("full_name")

    def with_absence(self, day: date) -> MemberQuerySet:
        """With `away`, and of who stands in `stand_in` and `stand_in_name`, on this day; in their own statement."""
        rows = self.model._meta.get_field("absences").related_model._default_manager.on(day)
        first = rows.filter(member=OuterRef("pk")).order_by("stand_in", "from_on")  # one with somebody before none
        found: MemberQuerySet = self.annotate(
            away=Exists(rows.filter(member=OuterRef("pk"))),
            stand_in=Subquery(first.values("stand_in")[:1]),
            stand_in_name=Subquery(first.values("stand_in__full_name")[:1]),
        )
        return found

    def for_the_list(self) -> MemberQuerySet:
        """Everybody for the members' page: active first, with teams, in a constant number of statements."""
        return self.prefetch_related("memberships__team").order_by("-is_active", "full_name")


class MemberManager(BaseUserManager.from_queryset(MemberQuerySet)):  # type: ignore[misc]
    """Django and allauth look members up through this. There is no `create_user`: people come by invitation.

    A member comes with the ids of the own teams, since hardly a page can do without: one statement instead of two.
    """

    def get_queryset(self) -> MemberQuerySet:
        member_teams = self.model._meta.get_field("memberships").related_model.objects
        ids = member_teams.filter(member=OuterRef("pk")).order_by().values("team")
        found: MemberQuerySet = super().get_queryset().annotate(teams_read=ArraySubquery(ids))
        return found


class InvitationQuerySet(models.QuerySet[Any]):
    """Lists of invitations."""

    def open(self) -> InvitationQuerySet:
        """Not used and not stale."""
        return self.filter(used_at=None, expires_at__gt=timezone.now())


class FactorResetQuerySet(models.QuerySet[Any]):
    """Lists of requests to reset somebody's factors."""

    def open(self) -> FactorResetQuerySet:
        """Waiting for the second person, less than a day old."""
        return self.filter(confirmed_at=None, expires_at__gt=timezone.now()).select_related("member", "requested_by")


class RotaQuerySet(models.QuerySet[Any]):
    """Lists of who answers the telephone."""

    def on(self, *days: date) -> RotaQuerySet:
        """Who stands there on these days and still works here, in order."""
        found = self.filter(day__in=days, member__is_active=True).select_related("member")
        return found.order_by("day", "position")


class AbsenceQuerySet(models.QuerySet[Any]):
    """Lists of who is away."""

    def on(self, day: date) -> AbsenceQuerySet:
        """Who does not work on this day."""
        return self.filter(from_on__lte=day, until_on__gte=day)

    def from_day(self, day: date) -> AbsenceQuerySet:
        """What is not over on this day, the first one first."""
        found = self.filter(until_on__gte=day).select_related("member", "stand_in")
        return found.order_by("from_on", "member__full_name")


class DeskSessionQuerySet(models.QuerySet[Any]):
    """Lists of sessions."""

    def unended(self) -> DeskSessionQuerySet:
        """Nobody ended them; a browser that was just shut leaves one behind."""
        return self.filter(ended_at=None)

    def running(self) -> DeskSessionQuerySet:
        """Those that still open something, newest first."""
        now = timezone.now()
        idle, absolute = settings.DESK_IDLE_SECONDS + 60, settings.DESK_ABSOLUTE_SECONDS
        alive = self.unended().filter(seen_at__gt=now - timedelta(seconds=idle))
        return alive.filter(started_at__gt=now - timedelta(seconds=absolute)).order_by("-started_at", "id")
