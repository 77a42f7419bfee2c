"""Files behind the second wall. The public and the mail program put them in and read none."""

from django.db import migrations

OF_A_CASE = """
ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON {table} TO krh_owner USING (true) WITH CHECK (true);
CREATE POLICY desk ON {table} TO krh_desk
    USING (EXISTS (SELECT 1 FROM cases_case c WHERE c.id = case_id))
    WITH CHECK ((SELECT app_member()) IS NOT NULL);
"""
COMES_IN = """
CREATE POLICY comes_in ON {table} FOR INSERT TO krh_public, krh_mail WITH CHECK (true);
GRANT INSERT ON {table} TO krh_public, krh_mail;
"""
KEYS = """
CREATE OR REPLACE FUNCTION keys_in_use(asked uuid[]) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT key_id FROM cases_case WHERE key_id = ANY (asked)
          UNION SELECT key_id FROM cases_mailbox WHERE key_id = ANY (asked)
          UNION SELECT key_id FROM cases_contact WHERE key_id = ANY (asked)
          UNION SELECT key_id FROM cases_mail WHERE key_id = ANY (asked)
          UNION SELECT key_id FROM cases_original WHERE key_id = ANY (asked) $$;
"""
FILES = ("cases_attachment", "cases_original")
SQL = [
    *(OF_A_CASE.format(table=table) for table in (*FILES, "cases_filerequest")),
    *(COMES_IN.format(table=table) for table in FILES),
    KEYS,
]


class Migration(migrations.Migration):
    dependencies = [("cases", "0008_attachment")]
    operations = [migrations.RunSQL(sql, migrations.RunSQL.noop, hints={"database": "default"}) for sql in SQL]
