"""Mediations stand behind the second wall with their case; and a step, once written, is changed by nobody."""

from django.db import migrations

OF_A_CASE = """
ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON {table} TO krh_owner USING (true) WITH CHECK (true);
CREATE POLICY desk ON {table} TO krh_desk
    USING (EXISTS (SELECT 1 FROM cases_case c WHERE c.id = case_id))
    WITH CHECK ((SELECT app_member()) IS NOT NULL);
REVOKE UPDATE ON {table} FROM krh_desk;
"""


class Migration(migrations.Migration):
    dependencies = [("mediation", "0001_initial")]
    operations = [
        migrations.RunSQL(OF_A_CASE.format(table=table), migrations.RunSQL.noop, hints={"database": "default"})
        for table in ("mediation_mediation", "mediation_step")
    ]
