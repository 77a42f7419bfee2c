"""Deadlines stand behind the second wall with their case. Of a deadline only state and safe day change, a step never,
and none is deleted but with its whole case. Worker and calendar come in by functions alone.
"""

from django.db import migrations

OF_A_CASE = """
ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON {table} TO krh_owner USING (true) WITH CHECK (true);
CREATE POLICY desk ON {table} TO krh_desk
    USING (EXISTS (SELECT 1 FROM cases_case c WHERE c.id = case_id))
    WITH CHECK ({check});
REVOKE UPDATE ON {table} FROM krh_desk;
CREATE TRIGGER stays BEFORE DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION deadlines_stay();
"""
STAYS = """
-- `app.forgetting` names the case that is being forgotten in this transaction; nothing else takes a deadline away.
CREATE FUNCTION deadlines_stay() RETURNS trigger LANGUAGE plpgsql
    AS $$
BEGIN
    IF current_setting('app.forgetting', true) IS DISTINCT FROM OLD.case_id::text THEN
        RAISE EXCEPTION 'a deadline is not deleted' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN OLD;
END $$;
"""
CHANGES = "GRANT UPDATE (state, safe_on) ON deadlines_deadline TO krh_desk;"
LADDER = """
CREATE FUNCTION deadlines_near(until date) RETURNS TABLE (id uuid, case_id uuid, safe_on date, rungs text[])
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT d.id, d.case_id, d.safe_on,
              ARRAY(SELECT r.rung::text FROM deadlines_reminder r WHERE r.deadline_id = d.id AND r.safe_on = d.safe_on)
          FROM deadlines_deadline d WHERE d.state = 'open' AND d.safe_on <= until $$;

CREATE FUNCTION deadline_remind(new_id uuid, wanted uuid, its_rung text, now timestamptz) RETURNS boolean
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
BEGIN
    INSERT INTO deadlines_reminder (id, deadline_id, case_id, safe_on, rung, at)
        SELECT new_id, d.id, d.case_id, d.safe_on, its_rung, now FROM deadlines_deadline d
        WHERE d.id = wanted AND d.state = 'open'
        ON CONFLICT (deadline_id, safe_on, rung) DO NOTHING;
    RETURN FOUND;
END $$;
"""
CALENDAR = """
ALTER TABLE deadlines_calendarfeed ENABLE ROW LEVEL SECURITY;
ALTER TABLE deadlines_calendarfeed FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON deadlines_calendarfeed TO krh_owner USING (true) WITH CHECK (true);
CREATE POLICY desk ON deadlines_calendarfeed TO krh_desk
    USING (member_id = (SELECT app_member())) WITH CHECK (member_id = (SELECT app_member()));
ALTER TABLE deadlines_calendarentry ENABLE ROW LEVEL SECURITY;
ALTER TABLE deadlines_calendarentry FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON deadlines_calendarentry TO krh_owner USING (true) WITH CHECK (true);
CREATE POLICY desk ON deadlines_calendarentry FOR SELECT TO krh_desk USING (member_id = (SELECT app_member()));

CREATE FUNCTION calendar_put(entry uuid, whose uuid, its_day date, its_which text) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ INSERT INTO deadlines_calendarentry AS e (id, member_id, day, which, version, cancelled_on)
              VALUES (entry, whose, its_day, its_which, 0, NULL)
          ON CONFLICT (id) DO UPDATE SET day = EXCLUDED.day, cancelled_on = NULL, version = e.version + 1
              WHERE e.member_id = EXCLUDED.member_id AND (e.day <> EXCLUDED.day OR e.cancelled_on IS NOT NULL) $$;

CREATE FUNCTION calendar_cancel(entries uuid[], today date) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ UPDATE deadlines_calendarentry SET cancelled_on = today, version = version + 1
          WHERE id = ANY (entries) AND cancelled_on IS NULL $$;

-- One row with an empty id for a calendar without entries; none where nobody has this address, or left.
CREATE FUNCTION calendar_read(wanted bytea)
    RETURNS TABLE (token_hash bytea, id uuid, day date, which text, version integer, cancelled boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT f.token_hash, e.id, e.day, e.which::text, e.version, e.cancelled_on IS NOT NULL
          FROM deadlines_calendarfeed f JOIN teams_member m ON m.id = f.member_id AND m.is_active
              LEFT JOIN deadlines_calendarentry e ON e.member_id = f.member_id
          WHERE f.token_hash = wanted ORDER BY e.day, e.id $$;

CREATE FUNCTION calendar_sweep(before date) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ DELETE FROM deadlines_calendarentry WHERE day < before OR cancelled_on < before $$;

REVOKE ALL ON FUNCTION deadlines_near(date), deadline_remind(uuid, uuid, text, timestamptz),
    calendar_put(uuid, uuid, date, text), calendar_cancel(uuid[], date), calendar_read(bytea),
    calendar_sweep(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION deadlines_near(date), deadline_remind(uuid, uuid, text, timestamptz),
    calendar_put(uuid, uuid, date, text), calendar_cancel(uuid[], date), calendar_read(bytea),
    calendar_sweep(date) TO krh_desk;
"""
COUNTS = """
-- The two numbers of the frame; what is late of a lead holds deadlines of which the safe day is near or over, too.
CREATE OR REPLACE FUNCTION desk_counts() RETURNS TABLE (late bigint, reading bigint) LANGUAGE sql STABLE
    AS $$ SELECT
        CASE WHEN app_lead() THEN
            (SELECT count(*) FROM cases_escalation s JOIN cases_case c ON c.id = s.case_id
             WHERE s.step = 'lead' AND s.promise_on = c.promise_on
                 AND c.state IN ('new', 'triage', 'team', 'reopened', 'waiting_third', 'waiting_asker'))
            + (SELECT count(*) FROM deadlines_reminder r JOIN deadlines_deadline d
                   ON d.id = r.deadline_id AND d.safe_on = r.safe_on WHERE d.state = 'open' AND r.rung = 'remind-lead')
        ELSE 0 END,
        (SELECT count(DISTINCT r.case_id) FROM cases_reading r
         WHERE r.reader_id = app_member() AND r.state = 'asked') $$;
"""
STEPS = ("deadlines_deadlinestep", "deadlines_proceeding", "deadlines_proceedingstep")
BY_MEMBER = "(SELECT app_member()) IS NOT NULL"
SQL = [
    STAYS,
    *(OF_A_CASE.format(table=table, check=BY_MEMBER) for table in ("deadlines_deadline", *STEPS)),
    OF_A_CASE.format(table="deadlines_reminder", check="false"),  # only the function below writes
    CHANGES,
    LADDER,
    CALENDAR,
    COUNTS,
]


class Migration(migrations.Migration):
    dependencies = [
        ("deadlines", "0001_initial"),
        ("cases", "0048_promise_while_we_wait"),
        ("teams", "0001_initial"),
    ]
    operations = [migrations.RunSQL(sql, migrations.RunSQL.noop, hints={"database": "default"}) for sql in SQL]
