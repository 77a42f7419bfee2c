"""Rows of reference as loaded from the files, what an administrator laid over them, and the standard texts."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from helpdesk.directory.queries import OverrideQuerySet, StandardTextQuerySet
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


class StandardText(models.Model):
    """One version of one standard text; `text_id` is the text. The last version holds, unless it says `retired`.

    Rows are only added: the desk's role may not change them. Words for many cases, never about one. Empty `themes`,
    `states` or `askers` means: for all.
    """

    id = IdField()
    text_id = models.UUIDField()
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=80)
    body = models.TextField()
    language = models.CharField(max_length=8)
    themes = models.JSONField(default=list)
    states = models.JSONField(default=list)
    askers = models.JSONField(default=list)
    owner = models.ForeignKey("teams.Member", on_delete=models.PROTECT, related_name="+")
    review_on = models.DateField()
    retired = models.BooleanField(default=False)
    by = models.ForeignKey("teams.Member", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = StandardTextQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["text_id", "number"], name="a_text_has_one_version_of_a_number")]

    def __str__(self) -> str:
        return f"standard text {self.text_id} {self.number}"
