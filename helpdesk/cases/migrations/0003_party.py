"""People around the child: a table like the others of a case, behind the same wall of row-level security."""

import django.db.models.deletion
from django.db import migrations, models

WALL = """
ALTER TABLE cases_party ENABLE ROW LEVEL SECURITY;
ALTER TABLE cases_party FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON cases_party TO krh_owner USING (true) WITH CHECK (true);
CREATE POLICY desk ON cases_party TO krh_desk
    USING (EXISTS (SELECT 1 FROM cases_case c WHERE c.id = case_id))
    WITH CHECK ((SELECT app_member()) IS NOT NULL);
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0002_row_security")]
    operations = [
        migrations.CreateModel(
            name="Party",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("created_on", models.DateField()),
                ("content", models.BinaryField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="parties", to="cases.case"
                    ),
                ),
            ],
        ),
        migrations.RunSQL(WALL, migrations.RunSQL.noop, hints={"database": "default"}),
    ]
