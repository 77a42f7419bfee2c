"""A wall around one case: only who is named finds it. And the glass: a way through that two people open for an hour."""

from __future__ import annotations

from django.db import models

from helpdesk.cases.models.case import Case
from helpdesk.lib.id_field import IdField
from helpdesk.vault.fields import EncryptedJSON


class Wall(models.Model):
    """For whoever is not named, the case does not exist. Content: reason, by, at. `opening_by`: the first of two."""

    id = IdField()
    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="wall")
    created_on = models.DateField()
    opening_by = models.ForeignKey("teams.Member", on_delete=models.CASCADE, related_name="+", null=True)
    content = EncryptedJSON()

    def __str__(self) -> str:
        return f"wall {self.id}"


class WallMember(models.Model):
    """Somebody who is inside."""

    id = IdField()
    wall = models.ForeignKey(Wall, on_delete=models.CASCADE, related_name="members")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    member = models.ForeignKey("teams.Member", on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "member"], name="a_member_is_named_once")]

    def __str__(self) -> str:
        return f"wall member {self.id}"


class GlassRequest(models.Model):
    """Somebody asks to read a case that is not there for her. Under a key of its own; content: code, reason, at.

    `case` and `team` are empty where there is no such case, or where she knows the family: nobody can say yes to that.
    """

    id = IdField()
    key_id = models.UUIDField(unique=True)
    key_version = models.PositiveSmallIntegerField(default=1)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="glass", null=True)
    team = models.ForeignKey("teams.Team", on_delete=models.CASCADE, related_name="+", null=True)
    asked_by = models.ForeignKey("teams.Member", on_delete=models.CASCADE, related_name="+")
    decided_by = models.ForeignKey("teams.Member", on_delete=models.CASCADE, related_name="+", null=True)
    open_until = models.DateTimeField(null=True)
    signed_by = models.ForeignKey("teams.Member", on_delete=models.CASCADE, related_name="+", null=True)
    created_on = models.DateField()
    content = EncryptedJSON(part="summary")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(decided_by__isnull=True) | ~models.Q(decided_by=models.F("asked_by")),
                name="nobody_opens_the_glass_for_herself",
            ),
            models.CheckConstraint(
                condition=models.Q(open_until__isnull=True) | models.Q(case__isnull=False, decided_by__isnull=False),
                name="the_glass_opens_for_a_case_after_a_yes",
            ),
            models.CheckConstraint(
                condition=models.Q(signed_by__isnull=True) | ~models.Q(signed_by=models.F("asked_by")),
                name="nobody_signs_her_own_look",
            ),
        ]
        indexes = [models.Index(fields=["asked_by", "open_until"])]

    def __str__(self) -> str:
        return f"glass request {self.id}"
