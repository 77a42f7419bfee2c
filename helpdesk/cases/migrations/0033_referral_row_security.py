"""Referrals behind the second wall; and the one answer to a link, which the public role gives and cannot read back."""

from django.db import migrations

OF_A_CASE = """
ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON {table} TO krh_owner USING (true) WITH CHECK (true);
CREATE POLICY desk ON {table} TO krh_desk
    USING (EXISTS (SELECT 1 FROM cases_case c WHERE c.id = case_id))
    WITH CHECK ((SELECT app_member()) IS NOT NULL);
"""
# Whether it counted. The second of two at once waits for the first and finds the link answered. The case comes to its
# team, whoever it waited for and also when it has ended: a refusal must not lie unread.
ANSWER = """
CREATE FUNCTION handout_answered(wanted bytea, promise date) RETURNS boolean
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
DECLARE its_case uuid;
BEGIN
    UPDATE cases_handout h SET answered_on = current_date FROM cases_outgoing o
        WHERE h.lookup = wanted AND o.id = h.outgoing_id AND h.answered_on IS NULL
          AND h.expires_on >= current_date AND o.state IN ('sending', 'sent', 'unsure', 'settled')
        RETURNING h.case_id INTO its_case;
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
REVOKE ALL ON FUNCTION handout_answered(bytea, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION handout_answered(bytea, date) TO krh_public;
"""
SQL = [OF_A_CASE.format(table="cases_referral"), ANSWER]


class Migration(migrations.Migration):
    dependencies = [("cases", "0032_referral")]
    operations = [migrations.RunSQL(sql, migrations.RunSQL.noop, hints={"database": "default"}) for sql in SQL]
