from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("library", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="ImportReport",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("begun_at", models.DateTimeField()),
                ("seconds", models.FloatField(null=True)),
                ("file_name", models.CharField(max_length=300)),
                ("digest", models.CharField(max_length=64)),
                ("bytes", models.PositiveBigIntegerField(default=0)),
                ("sort", models.CharField(max_length=20)),
                ("codes", models.JSONField(default=list)),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("begun", "begonnen"),
                            ("stored", "opgeslagen"),
                            ("same", "ongewijzigd"),
                            ("refused", "geweigerd"),
                            ("broken", "afgebroken"),
                        ],
                        default="begun",
                        max_length=10,
                    ),
                ),
                ("reason", models.TextField(blank=True)),
                ("counts", models.JSONField(default=dict)),
                ("gaps", models.JSONField(default=list)),
                ("gap_count", models.PositiveIntegerField(default=0)),
            ],
            options={
                "ordering": ["-begun_at"],
                "indexes": [models.Index(fields=["digest"], name="report_of_a_file")],
            },
        ),
    ]
