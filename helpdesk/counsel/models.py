"""Lawyers who may pick something up. What the case knows lies under its key, what she gets under keys of her own."""

from __future__ import annotations

from django.db import models

from helpdesk.cases.models import Case
from helpdesk.counsel.queries import DoorQuerySet, ParcelQuerySet, SeatQuerySet
from helpdesk.lib.id_field import IdField
from helpdesk.vault.fields import EncryptedBytes, EncryptedJSON


class Seat(models.Model):
    """One lawyer at one case until one day, as the desk knows it.

    Content: party, name (initials), purpose, bar, bar_by, until, by, at, message, shares, tasks; of one that has ended
    ended_at, ended_by, why and enrolled. `not_reminded` (by, at) while a colleague does not want her to be reminded;
    `seen`: how many of her answers somebody saw. A share: id (of its parcel), given, title, name, size, digest, by, at,
    back_at.

    `remind_on` is the next day on which she is reminded of her answer, for whom `remind_by` does that.
    """

    id = IdField()
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="seats")
    created_on = models.DateField()
    remind_on = models.DateField(null=True)
    remind_by = models.ForeignKey("teams.Member", on_delete=models.PROTECT, null=True, related_name="+")
    content = EncryptedJSON(step=1024)

    objects = SeatQuerySet.as_manager()

    def __str__(self) -> str:
        return f"seat {self.id}"


class Door(models.Model):
    """Her way in, while there is one. Its key opens with what stands in her link and a code told by telephone.

    Revoking destroys that key and takes the row away. Sealed to it: `told` (case_public, to which she answers) and
    `totp`, the secret of her app, which she puts in herself at the first visit, before `enrol_until`. `last_step` is
    the last one that she used, so that figures count once; `wrong` how many were wrong in a row.
    """

    id = IdField()
    seat = models.OneToOneField(Seat, on_delete=models.CASCADE, related_name="door")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="doors")
    lookup = models.BinaryField(unique=True)
    salt = models.BinaryField()
    key_id = models.UUIDField(unique=True)
    public_key = models.BinaryField()
    created_on = models.DateField()
    until = models.DateField()
    enrol_until = models.DateTimeField()
    last_step = models.BigIntegerField(default=0)
    wrong = models.PositiveSmallIntegerField(default=0)
    replies = models.PositiveSmallIntegerField(default=0)
    answered_on = models.DateField(null=True)
    told = EncryptedJSON(step=256)
    totp = EncryptedBytes(step=64, null=True)

    objects = DoorQuerySet.as_manager()

    def __str__(self) -> str:
        return f"door {self.id}"


class Parcel(models.Model):
    """One file that lies ready for her. Its label (`content`) opens with the door, its bytes with a key used once."""

    id = IdField()
    door = models.ForeignKey(Door, on_delete=models.CASCADE, related_name="parcels")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="parcels")
    key_id = models.UUIDField(unique=True)
    created_on = models.DateField()
    collected_at = models.DateTimeField(null=True)
    content = EncryptedJSON(step=512)
    data = EncryptedBytes(part="data", step=4096)

    objects = ParcelQuerySet.as_manager()

    def __str__(self) -> str:
        return f"parcel {self.id}"
