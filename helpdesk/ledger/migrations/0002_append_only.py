"""The ledger only grows: run-time roles may insert, and a trigger refuses change and deletion to everybody."""

from django.db import migrations

DATA = """
REVOKE ALL ON ledger_entry, ledger_seal FROM krh_desk;
GRANT SELECT, INSERT ON ledger_entry, ledger_seal TO krh_desk;
GRANT INSERT ON ledger_entry TO krh_public;

CREATE FUNCTION ledger_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the ledger only grows';
END $$;
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE ON ledger_entry
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_only_grows();
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE ON ledger_seal
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_only_grows();
"""
UNDO_DATA = """
DROP TRIGGER only_grows ON ledger_entry; DROP TRIGGER only_grows ON ledger_seal; DROP FUNCTION ledger_only_grows();
"""
KEYS = """
REVOKE ALL ON ledger_anchor FROM krh_desk;
GRANT SELECT, INSERT ON ledger_anchor TO krh_desk;
"""


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]
    operations = [
        migrations.RunSQL(DATA, UNDO_DATA, hints={"database": "default"}),
        migrations.RunSQL(KEYS, migrations.RunSQL.noop, hints={"database": "keys"}),
    ]
