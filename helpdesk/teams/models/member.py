"""A member of staff: the account that signs in. No superuser, no permissions of the framework: roles.py decides."""

from __future__ import annotations

from functools import cached_property
from uuid import UUID

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from django.db.models.functions import Lower

from helpdesk.lib.id_field import IdField
from helpdesk.teams.queries import MemberManager
from helpdesk.teams.roles import ROLE_LABELS, Role, scope_of

THEMES = [("", "zoals het apparaat"), ("light", "licht"), ("dark", "donker")]


class Member(AbstractBaseUser):
    """First name and discipline are shown to the child; the full name stays inside."""

    id = IdField()
    email = models.EmailField(max_length=254, unique=True)
    first_name = models.CharField(max_length=60)
    full_name = models.CharField(max_length=120)
    discipline = models.CharField(max_length=80, blank=True)
    role = models.CharField(max_length=12, choices=[(str(role), ROLE_LABELS[role]) for role in Role])
    is_active = models.BooleanField(default=True)
    guided = models.BooleanField(default=False)  # new here, or accompanied: a colleague reads along what leaves
    joined_on = models.DateField(null=True)
    single_keys = models.BooleanField(default=True)  # one-letter shortcuts of the desk, WCAG 2.1.4
    theme = models.CharField(max_length=5, blank=True, choices=THEMES)

    last_login = None  # when somebody worked stands in the ledger, not here

    objects = MemberManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["full_name"]

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("email"), name="an_address_belongs_to_one_member"),
            models.CheckConstraint(
                condition=models.Q(role__in=[str(role) for role in Role]), name="a_member_has_a_known_role"
            ),
        ]

    def __str__(self) -> str:
        return f"member {self.id}"

    @property
    def role_label(self) -> str:
        return ROLE_LABELS[Role(self.role)]

    @property
    def keys_off(self) -> bool:
        return not self.single_keys

    def reaches(self, verb: str) -> bool:
        """Whether the role has the verb at all; the menu shows no door that stays shut."""
        return bool(scope_of(self.role, verb))

    @cached_property
    def _team_ids(self) -> frozenset[UUID]:
        read = self.__dict__.get("teams_read")
        return (
            frozenset(membership.team_id for membership in self.memberships.all()) if read is None else frozenset(read)
        )

    def team_ids(self) -> frozenset[UUID]:
        """The teams of this member, read once per instance; a request has its own instance."""
        return self._team_ids
