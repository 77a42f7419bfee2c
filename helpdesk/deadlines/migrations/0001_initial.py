import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("cases", "0047_search_letters_and_referrals"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CalendarEntry",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("day", models.DateField()),
                ("which", models.CharField(choices=[("safe", "veilige dag"), ("last", "laatste dag")], max_length=4)),
                ("version", models.PositiveIntegerField(default=0)),
                ("cancelled_on", models.DateField(null=True)),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="CalendarFeed",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("token_hash", models.BinaryField(max_length=32, unique=True)),
                ("created_on", models.DateField()),
                (
                    "member",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Deadline",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("created_on", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "loopt"),
                            ("met", "gehaald"),
                            ("lapsed", "verlopen"),
                            ("withdrawn", "niet meer nodig"),
                            ("moved", "meegegaan naar een andere zaak"),
                        ],
                        max_length=9,
                    ),
                ),
                ("safe_on", models.DateField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="deadlines", to="cases.case"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="DeadlineStep",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("created_on", models.DateField()),
                ("content", models.BinaryField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="deadline_steps", to="cases.case"
                    ),
                ),
                (
                    "deadline",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="deadlines.deadline"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Proceeding",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("created_on", models.DateField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="proceedings", to="cases.case"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ProceedingStep",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("created_on", models.DateField()),
                ("content", models.BinaryField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="proceeding_steps", to="cases.case"
                    ),
                ),
                (
                    "proceeding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="deadlines.proceeding"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Reminder",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("safe_on", models.DateField()),
                ("rung", models.CharField(max_length=20)),
                ("at", models.DateTimeField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="deadline_reminders", to="cases.case"
                    ),
                ),
                (
                    "deadline",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="reminders", to="deadlines.deadline"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="deadline",
            index=models.Index(fields=["state", "safe_on"], name="deadlines_by_day"),
        ),
        migrations.AddConstraint(
            model_name="deadline",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["open", "met", "lapsed", "withdrawn", "moved"])),
                name="a_deadline_has_a_known_state",
            ),
        ),
        migrations.AddConstraint(
            model_name="reminder",
            constraint=models.UniqueConstraint(fields=("deadline", "safe_on", "rung"), name="a_rung_is_taken_once"),
        ),
    ]
