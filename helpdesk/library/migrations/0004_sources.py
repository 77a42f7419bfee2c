"""Search in the sources: segments, what lies in them, and changes over the thesaurus, which nobody may remove."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

GRANT = """
REVOKE DELETE ON library_thesauruschange FROM krh_desk;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("library", "0003_knowledge"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SourceSegment",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("form", models.PositiveIntegerField()),
                ("units", models.PositiveIntegerField()),
                ("head", models.BinaryField()),
                ("made_at", models.DateTimeField()),
            ],
            options={"ordering": ["units", "id"]},
        ),
        migrations.CreateModel(
            name="SourcePosting",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("term", models.CharField(max_length=60)),
                ("data", models.BinaryField()),
                (
                    "segment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="postings",
                        to="library.sourcesegment",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("segment", "term"), name="a_term_is_once_in_a_segment")
                ],
            },
        ),
        migrations.CreateModel(
            name="IndexedVersion",
            fields=[
                (
                    "version",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="indexed",
                        serialize=False,
                        to="library.version",
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("read_at", models.DateTimeField()),
                (
                    "segment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="versions",
                        to="library.sourcesegment",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ThesaurusChange",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("key", models.CharField(max_length=40)),
                ("changes", models.JSONField()),
                ("reason", models.CharField(max_length=300)),
                ("at", models.DateTimeField()),
                ("undone_at", models.DateTimeField(null=True)),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["-at"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("undone_at", None)), fields=("key",), name="one_change_of_a_row_holds"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="a_change_of_words_has_a_reason"
                    ),
                ],
            },
        ),
        migrations.RunSQL(GRANT, migrations.RunSQL.noop),
    ]
