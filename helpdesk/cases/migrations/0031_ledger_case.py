"""The privacy officer asks who looked at a case behind a wall too. One row by its code, no list; no known family."""

from django.db import migrations

LEDGER = """
CREATE FUNCTION ledger_case(wanted text) RETURNS SETOF cases_case
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT c.* FROM cases_case c WHERE c.code = wanted AND (SELECT app_privacy()) AND NOT EXISTS (
              SELECT 1 FROM cases_conflict k WHERE k.case_id = c.id AND k.member_id = app_member()) $$;
REVOKE ALL ON FUNCTION ledger_case(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger_case(text) TO krh_desk;
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0030_mail_request")]
    operations = [migrations.RunSQL(LEDGER, migrations.RunSQL.noop, hints={"database": "default"})]
