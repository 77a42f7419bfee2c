"""Internal articles, and what relies on which source. Rows are only added: the desk may not change or remove one."""

from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def a_member() -> Any:
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)


class Migration(migrations.Migration):
    dependencies = [("library", "0002_import_report"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.CreateModel(
            name="KnowledgeArticle",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("article_id", models.UUIDField()),
                ("number", models.PositiveIntegerField()),
                ("title", models.CharField(max_length=120)),
                ("body", models.TextField()),
                ("themes", models.JSONField(default=list)),
                ("review_on", models.DateField()),
                ("retired", models.BooleanField(default=False)),
                ("at", models.DateTimeField()),
                ("by", a_member()),
                ("owner", a_member()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("article_id", "number"), name="an_article_has_one_version_of_a_number"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Reliance",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(choices=[("text", "standaardtekst"), ("article", "kennis")], max_length=8),
                ),
                ("object_id", models.UUIDField()),
                ("work_code", models.CharField(max_length=80)),
                ("address", models.CharField(blank=True, max_length=200)),
                ("language", models.CharField(default="nl", max_length=8)),
                ("number", models.PositiveIntegerField()),
                ("place", models.CharField(blank=True, max_length=200)),
                ("name", models.CharField(max_length=200)),
                ("valid_from", models.DateField(null=True)),
                ("digest", models.CharField(blank=True, max_length=64)),
                ("seen", models.CharField(max_length=64, null=True)),
                ("found", models.BooleanField(default=False)),
                ("gone", models.BooleanField(default=False)),
                ("note", models.CharField(blank=True, max_length=500)),
                ("at", models.DateTimeField()),
                ("by", a_member()),
            ],
            options={
                "indexes": [models.Index(fields=["work_code", "address"], name="who_relies_on_an_article")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "object_id", "work_code", "address", "language", "number"),
                        name="a_reliance_has_one_row_of_a_number",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["text", "article"])),
                        name="a_source_is_relied_on_by_a_known_kind",
                    ),
                ],
            },
        ),
        *(
            migrations.RunSQL(
                f"REVOKE UPDATE, DELETE ON {table} FROM krh_desk",
                f"GRANT UPDATE, DELETE ON {table} TO krh_desk",
                hints={"database": "default"},
            )
            for table in ("library_knowledgearticle", "library_reliance")
        ),
    ]
