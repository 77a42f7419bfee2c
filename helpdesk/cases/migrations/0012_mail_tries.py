"""How often a worker began on a message and did not come to an end: one that kills its readers is read no more."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0011_wall_row_security")]
    operations = [
        migrations.AddField("mail", "tries", models.PositiveSmallIntegerField(default=0)),
        migrations.RunSQL(
            "GRANT SELECT (tries), UPDATE (tries) ON cases_mail TO krh_mail",
            migrations.RunSQL.noop,
            hints={"database": "default"},
        ),
    ]
