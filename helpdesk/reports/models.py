"""Reports: steps that are only added, the text of each part with its versions, and what was signed, as it stood."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from helpdesk.cases.models import Case
from helpdesk.lib.id_field import IdField
from helpdesk.reports.queries import PressOrderQuerySet, ReportQuerySet
from helpdesk.reports.workflow import IN_QUEUE, LABELS, Press, Stand, State
from helpdesk.vault.fields import EncryptedBytes, EncryptedJSON


class Report(models.Model):
    """One kinderrechtenrapportage for one child. What it is for and what stands in it is in its steps and parts."""

    id = IdField()
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="reports")
    created_on = models.DateField()
    state = models.CharField(max_length=9, choices=[(str(state), LABELS[state]) for state in State])
    ask_on = models.DateField(null=True)  # when somebody asks how it ended; None while nobody has to
    count_on = models.DateField(null=True)  # when it goes to the figures, if its outcome stays; the first of a quarter
    counted = models.BooleanField(default=False)
    tally = EncryptedJSON(part="tally", step=512, null=True)  # what of it counts, as `counted.Counted.kept`

    objects = ReportQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=[str(state) for state in State]), name="a_report_has_a_known_state"
            )
        ]

    def __str__(self) -> str:
        return f"report {self.id}"


class ReportStep(models.Model):
    """One thing that was done with a report. Content: kind, number, by, at, and what `laid` reads."""

    id = IdField()
    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="steps")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="report_steps")
    created_on = models.DateField()
    content = EncryptedJSON(step=1024)

    def __str__(self) -> str:
        return f"report step {self.id}"


class ReportPart(models.Model):
    """The text of one chapter as it is now. Content: doc, by, at, mode (`write` or `suggest`).

    `version` lies in the clear: a save names the one on which it builds, and the database compares. So do the last
    `saves` (a random id, the version that came of it, and when), so that a save is kept without a look at the text.
    """

    id = IdField()
    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="parts")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="report_parts")
    key = models.CharField(max_length=20)
    version = models.PositiveIntegerField(default=0)
    held_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    held_at = models.DateTimeField(null=True)
    held_to = models.CharField(max_length=7, default="", blank=True)  # `write`, or `suggest`
    kept_at = models.DateTimeField(null=True)  # when the newest version was put aside
    saves = models.JSONField(default=list)
    content = EncryptedJSON(step=4096)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "key"], name="a_report_has_each_part_once")]

    def __str__(self) -> str:
        return f"report part {self.id}"


class PartVersion(models.Model):
    """A chapter as it was once. Never changed.

    Content: doc, by, at, mode, version, why (`saved`, `attempt`, `read`, `signed`); of an attempt also its base.
    """

    id = IdField()
    part = models.ForeignKey(ReportPart, on_delete=models.CASCADE, related_name="versions")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="part_versions")
    created_on = models.DateField()
    content = EncryptedJSON(step=4096)

    def __str__(self) -> str:
        return f"part version {self.id}"


class FrozenReport(models.Model):
    """What was signed: the manuscript in its canonical form and the files that were made of it. Never changed.

    Content: number, digest of the manuscript and of each file (SHA-256), their sizes, writer, reader, at.
    """

    id = IdField()
    report = models.OneToOneField(Report, on_delete=models.CASCADE, related_name="frozen")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="frozen_reports")
    created_on = models.DateField()
    content = EncryptedJSON(step=1024)
    manuscript = EncryptedBytes(step=4096)
    pdf = EncryptedBytes(step=4096)
    docx = EncryptedBytes(step=4096)

    def __str__(self) -> str:
        return f"frozen report {self.id}"


class CountedReport(models.Model):
    """One report for the figures, without its id or case, sealed to the counting key. See `counted.Counted`."""

    id = IdField()
    counted_in = models.PositiveSmallIntegerField()  # the year: a day would point back
    content = EncryptedJSON(part="count", step=1024)

    def __str__(self) -> str:
        return f"counted report {self.id}"


class ReportFigures(models.Model):
    """What everybody at the desk may see of one year, in the clear. Made once, when nothing comes to it any more."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    content = models.JSONField()  # as `figures.kept`: never a count, only its class

    def __str__(self) -> str:
        return f"figures of {self.year}"


class ReportNumber(models.Model):
    """A number that was given to a report: used once, also when the signing failed or the case was forgotten."""

    id = IdField()
    year = models.PositiveSmallIntegerField()
    serial = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["year", "serial"], name="a_number_is_given_once")]

    def __str__(self) -> str:
        return f"KRR-{self.year}-{self.serial:04}"


class PressOrder(models.Model):
    """Somebody pressed the button: one report to be signed or given, made by a worker as this member.

    Content: what was asked (recipient, way, which files), the number that it got, why it was refused. `tries` says who
    has it: a worker that lost it to another one cannot end it. `lease_until` is when a worker that died loses it.
    """

    id = IdField()
    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="orders")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="press_orders")
    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=4, choices=[(str(one), str(one)) for one in Press])
    state = models.CharField(max_length=8, choices=[(str(one), str(one)) for one in Stand], default=Stand.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    at = models.DateTimeField()
    lease_until = models.DateTimeField(null=True)
    content = EncryptedJSON(step=1024)

    objects = PressOrderQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["at", "id"],
                condition=models.Q(state__in=[str(one) for one in sorted(IN_QUEUE)]),
                name="orders_in_the_queue",
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["report"],
                condition=models.Q(kind=str(Press.SIGN), state__in=[str(one) for one in sorted(IN_QUEUE)]),
                name="a_report_is_signed_by_one_order",
            )
        ]

    def __str__(self) -> str:
        return f"press order {self.id}"
