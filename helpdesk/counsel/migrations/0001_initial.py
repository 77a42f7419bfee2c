import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = [("cases", "0049_source")]

    operations = [
        migrations.CreateModel(
            name="Seat",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("created_on", models.DateField()),
                ("content", models.BinaryField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="seats", to="cases.case"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Door",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("lookup", models.BinaryField(unique=True)),
                ("salt", models.BinaryField()),
                ("key_id", models.UUIDField(unique=True)),
                ("public_key", models.BinaryField()),
                ("created_on", models.DateField()),
                ("until", models.DateField()),
                ("enrol_until", models.DateTimeField()),
                ("last_step", models.BigIntegerField(default=0)),
                ("wrong", models.PositiveSmallIntegerField(default=0)),
                ("replies", models.PositiveSmallIntegerField(default=0)),
                ("answered_on", models.DateField(null=True)),
                ("told", models.BinaryField()),
                ("totp", models.BinaryField(null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="doors", to="cases.case"
                    ),
                ),
                (
                    "seat",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="door", to="counsel.seat"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Parcel",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("key_id", models.UUIDField(unique=True)),
                ("created_on", models.DateField()),
                ("collected_at", models.DateTimeField(null=True)),
                ("content", models.BinaryField()),
                ("data", models.BinaryField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="parcels", to="cases.case"
                    ),
                ),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="parcels", to="counsel.door"
                    ),
                ),
            ],
        ),
    ]
