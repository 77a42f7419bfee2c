"""Rows of reference as loaded from the files, and what an administrator laid over them, with a reason."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from helpdesk.directory.queries import OverrideQuerySet
from helpdesk.lib.id_field import IdField


class ReferenceItem(models.Model):
    """One row of one list. Only `load_reference` writes here."""

    id = IdField()
    list_name = models.CharField(max_length=30)
    key = models.CharField(max_length=40)
    position = models.PositiveIntegerField()
    label_nl = models.CharField(max_length=200)
    label_en = models.CharField(max_length=200)
    data = models.JSONField(default=dict)
    source = models.CharField(max_length=300)
    confidence = models.CharField(max_length=20)
    checked_on = models.DateField()
    version = models.CharField(max_length=20)

    class Meta:
        ordering = ["list_name", "position"]
        constraints = [models.UniqueConstraint(fields=["list_name", "key"], name="a_key_is_once_in_a_list")]

    def __str__(self) -> str:
        return f"{self.list_name}/{self.key}"


class ReferenceOverride(models.Model):
    """What somebody changed over the file, why, and until when it held. Never removed; a newer one ends it."""

    id = IdField()
    list_name = models.CharField(max_length=30)
    key = models.CharField(max_length=40)
    changes = models.JSONField()
    reason = models.CharField(max_length=300)
    member_id = models.UUIDField()
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)

    objects = OverrideQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.UniqueConstraint(
                fields=["list_name", "key"], condition=Q(undone_at=None), name="one_override_of_an_item_holds"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="an_override_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.list_name}/{self.key} {self.at:%Y-%m-%d}"
