"""What the public role may do in the key database: insert wraps, read or burn one mailbox wrap by its random id."""

from django.db import migrations

SQL = """
GRANT INSERT ON vault_wrappedkey, vault_mailboxkey TO krh_public;

CREATE FUNCTION mailbox_wrap(wanted uuid) RETURNS bytea
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT wrapped FROM vault_mailboxkey WHERE key_id = wanted $$;

CREATE FUNCTION mailbox_burn(wanted uuid) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ DELETE FROM vault_mailboxkey WHERE key_id = wanted $$;

REVOKE ALL ON FUNCTION mailbox_wrap(uuid), mailbox_burn(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mailbox_wrap(uuid), mailbox_burn(uuid) TO krh_public;
"""
UNDO = "DROP FUNCTION mailbox_wrap(uuid); DROP FUNCTION mailbox_burn(uuid);"


class Migration(migrations.Migration):
    dependencies = [("vault", "0001_initial")]
    operations = [migrations.RunSQL(SQL, UNDO, hints={"database": "keys"})]
