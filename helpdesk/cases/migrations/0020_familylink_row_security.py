"""Each side of a family link stands behind the second wall, with its own case."""

from django.db import migrations

OF_A_CASE = """
ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON {table} TO krh_owner USING (true) WITH CHECK (true);
CREATE POLICY desk ON {table} TO krh_desk
    USING (EXISTS (SELECT 1 FROM cases_case c WHERE c.id = case_id))
    WITH CHECK ((SELECT app_member()) IS NOT NULL);
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0019_familylink")]
    operations = [
        migrations.RunSQL(
            OF_A_CASE.format(table="cases_familylink"), migrations.RunSQL.noop, hints={"database": "default"}
        )
    ]
