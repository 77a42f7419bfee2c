"""On which day somebody asks how it ended. In the clear, so that a list finds it; empty when that is known."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reports", "0004_writing")]
    operations = [
        migrations.AddField("report", "ask_on", models.DateField(null=True)),
        migrations.RunSQL(
            "GRANT UPDATE (ask_on) ON reports_report TO krh_desk;",
            migrations.RunSQL.noop,
            hints={"database": "default"},
        ),
    ]
