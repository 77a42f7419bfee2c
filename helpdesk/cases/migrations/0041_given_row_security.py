"""Letters of complaint and what left on paper stand behind the second wall. What left is never changed."""

from django.db import migrations

OF_A_CASE = """
ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON {table} TO krh_owner USING (true) WITH CHECK (true);
CREATE POLICY desk ON {table} TO krh_desk
    USING (EXISTS (SELECT 1 FROM cases_case c WHERE c.id = case_id))
    WITH CHECK ((SELECT app_member()) IS NOT NULL);
"""
KEPT = "REVOKE UPDATE ON cases_givenfile FROM krh_desk;"
SQL = [*(OF_A_CASE.format(table=table) for table in ("cases_complaint", "cases_givenfile")), KEPT]


class Migration(migrations.Migration):
    dependencies = [("cases", "0040_given")]
    operations = [migrations.RunSQL(sql, migrations.RunSQL.noop, hints={"database": "default"}) for sql in SQL]
