from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

STEPS = [("lead", "de teamleider weet het"), ("all", "alle teamleiders weten het")]
STATES = [
    ("asked", "wacht op de lezer"),
    ("agreed", "akkoord"),
    ("returned", "terug met opmerkingen"),
    ("withdrawn", "ingetrokken"),
    ("sent", "verstuurd"),
    ("done", "verwerkt"),
]


def of_a_case(name: str) -> Any:
    return models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name=name, to="cases.case")


def a_member() -> Any:
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)


class Migration(migrations.Migration):
    dependencies = [("cases", "0033_referral_row_security"), ("teams", "0003_guided")]

    operations = [
        migrations.CreateModel(
            name="Escalation",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("promise_on", models.DateField()),
                ("step", models.CharField(choices=STEPS, max_length=4)),
                ("at", models.DateTimeField()),
                ("case", of_a_case("escalations")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "promise_on", "step"), name="a_promise_escalates_once_a_step"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("step__in", ["lead", "all"])), name="an_escalation_has_a_known_step"
                    ),
                ]
            },
        ),
        migrations.CreateModel(
            name="Reading",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("state", models.CharField(choices=STATES, default="asked", max_length=9)),
                ("created_on", models.DateField()),
                ("content", models.BinaryField()),
                ("case", of_a_case("readings")),
                ("author", a_member()),
                ("reader", a_member()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", [state for state, _ in STATES])),
                        name="a_reading_is_in_a_known_state",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("author", models.F("reader")), _negated=True),
                        name="nobody_reads_the_own_text",
                    ),
                ],
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "asked")), fields=["reader"], name="readings_that_wait_for_me"
                    )
                ],
            },
        ),
    ]
