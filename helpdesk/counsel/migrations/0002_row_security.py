"""Places of lawyers stand behind the second wall. The public role comes in by functions that take a link's digest.

A door is open until its day, while its app was set up in time, not after ten wrong codes in a row, and not while the
asker has stopped something that nobody at the desk has looked at.
"""

from django.db import migrations

OF_A_CASE = """
ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON {table} TO krh_owner USING (true) WITH CHECK (true);
CREATE POLICY desk ON {table} TO krh_desk
    USING (EXISTS (SELECT 1 FROM cases_case c WHERE c.id = case_id))
    WITH CHECK ((SELECT app_member()) IS NOT NULL);
"""
# What lies ready is never changed; it goes along when its case goes up in another one, or it goes.
KEPT = """
REVOKE UPDATE ON counsel_parcel FROM krh_desk;
GRANT UPDATE (case_id) ON counsel_parcel TO krh_desk;
"""
DOORS = """
CREATE FUNCTION counsel_door_at(wanted bytea) RETURNS SETOF counsel_door
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT d.* FROM counsel_door d
          WHERE d.lookup = wanted AND d.until >= current_date AND d.wrong < 10
          AND (d.totp IS NOT NULL OR d.enrol_until > now())
          AND NOT EXISTS (SELECT 1 FROM cases_withdrawal w WHERE w.case_id = d.case_id AND NOT w.settled) $$;

CREATE FUNCTION counsel_enrol(wanted bytea, secret bytea, step bigint) RETURNS boolean
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
BEGIN
    UPDATE counsel_door SET totp = secret, last_step = step
        WHERE id IN (SELECT o.id FROM counsel_door_at(wanted) o) AND totp IS NULL;
    RETURN FOUND;
END $$;

CREATE FUNCTION counsel_enter(wanted bytea, step bigint) RETURNS boolean
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
BEGIN
    UPDATE counsel_door SET last_step = step, wrong = 0
        WHERE id IN (SELECT o.id FROM counsel_door_at(wanted) o) AND totp IS NOT NULL AND last_step < step;
    RETURN FOUND;
END $$;

CREATE FUNCTION counsel_wrong(wanted bytea) RETURNS boolean
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
BEGIN
    UPDATE counsel_door SET wrong = wrong + 1 WHERE id IN (SELECT o.id FROM counsel_door_at(wanted) o);
    RETURN FOUND;
END $$;
"""
PARCELS = """
CREATE FUNCTION counsel_parcels(wanted bytea)
    RETURNS TABLE (id uuid, key_id uuid, created_on date, collected_at timestamptz, content bytea)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT p.id, p.key_id, p.created_on, p.collected_at, p.content
          FROM counsel_parcel p JOIN counsel_door_at(wanted) o ON o.id = p.door_id
          ORDER BY p.created_on DESC, p.id $$;

-- Once; and for ten minutes more, because a download may break off.
CREATE FUNCTION counsel_collect(wanted bytea, parcel uuid, at timestamptz) RETURNS SETOF counsel_parcel
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ UPDATE counsel_parcel SET collected_at = coalesce(collected_at, at)
          WHERE id = parcel AND door_id IN (SELECT o.id FROM counsel_door_at(wanted) o)
          AND (collected_at IS NULL OR collected_at > at - interval '10 minutes') RETURNING * $$;
"""
# The case comes to its team, whoever it waited for and also when it has ended: an answer must not lie unread.
REPLIES = """
CREATE FUNCTION counsel_replied(wanted bytea, promise date, is_last boolean) RETURNS boolean
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
DECLARE its_case uuid;
BEGIN
    UPDATE counsel_door SET replies = replies + 1,
        answered_on = CASE WHEN is_last THEN current_date ELSE answered_on END
        WHERE id IN (SELECT o.id FROM counsel_door_at(wanted) o) AND answered_on IS NULL AND replies < 20
        RETURNING case_id INTO its_case;
    IF its_case IS NULL THEN RETURN false; END IF;
    UPDATE cases_case SET
        state = CASE WHEN state IN ('waiting_third', 'waiting_asker') THEN 'team'
                     WHEN state IN ('closed', 'referred', 'rejected') AND team_id IS NOT NULL THEN 'reopened'
                     WHEN state IN ('referred', 'rejected') THEN 'triage'
                     ELSE state END,
        promise_on = coalesce(promise_on, promise)
        WHERE id = its_case;
    RETURN true;
END $$;
"""
KEYS = """
CREATE FUNCTION counsel_keys_in_use(asked uuid[]) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT key_id FROM counsel_door WHERE key_id = ANY (asked)
          UNION SELECT key_id FROM counsel_parcel WHERE key_id = ANY (asked) $$;

-- What is over: the day has passed, or it was collected. For the worker, which reads for nobody.
CREATE FUNCTION counsel_keys_over(at timestamptz, today date) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT p.key_id FROM counsel_parcel p JOIN counsel_door d ON d.id = p.door_id
              WHERE d.until < today OR p.collected_at < at - interval '10 minutes'
          UNION SELECT key_id FROM counsel_door WHERE until < today $$;
"""
_OUTSIDE = (
    "counsel_door_at(bytea), counsel_enrol(bytea, bytea, bigint), counsel_enter(bytea, bigint), counsel_wrong(bytea),"
    " counsel_parcels(bytea), counsel_collect(bytea, uuid, timestamptz), counsel_replied(bytea, date, boolean)"
)
_DESK = "counsel_keys_in_use(uuid[]), counsel_keys_over(timestamptz, date)"
GRANTS = f"""
REVOKE ALL ON FUNCTION {_OUTSIDE}, {_DESK} FROM PUBLIC;
GRANT EXECUTE ON FUNCTION {_OUTSIDE} TO krh_public;
GRANT EXECUTE ON FUNCTION {_DESK} TO krh_desk;
"""
TABLES = ("counsel_seat", "counsel_door", "counsel_parcel")
SQL = [*(OF_A_CASE.format(table=table) for table in TABLES), KEPT, DOORS, PARCELS, REPLIES, KEYS, GRANTS]


class Migration(migrations.Migration):
    dependencies = [("counsel", "0001_initial")]
    operations = [migrations.RunSQL(sql, migrations.RunSQL.noop, hints={"database": "default"}) for sql in SQL]
