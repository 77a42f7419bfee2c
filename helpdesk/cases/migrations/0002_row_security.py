"""The second wall: row-level security on every table with a case, and the four functions of the asker's mailbox.

`app.member` is set per request; unset, the desk role sees no row. The public role inserts, and reads only through
functions that take the lookup of a receipt. `cases/queries.py` says the same in Python; a test holds them together.
"""

from django.db import migrations

WHO = """
CREATE FUNCTION app_member() RETURNS uuid LANGUAGE sql STABLE
    AS $$ SELECT nullif(current_setting('app.member', true), '')::uuid $$;
CREATE FUNCTION app_teams() RETURNS uuid[] LANGUAGE sql STABLE
    AS $$ SELECT coalesce(array_agg(team_id), '{}') FROM teams_membership WHERE member_id = app_member() $$;
CREATE FUNCTION app_triage() RETURNS boolean LANGUAGE sql STABLE
    AS $$ SELECT coalesce(bool_or(is_active AND role IN ('intake', 'lead')), false)
          FROM teams_member WHERE id = app_member() $$;
CREATE FUNCTION app_privacy() RETURNS boolean LANGUAGE sql STABLE
    AS $$ SELECT coalesce(bool_or(is_active AND role = 'privacy'), false) FROM teams_member WHERE id = app_member() $$;
CREATE FUNCTION app_conflicts() RETURNS uuid[] LANGUAGE sql STABLE
    AS $$ SELECT coalesce(array_agg(case_id), '{}') FROM cases_conflict WHERE member_id = app_member() $$;
CREATE FUNCTION app_offers() RETURNS uuid[] LANGUAGE sql STABLE
    AS $$ SELECT coalesce(array_agg(case_id), '{}') FROM cases_offer WHERE team_id = ANY (app_teams()) $$;
-- `app.moving` names the case that an action is giving away in this transaction: PostgreSQL asks that the new row be
-- readable too, and after routing it is another team's.
CREATE FUNCTION app_moving() RETURNS uuid LANGUAGE sql STABLE
    AS $$ SELECT nullif(current_setting('app.moving', true), '')::uuid $$;
CREATE FUNCTION keys_in_use(asked uuid[]) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT key_id FROM cases_case WHERE key_id = ANY (asked)
          UNION SELECT key_id FROM cases_mailbox WHERE key_id = ANY (asked) $$;
REVOKE ALL ON FUNCTION keys_in_use(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION keys_in_use(uuid[]) TO krh_desk;
"""

CASE = """
ALTER TABLE cases_case ENABLE ROW LEVEL SECURITY;
ALTER TABLE cases_case FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON cases_case TO krh_owner USING (true) WITH CHECK (true);
CREATE POLICY desk ON cases_case TO krh_desk USING (
    (SELECT app_member()) IS NOT NULL
    AND (team_id = ANY ((SELECT app_teams())::uuid[])
         OR id = ANY ((SELECT app_offers())::uuid[])
         OR ((state IN ('new', 'triage') OR team_id IS NULL) AND (SELECT app_triage()))
         OR (SELECT app_privacy())  -- the row with its code; what hangs under it stays sealed and out of reach
         OR id = (SELECT app_moving()))
    AND (id <> ALL ((SELECT app_conflicts())::uuid[]) OR id = (SELECT app_moving()))
)
    WITH CHECK ((SELECT app_member()) IS NOT NULL);
CREATE POLICY public_asks ON cases_case FOR INSERT TO krh_public WITH CHECK (state = 'new');
GRANT INSERT ON cases_case TO krh_public;
"""

# Rows that belong to a case are seen and written by whoever sees the case.
OF_A_CASE = """
ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON {table} TO krh_owner USING (true) WITH CHECK (true);
CREATE POLICY desk ON {table} TO krh_desk
    USING (EXISTS (SELECT 1 FROM cases_case c WHERE c.id = case_id))
    WITH CHECK ((SELECT app_member()) IS NOT NULL);
"""
DRAFT = """
ALTER TABLE cases_draft ENABLE ROW LEVEL SECURITY;
ALTER TABLE cases_draft FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON cases_draft TO krh_owner USING (true) WITH CHECK (true);
CREATE POLICY desk ON cases_draft TO krh_desk
    USING (EXISTS (SELECT 1 FROM cases_case c WHERE c.id = case_id))
    WITH CHECK (member_id = (SELECT app_member()));
"""
LETTER = """
ALTER TABLE cases_letter ENABLE ROW LEVEL SECURITY;
ALTER TABLE cases_letter FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON cases_letter TO krh_owner USING (true) WITH CHECK (true);
CREATE POLICY desk ON cases_letter TO krh_desk
    USING (EXISTS (SELECT 1 FROM cases_mailbox m WHERE m.id = mailbox_id))
    WITH CHECK ((SELECT app_member()) IS NOT NULL);
"""
# An offer or a conflict is looked up by the policies themselves, so their own policies ask no case.
OFFER = """
ALTER TABLE cases_offer ENABLE ROW LEVEL SECURITY;
ALTER TABLE cases_offer FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON cases_offer TO krh_owner USING (true) WITH CHECK (true);
CREATE POLICY desk ON cases_offer TO krh_desk
    USING ((SELECT app_member()) IS NOT NULL) WITH CHECK ((SELECT app_member()) IS NOT NULL);
ALTER TABLE cases_conflict ENABLE ROW LEVEL SECURITY;
ALTER TABLE cases_conflict FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON cases_conflict TO krh_owner USING (true) WITH CHECK (true);
CREATE POLICY desk ON cases_conflict TO krh_desk
    USING ((SELECT app_member()) IS NOT NULL) WITH CHECK ((SELECT app_member()) IS NOT NULL);
"""
PUBLIC = """
CREATE POLICY public_asks ON cases_message FOR INSERT TO krh_public WITH CHECK (true);
CREATE POLICY public_asks ON cases_mailbox FOR INSERT TO krh_public WITH CHECK (true);
GRANT INSERT ON cases_message, cases_mailbox, cases_spentproof TO krh_public;

CREATE FUNCTION mailbox_open(wanted bytea) RETURNS SETOF cases_mailbox
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT * FROM cases_mailbox WHERE lookup = wanted AND expires_on >= current_date LIMIT 8 $$;

CREATE FUNCTION mailbox_letters(wanted bytea, box uuid) RETURNS SETOF cases_letter
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT l.* FROM cases_letter l JOIN cases_mailbox m ON m.id = l.mailbox_id
          WHERE m.lookup = wanted AND m.id = box AND l.visible_at <= now() ORDER BY l.visible_at, l.id $$;

CREATE FUNCTION mailbox_mark_read(wanted bytea, box uuid, letter uuid) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ UPDATE cases_letter l SET read_at = now() FROM cases_mailbox m
          WHERE m.id = l.mailbox_id AND m.lookup = wanted AND m.id = box AND l.id = letter AND l.read_at IS NULL $$;

CREATE FUNCTION mailbox_answered(wanted bytea, box uuid, promise date, new_status bytea) RETURNS void
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
DECLARE its_case uuid;
BEGIN
    UPDATE cases_mailbox SET status = new_status, expires_on = greatest(expires_on, promise + 90)
        WHERE lookup = wanted AND id = box RETURNING case_id INTO its_case;
    UPDATE cases_case SET
        state = CASE WHEN state = 'waiting_asker' THEN 'team'
                     WHEN state IN ('closed', 'referred', 'rejected') AND team_id IS NOT NULL THEN 'reopened'
                     WHEN state IN ('referred', 'rejected') THEN 'triage'
                     ELSE state END,
        promise_on = CASE WHEN state IN ('new', 'triage') THEN promise_on ELSE promise END
        WHERE id = its_case;
END $$;

CREATE FUNCTION mailbox_burn(wanted bytea, box uuid) RETURNS void
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
BEGIN
    DELETE FROM cases_letter WHERE mailbox_id IN (SELECT id FROM cases_mailbox WHERE lookup = wanted AND id = box);
    DELETE FROM cases_mailbox WHERE lookup = wanted AND id = box;
END $$;

REVOKE ALL ON FUNCTION mailbox_open(bytea), mailbox_letters(bytea, uuid), mailbox_mark_read(bytea, uuid, uuid),
    mailbox_answered(bytea, uuid, date, bytea), mailbox_burn(bytea, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mailbox_open(bytea), mailbox_letters(bytea, uuid), mailbox_mark_read(bytea, uuid, uuid),
    mailbox_answered(bytea, uuid, date, bytea), mailbox_burn(bytea, uuid) TO krh_public;
"""

TABLES = ["cases_message", "cases_note", "cases_task", "cases_mailbox", "cases_closing"]
SQL = [WHO, CASE, *(OF_A_CASE.format(table=table) for table in TABLES), DRAFT, LETTER, OFFER, PUBLIC]


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial"), ("teams", "0001_initial")]
    operations = [migrations.RunSQL(sql, migrations.RunSQL.noop, hints={"database": "default"}) for sql in SQL]
