"""Broken promises and texts to be read, behind the second wall. The worker takes steps by functions alone."""

from django.db import migrations

OF_A_CASE = """
ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON {table} TO krh_owner USING (true) WITH CHECK (true);
CREATE POLICY desk ON {table} TO krh_desk
    USING (EXISTS (SELECT 1 FROM cases_case c WHERE c.id = case_id))
    WITH CHECK ({check});
"""
WORKER = """
-- What may be late: the day is over, or it is danger, of which the hour counts. Of each, whether nothing was answered
-- yet, and when the clock started, from the ledger.
CREATE FUNCTION promises_passed(today date)
    RETURNS TABLE (case_id uuid, urgency integer, first boolean, promise_on date, started_at timestamptz,
                  lead_knows boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT c.id, c.urgency::integer,
              NOT EXISTS (SELECT 1 FROM ledger_entry e WHERE e.object_id = c.id AND e.verb IN ('reply', 'ask-more')),
              c.promise_on,
              (SELECT max(e.at) FROM ledger_entry e WHERE e.object_id = c.id AND c.urgency = 0
                   AND e.verb IN ('ask', 'answer', 'addition', 'mail-in', 'make-case', 'make-case-of-mail',
                                  'set-urgency', 'renew-promise')),
              EXISTS (SELECT 1 FROM cases_escalation s
                      WHERE s.case_id = c.id AND s.promise_on = c.promise_on AND s.step = 'lead')
          FROM cases_case c
          WHERE c.state IN ('new', 'triage', 'team', 'reopened', 'waiting_third')
              AND (c.promise_on < today OR (c.urgency = 0 AND c.promise_on IS NOT NULL))
              AND NOT EXISTS (SELECT 1 FROM cases_escalation s
                              WHERE s.case_id = c.id AND s.promise_on = c.promise_on AND s.step = 'all') $$;

CREATE FUNCTION promise_escalate(new_id uuid, wanted uuid, promise date, its_step text, now timestamptz)
    RETURNS boolean
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
BEGIN
    INSERT INTO cases_escalation (id, case_id, promise_on, step, at) VALUES (new_id, wanted, promise, its_step, now)
        ON CONFLICT (case_id, promise_on, step) DO NOTHING;
    RETURN FOUND;
END $$;
"""
LEADS = """
-- What every lead is told when a promise stays broken: code, team, day. Never of a known family, nor behind a wall.
CREATE FUNCTION promises_known_to_all() RETURNS TABLE (code text, team text, promise_on date, at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT c.code::text, coalesce(t.name, '')::text, c.promise_on, s.at
          FROM cases_escalation s JOIN cases_case c ON c.id = s.case_id AND c.promise_on = s.promise_on
              LEFT JOIN teams_team t ON t.id = c.team_id
          WHERE s.step = 'all' AND app_lead() AND c.id <> ALL (app_conflicts())
              AND c.state IN ('new', 'triage', 'team', 'reopened', 'waiting_third')
          ORDER BY c.promise_on, c.code LIMIT 100 $$;

-- The two numbers of the frame, as far as this member sees the cases.
CREATE FUNCTION desk_counts() RETURNS TABLE (late bigint, reading bigint) LANGUAGE sql STABLE
    AS $$ SELECT
        CASE WHEN app_lead() THEN
            (SELECT count(*) FROM cases_escalation s JOIN cases_case c ON c.id = s.case_id
             WHERE s.step = 'lead' AND s.promise_on = c.promise_on
                 AND c.state IN ('new', 'triage', 'team', 'reopened', 'waiting_third'))
        ELSE 0 END,
        (SELECT count(DISTINCT r.case_id) FROM cases_reading r
         WHERE r.reader_id = app_member() AND r.state = 'asked') $$;

REVOKE ALL ON FUNCTION promises_passed(date), promise_escalate(uuid, uuid, date, text, timestamptz),
    promises_known_to_all(), desk_counts() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION promises_passed(date), promise_escalate(uuid, uuid, date, text, timestamptz),
    promises_known_to_all(), desk_counts() TO krh_desk;
"""
SQL = [
    OF_A_CASE.format(table="cases_escalation", check="false"),  # only the function below writes
    OF_A_CASE.format(table="cases_reading", check="(SELECT app_member()) IS NOT NULL"),
    WORKER,
    LEADS,
]


class Migration(migrations.Migration):
    dependencies = [("cases", "0036_promise_and_reading"), ("ledger", "0002_append_only")]
    operations = [migrations.RunSQL(sql, migrations.RunSQL.noop, hints={"database": "default"}) for sql in SQL]
