"""Walls and glass in the second wall. `cases/queries.py` says the same in Python.

A walled case is to whoever is not named what a case of a known family is: its id stands among `app_conflicts`. The
glass lifts a wall, never a conflict.
"""

from django.db import migrations

OPEN_TABLES = """
ALTER TABLE cases_wall ENABLE ROW LEVEL SECURITY;
ALTER TABLE cases_wall FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON cases_wall TO krh_owner USING (true) WITH CHECK (true);
CREATE POLICY desk ON cases_wall TO krh_desk
    USING ((SELECT app_member()) IS NOT NULL) WITH CHECK ((SELECT app_member()) IS NOT NULL);
ALTER TABLE cases_wallmember ENABLE ROW LEVEL SECURITY;
ALTER TABLE cases_wallmember FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON cases_wallmember TO krh_owner USING (true) WITH CHECK (true);
CREATE POLICY desk ON cases_wallmember TO krh_desk
    USING ((SELECT app_member()) IS NOT NULL) WITH CHECK ((SELECT app_member()) IS NOT NULL);
"""
GLASS = """
CREATE FUNCTION app_lead() RETURNS boolean LANGUAGE sql STABLE
    AS $$ SELECT coalesce(bool_or(is_active AND role = 'lead'), false) FROM teams_member WHERE id = app_member() $$;
ALTER TABLE cases_glassrequest ENABLE ROW LEVEL SECURITY;
ALTER TABLE cases_glassrequest FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON cases_glassrequest TO krh_owner USING (true) WITH CHECK (true);
CREATE POLICY desk ON cases_glassrequest TO krh_desk USING (
    asked_by_id = (SELECT app_member())
    OR (SELECT app_privacy())
    OR (team_id = ANY ((SELECT app_teams())::uuid[]) AND (SELECT app_lead()))
)
    WITH CHECK ((SELECT app_member()) IS NOT NULL);

CREATE FUNCTION app_through() RETURNS uuid[] LANGUAGE sql STABLE
    AS $$ SELECT coalesce(array_agg(case_id), '{}') FROM cases_glassrequest
          WHERE asked_by_id = app_member() AND open_until > now() $$;
CREATE OR REPLACE FUNCTION app_conflicts() RETURNS uuid[] LANGUAGE sql STABLE
    AS $$ SELECT coalesce(array_agg(case_id), '{}') FROM (
              SELECT case_id FROM cases_conflict WHERE member_id = app_member()
              UNION
              SELECT w.case_id FROM cases_wall w
              WHERE w.case_id <> ALL (app_through()) AND NOT EXISTS (
                  SELECT 1 FROM cases_wallmember m WHERE m.case_id = w.case_id AND m.member_id = app_member())
          ) AS out $$;
"""
CASE = """
DROP POLICY desk ON cases_case;
CREATE POLICY desk ON cases_case TO krh_desk USING (
    (SELECT app_member()) IS NOT NULL
    AND (team_id = ANY ((SELECT app_teams())::uuid[])
         OR id = ANY ((SELECT app_offers())::uuid[])
         OR id = ANY ((SELECT app_through())::uuid[])
         OR ((state IN ('new', 'triage') OR team_id IS NULL) AND (SELECT app_triage()))
         OR (SELECT app_privacy())  -- the row with its code; what hangs under it stays sealed and out of reach
         OR id = (SELECT app_moving()))
    AND (id <> ALL ((SELECT app_conflicts())::uuid[]) OR id = (SELECT app_moving()))
)
    WITH CHECK ((SELECT app_member()) IS NOT NULL);

-- Which case and team a code names, for a request through the glass. Known families stay unknown.
CREATE FUNCTION glass_case(wanted text) RETURNS TABLE (id uuid, team_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT c.id, c.team_id FROM cases_case c WHERE c.code = wanted AND NOT EXISTS (
              SELECT 1 FROM cases_conflict k WHERE k.case_id = c.id AND k.member_id = app_member()) $$;
REVOKE ALL ON FUNCTION glass_case(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION glass_case(text) TO krh_desk;
"""
KEYS = """
CREATE OR REPLACE FUNCTION keys_in_use(asked uuid[]) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT key_id FROM cases_case WHERE key_id = ANY (asked)
          UNION SELECT key_id FROM cases_mailbox WHERE key_id = ANY (asked)
          UNION SELECT key_id FROM cases_contact WHERE key_id = ANY (asked)
          UNION SELECT key_id FROM cases_mail WHERE key_id = ANY (asked)
          UNION SELECT key_id FROM cases_original WHERE key_id = ANY (asked)
          UNION SELECT key_id FROM cases_glassrequest WHERE key_id = ANY (asked) $$;
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0010_wall"), ("teams", "0001_initial")]
    operations = [
        migrations.RunSQL(sql, migrations.RunSQL.noop, hints={"database": "default"})
        for sql in (OPEN_TABLES, GLASS, CASE, KEYS)
    ]
