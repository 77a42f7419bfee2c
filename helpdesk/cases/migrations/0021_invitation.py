"""A mailbox that begins with an invitation by mail; and mail that did not arrive and was dealt with."""

from django.db import migrations, models

STATES = [
    ("waiting", "gaat nog weg"),
    ("sending", "gaat nu weg"),
    ("sent", "verstuurd"),
    ("unsure", "onzeker"),
    ("refused", "tegengehouden"),
    ("dead", "niet bezorgd"),
    ("settled", "afgehandeld"),
]


class Migration(migrations.Migration):
    dependencies = [("cases", "0020_familylink_row_security")]
    operations = [
        migrations.AddField("mailbox", "invite_lookup", models.BinaryField(null=True, unique=True)),
        migrations.AddField("mailbox", "invite_until", models.DateField(null=True)),
        migrations.AddField("mailbox", "opened_at", models.DateTimeField(null=True)),
        migrations.AlterField("outgoing", "state", models.CharField(choices=STATES, default="waiting", max_length=8)),
    ]
