"""Mail that leaves, behind the second wall. Its worker reads as the member who wrote it; the public by a lookup."""

from django.db import migrations

OF_A_CASE = """
ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON {table} TO krh_owner USING (true) WITH CHECK (true);
CREATE POLICY desk ON {table} TO krh_desk
    USING (EXISTS (SELECT 1 FROM cases_case c WHERE c.id = case_id))
    WITH CHECK ((SELECT app_member()) IS NOT NULL);
"""
QUEUE = """
CREATE FUNCTION mail_due(at timestamptz) RETURNS TABLE (id uuid, case_id uuid, member_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT o.id, o.case_id, o.member_id FROM cases_outgoing o
          WHERE o.state IN ('waiting', 'sending') AND o.due_at <= at ORDER BY o.due_at, o.id LIMIT 100 $$;

CREATE FUNCTION mail_stop(wanted uuid) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ UPDATE cases_outgoing SET state = CASE state WHEN 'sending' THEN 'unsure' ELSE 'refused' END
          WHERE id = wanted AND state IN ('waiting', 'sending') $$;

CREATE FUNCTION handout_open(wanted bytea) RETURNS SETOF cases_handout
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT h.* FROM cases_handout h JOIN cases_outgoing o ON o.id = h.outgoing_id
          WHERE h.lookup = wanted AND h.expires_on >= current_date AND o.state IN ('sending', 'sent', 'unsure') $$;

REVOKE ALL ON FUNCTION mail_due(timestamptz), mail_stop(uuid), handout_open(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mail_due(timestamptz), mail_stop(uuid) TO krh_desk;
GRANT EXECUTE ON FUNCTION handout_open(bytea) TO krh_public;
"""
KEYS = """
CREATE OR REPLACE FUNCTION keys_in_use(asked uuid[]) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT key_id FROM cases_case WHERE key_id = ANY (asked)
          UNION SELECT key_id FROM cases_mailbox WHERE key_id = ANY (asked)
          UNION SELECT key_id FROM cases_contact WHERE key_id = ANY (asked)
          UNION SELECT key_id FROM cases_mail WHERE key_id = ANY (asked)
          UNION SELECT key_id FROM cases_original WHERE key_id = ANY (asked)
          UNION SELECT key_id FROM cases_glassrequest WHERE key_id = ANY (asked)
          UNION SELECT key_id FROM cases_whereabouts WHERE key_id = ANY (asked)
          UNION SELECT key_id FROM cases_handout WHERE key_id = ANY (asked) $$;
"""
SQL = [*(OF_A_CASE.format(table=table) for table in ("cases_outgoing", "cases_handout")), QUEUE, KEYS]


class Migration(migrations.Migration):
    dependencies = [("cases", "0016_outgoing")]
    operations = [migrations.RunSQL(sql, migrations.RunSQL.noop, hints={"database": "default"}) for sql in SQL]
