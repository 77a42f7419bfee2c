"""Contact moments behind the second wall, and their keys among those that the sweeper leaves alone.

Joined, a moment is seen by whoever sees the case. On its own, by who logged it, by its team, and without a team by
whoever does triage. `cases/queries.py` says the same in Python.
"""

from django.db import migrations

CONTACT = """
ALTER TABLE cases_contact ENABLE ROW LEVEL SECURITY;
ALTER TABLE cases_contact FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON cases_contact TO krh_owner USING (true) WITH CHECK (true);
CREATE POLICY desk ON cases_contact TO krh_desk USING (
    (SELECT app_member()) IS NOT NULL
    AND (CASE WHEN case_id IS NULL
              THEN member_id = (SELECT app_member())
                   OR team_id = ANY ((SELECT app_teams())::uuid[])
                   OR (team_id IS NULL AND (SELECT app_triage()))
              ELSE EXISTS (SELECT 1 FROM cases_case c WHERE c.id = case_id) END
         OR id = (SELECT app_moving()))
)
    WITH CHECK ((SELECT app_member()) IS NOT NULL);
"""
KEYS = """
CREATE OR REPLACE FUNCTION keys_in_use(asked uuid[]) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT key_id FROM cases_case WHERE key_id = ANY (asked)
          UNION SELECT key_id FROM cases_mailbox WHERE key_id = ANY (asked)
          UNION SELECT key_id FROM cases_contact WHERE key_id = ANY (asked) $$;
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0004_contact")]
    operations = [
        migrations.RunSQL(sql, migrations.RunSQL.noop, hints={"database": "default"}) for sql in (CONTACT, KEYS)
    ]
