"""Standard texts. Their versions are only added: also the desk's role may not change or remove one."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0002_public_reads"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="StandardText",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("text_id", models.UUIDField()),
                ("number", models.PositiveIntegerField()),
                ("title", models.CharField(max_length=80)),
                ("body", models.TextField()),
                ("language", models.CharField(max_length=8)),
                ("themes", models.JSONField(default=list)),
                ("states", models.JSONField(default=list)),
                ("askers", models.JSONField(default=list)),
                ("review_on", models.DateField()),
                ("retired", models.BooleanField(default=False)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("text_id", "number"), name="a_text_has_one_version_of_a_number")
                ],
            },
        ),
        migrations.RunSQL(
            "REVOKE UPDATE, DELETE ON directory_standardtext FROM krh_desk",
            "GRANT UPDATE, DELETE ON directory_standardtext TO krh_desk",
            hints={"database": "default"},
        ),
    ]
