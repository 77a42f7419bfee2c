import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Work",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("code", models.CharField(max_length=80, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("treaty", "verdrag"),
                            ("protocol", "protocol"),
                            ("comment", "general comment"),
                            ("law", "wet"),
                            ("decree", "besluit"),
                            ("judgment", "uitspraak"),
                            ("policy", "beleid"),
                            ("note", "eigen aantekening"),
                        ],
                        max_length=10,
                    ),
                ),
                ("title", models.TextField()),
                ("short", models.CharField(blank=True, max_length=80)),
                ("source", models.CharField(max_length=300)),
                ("confidence", models.CharField(max_length=20)),
                ("checked_on", models.DateField(null=True)),
            ],
            options={
                "ordering": ["kind", "short", "code"],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("code", ""), _negated=True), name="a_work_has_a_code")
                ],
            },
        ),
        migrations.CreateModel(
            name="Version",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("language", models.CharField(default="nl", max_length=8)),
                ("valid_from", models.DateField(null=True)),
                ("valid_until", models.DateField(null=True)),
                ("edition", models.PositiveIntegerField(default=0)),
                ("digest", models.CharField(max_length=64)),
                ("file_name", models.CharField(max_length=200)),
                ("facts", models.JSONField(default=dict)),
                ("read_at", models.DateTimeField(null=True)),
                (
                    "work",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="library.work"
                    ),
                ),
            ],
            options={
                "ordering": ["work", "language", "-valid_from", "-edition"],
            },
        ),
        migrations.CreateModel(
            name="Passage",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("position", models.PositiveIntegerField()),
                ("address", models.CharField(max_length=200)),
                ("under", models.CharField(blank=True, max_length=200)),
                ("level", models.PositiveSmallIntegerField(default=0)),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("heading", "kop"),
                            ("article", "artikel"),
                            ("paragraph", "lid"),
                            ("item", "onderdeel"),
                            ("recital", "overweging"),
                            ("consideration", "rechtsoverweging"),
                            ("table", "tabel"),
                            ("note", "noot"),
                            ("text", "tekst"),
                        ],
                        max_length=14,
                    ),
                ),
                ("label", models.CharField(blank=True, max_length=200)),
                ("heading", models.TextField(blank=True)),
                ("text", models.TextField(blank=True)),
                ("digest", models.CharField(max_length=64)),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="passages", to="library.version"
                    ),
                ),
            ],
            options={
                "ordering": ["version", "position"],
                "constraints": [
                    models.UniqueConstraint(fields=("version", "position"), name="a_place_in_a_version_is_taken_once"),
                    models.UniqueConstraint(
                        fields=("version", "address"), name="an_address_in_a_version_is_one_passage"
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="version",
            constraint=models.UniqueConstraint(
                fields=("work", "language", "valid_from", "edition"),
                name="a_state_of_a_work_is_kept_once",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="version",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_from", None),
                    ("valid_until", None),
                    ("valid_until__gte", models.F("valid_from")),
                    _connector="OR",
                ),
                name="a_version_does_not_end_before_it_begins",
            ),
        ),
    ]
