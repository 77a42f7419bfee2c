"""Search reads the steps of a mediation: behind the wall of their case, and to the worker of cases that are due."""

from django.db import migrations

TEXTS = """
CREATE FUNCTION search_texts_in_mediations(wanted uuid[])
    RETURNS TABLE (case_id uuid, kind text, id uuid, key_id uuid, content bytea, more bytea)
    LANGUAGE sql STABLE SET search_path = public, pg_temp
    AS $$ SELECT s.case_id, 'step', s.id, NULL::uuid, s.content, NULL::bytea
          FROM mediation_step s WHERE s.case_id = ANY (wanted) $$;
REVOKE ALL ON FUNCTION search_texts_in_mediations(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_texts_in_mediations(uuid[]) TO krh_desk;
CREATE OR REPLACE FUNCTION search_texts(wanted uuid[])
    RETURNS TABLE (case_id uuid, kind text, id uuid, key_id uuid, content bytea, more bytea)
    LANGUAGE sql STABLE SET search_path = public, pg_temp
    AS $$ SELECT x.* FROM search_texts_in_cases(wanted) x
          UNION ALL SELECT y.* FROM search_texts_in_mediations(wanted) y $$;
"""
CHANGES = """
CREATE TRIGGER search_came AFTER INSERT OR DELETE ON mediation_step
    FOR EACH ROW EXECUTE FUNCTION search_changed();
CREATE TRIGGER search_changed AFTER UPDATE ON mediation_step FOR EACH ROW
    WHEN (OLD.case_id IS DISTINCT FROM NEW.case_id OR OLD.content IS DISTINCT FROM NEW.content)
    EXECUTE FUNCTION search_changed();
INSERT INTO cases_searchchange (case_id) SELECT DISTINCT case_id FROM mediation_step;  -- what was there before
"""


class Migration(migrations.Migration):
    dependencies = [("mediation", "0002_row_security"), ("cases", "0047_search_letters_and_referrals")]
    operations = [
        migrations.RunSQL(sql, migrations.RunSQL.noop, hints={"database": "default"}) for sql in (TEXTS, CHANGES)
    ]
