"""Whoever holds the link of an invitation takes the mailbox over, once, without a SELECT on the table.

A mail that was settled at the desk may have arrived all the same: what lies behind its link stays to be read.
"""

from django.db import migrations

INVITED = """
CREATE FUNCTION mailbox_invited(wanted bytea) RETURNS SETOF cases_mailbox
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT * FROM cases_mailbox
          WHERE invite_lookup = wanted AND opened_at IS NULL AND invite_until >= current_date $$;

CREATE FUNCTION mailbox_accept(wanted bytea, box uuid, new_lookup bytea, new_salt bytea, new_key uuid) RETURNS boolean
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
BEGIN
    UPDATE cases_mailbox SET lookup = new_lookup, salt = new_salt, key_id = new_key, invite_lookup = NULL,
        opened_at = now(), expires_on = greatest(expires_on, current_date + 90)
        WHERE invite_lookup = wanted AND id = box AND opened_at IS NULL AND invite_until >= current_date;
    RETURN FOUND;
END $$;

REVOKE ALL ON FUNCTION mailbox_invited(bytea), mailbox_accept(bytea, uuid, bytea, bytea, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mailbox_invited(bytea), mailbox_accept(bytea, uuid, bytea, bytea, uuid) TO krh_public;
"""
HANDOUT = """
CREATE OR REPLACE FUNCTION handout_open(wanted bytea) RETURNS SETOF cases_handout
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT h.* FROM cases_handout h JOIN cases_outgoing o ON o.id = h.outgoing_id
          WHERE h.lookup = wanted AND h.expires_on >= current_date
          AND o.state IN ('sending', 'sent', 'unsure', 'settled') $$;
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0021_invitation")]
    operations = [
        migrations.RunSQL(sql, migrations.RunSQL.noop, hints={"database": "default"}) for sql in (INVITED, HANDOUT)
    ]
