"""The ledger's three tables: entries, the seals that chain them, and the anchors that lie in the key database."""

from __future__ import annotations

from django.db import models

from helpdesk.lib.id_field import IdField


class Entry(models.Model):
    """One look, act or refusal. Inserted unchained by whoever acted; the database refuses change and deletion."""

    id = IdField()
    at = models.DateTimeField()
    actor = models.CharField(max_length=60)  # member:<uuid>, worker:<name>, asker
    verb = models.CharField(max_length=40)
    object_id = models.UUIDField(null=True)
    purpose = models.CharField(max_length=40, blank=True)
    result = models.CharField(max_length=20, default="ok")

    class Meta:
        indexes = [models.Index(fields=["object_id", "at"]), models.Index(fields=["at"])]

    def __str__(self) -> str:
        return f"{self.verb} {self.id}"


class Seal(models.Model):
    """The link of one entry in the chain: HMAC over the previous link and the entry. One sealer writes them."""

    seq = models.BigIntegerField(primary_key=True)
    entry_id = models.UUIDField(unique=True)
    mac = models.BinaryField()

    def __str__(self) -> str:
        return f"seal {self.seq}"


class Anchor(models.Model):
    """The head of the chain at a moment, kept in the other database: a tail that is cut off is missed there."""

    database = "keys"

    id = IdField()
    at = models.DateTimeField()
    seq = models.BigIntegerField()
    mac = models.BinaryField()

    class Meta:
        indexes = [models.Index(fields=["-seq"])]

    def __str__(self) -> str:
        return f"anchor {self.seq}"
