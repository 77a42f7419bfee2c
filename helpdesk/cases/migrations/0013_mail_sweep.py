"""Automatic mail outside every case goes after a while. The worker that sweeps it sees these rows and no others."""

from django.db import migrations

SWEEP = """
CREATE FUNCTION old_robot_mail(before date, most integer) RETURNS TABLE (id uuid, key_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT m.id, m.key_id FROM cases_mail m
          WHERE m.state = 'robot' AND m.case_id IS NULL AND m.created_on < before LIMIT most $$;

CREATE FUNCTION forget_robot_mail(gone uuid[]) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ DELETE FROM cases_mail m WHERE m.id = ANY (gone) AND m.state = 'robot' AND m.case_id IS NULL $$;

REVOKE ALL ON FUNCTION old_robot_mail(date, integer), forget_robot_mail(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION old_robot_mail(date, integer), forget_robot_mail(uuid[]) TO krh_desk;
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0012_mail_tries")]
    operations = [migrations.RunSQL(SWEEP, migrations.RunSQL.noop, hints={"database": "default"})]
