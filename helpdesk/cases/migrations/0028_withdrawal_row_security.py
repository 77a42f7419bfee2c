"""What an asker stopped: the public role inserts it, and takes her own back within ten minutes. The desk reads it."""

from django.db import migrations

OF_A_CASE = """
ALTER TABLE cases_withdrawal ENABLE ROW LEVEL SECURITY;
ALTER TABLE cases_withdrawal FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON cases_withdrawal TO krh_owner USING (true) WITH CHECK (true);
CREATE POLICY desk ON cases_withdrawal TO krh_desk
    USING (EXISTS (SELECT 1 FROM cases_case c WHERE c.id = case_id))
    WITH CHECK ((SELECT app_member()) IS NOT NULL);
CREATE POLICY comes_in ON cases_withdrawal FOR INSERT TO krh_public WITH CHECK (NOT settled);
GRANT INSERT ON cases_withdrawal TO krh_public;
"""
PUBLIC = """
CREATE FUNCTION mailbox_status(wanted bytea, box uuid, new_status bytea) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ UPDATE cases_mailbox SET status = new_status WHERE lookup = wanted AND id = box $$;

CREATE FUNCTION withdrawal_put_back(wanted bytea, box uuid, withdrawal uuid) RETURNS boolean
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ WITH gone AS (
              DELETE FROM cases_withdrawal w USING cases_mailbox m
              WHERE m.lookup = wanted AND m.id = box AND w.case_id = m.case_id AND w.id = withdrawal
                    AND NOT w.settled AND w.made_at > now() - interval '10 minutes'
              RETURNING w.id)
          SELECT EXISTS (SELECT 1 FROM gone) $$;

REVOKE ALL ON FUNCTION mailbox_status(bytea, uuid, bytea), withdrawal_put_back(bytea, uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mailbox_status(bytea, uuid, bytea), withdrawal_put_back(bytea, uuid, uuid) TO krh_public;
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0027_withdrawal")]
    operations = [
        migrations.RunSQL(sql, migrations.RunSQL.noop, hints={"database": "default"}) for sql in (OF_A_CASE, PUBLIC)
    ]
