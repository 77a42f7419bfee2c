"""Mail behind the second wall. The mail program stores what comes in, and finds a case only by a tag of ours.

It has no SELECT on a sealed column and no key, so what it stored it cannot read back. `cases/queries.py` says the
desk's half in Python.
"""

from django.db import migrations

WALLS = """
ALTER TABLE cases_mail ENABLE ROW LEVEL SECURITY;
ALTER TABLE cases_mail FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON cases_mail TO krh_owner USING (true) WITH CHECK (true);
CREATE POLICY desk ON cases_mail TO krh_desk USING (
    (SELECT app_member()) IS NOT NULL
    AND (CASE WHEN case_id IS NULL THEN (SELECT app_triage())
              ELSE EXISTS (SELECT 1 FROM cases_case c WHERE c.id = case_id) END
         OR id = (SELECT app_moving()))
)
    WITH CHECK ((SELECT app_member()) IS NOT NULL);
CREATE POLICY mail ON cases_mail TO krh_mail USING (true) WITH CHECK (true);

ALTER TABLE cases_replypath ENABLE ROW LEVEL SECURITY;
ALTER TABLE cases_replypath FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON cases_replypath TO krh_owner USING (true) WITH CHECK (true);
CREATE POLICY desk ON cases_replypath TO krh_desk
    USING (EXISTS (SELECT 1 FROM cases_case c WHERE c.id = case_id))
    WITH CHECK ((SELECT app_member()) IS NOT NULL);

CREATE POLICY mail_asks ON cases_case FOR INSERT TO krh_mail WITH CHECK (state = 'new' AND team_id IS NULL);
CREATE POLICY mail_brings ON cases_message FOR INSERT TO krh_mail WITH CHECK (true);
GRANT INSERT ON cases_case, cases_message, cases_mail, ledger_entry TO krh_mail;
GRANT SELECT (id, case_id, mailbox, validity, uid, mark, state) ON cases_mail TO krh_mail;
GRANT UPDATE (case_id, mailbox, validity, uid, state) ON cases_mail TO krh_mail;
GRANT SELECT, INSERT, UPDATE ON cases_mailboxstate TO krh_mail;
"""

PATHS = """
CREATE FUNCTION mail_paths(wanted bytea[]) RETURNS SETOF cases_replypath
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT * FROM cases_replypath WHERE lookup = ANY (wanted) LIMIT 8 $$;

-- What an answer by mail does to the case; for the asker as `mailbox_answered`, and a third who answers ends that wait.
CREATE FUNCTION mail_answered(wanted bytea, promise date) RETURNS void
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
DECLARE its_case uuid; its_party uuid;
BEGIN
    SELECT case_id, party_id INTO its_case, its_party FROM cases_replypath WHERE lookup = wanted;
    UPDATE cases_case SET
        state = CASE WHEN state = 'waiting_asker' AND its_party IS NULL THEN 'team'
                     WHEN state = 'waiting_third' AND its_party IS NOT NULL THEN 'team'
                     WHEN state IN ('closed', 'referred', 'rejected') AND team_id IS NOT NULL THEN 'reopened'
                     WHEN state IN ('referred', 'rejected') THEN 'triage'
                     ELSE state END,
        promise_on = CASE WHEN state IN ('new', 'triage') OR its_party IS NOT NULL THEN coalesce(promise_on, promise)
                          ELSE promise END
        WHERE id = its_case;
END $$;

REVOKE ALL ON FUNCTION mail_paths(bytea[]), mail_answered(bytea, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mail_paths(bytea[]), mail_answered(bytea, date) TO krh_mail;
"""
KEYS = """
CREATE OR REPLACE FUNCTION keys_in_use(asked uuid[]) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT key_id FROM cases_case WHERE key_id = ANY (asked)
          UNION SELECT key_id FROM cases_mailbox WHERE key_id = ANY (asked)
          UNION SELECT key_id FROM cases_contact WHERE key_id = ANY (asked)
          UNION SELECT key_id FROM cases_mail WHERE key_id = ANY (asked) $$;
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0006_mail"), ("ledger", "0002_append_only")]
    operations = [
        migrations.RunSQL(sql, migrations.RunSQL.noop, hints={"database": "default"}) for sql in (WALLS, PATHS, KEYS)
    ]
