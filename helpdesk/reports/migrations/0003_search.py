"""Search reads the steps of reports and the text of their chapters: behind the wall of their case, and when due."""

from django.db import migrations

TEXTS = """
CREATE FUNCTION search_texts_in_reports(wanted uuid[])
    RETURNS TABLE (case_id uuid, kind text, id uuid, key_id uuid, content bytea, more bytea)
    LANGUAGE sql STABLE SET search_path = public, pg_temp
    AS $$ SELECT s.case_id, 'report', s.id, NULL::uuid, s.content, NULL::bytea
          FROM reports_reportstep s WHERE s.case_id = ANY (wanted)
          UNION ALL SELECT p.case_id, 'chapter', p.id, NULL::uuid, p.content, NULL::bytea
          FROM reports_reportpart p WHERE p.case_id = ANY (wanted) $$;
REVOKE ALL ON FUNCTION search_texts_in_reports(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_texts_in_reports(uuid[]) TO krh_desk;
CREATE OR REPLACE FUNCTION search_texts(wanted uuid[])
    RETURNS TABLE (case_id uuid, kind text, id uuid, key_id uuid, content bytea, more bytea)
    LANGUAGE sql STABLE SET search_path = public, pg_temp
    AS $$ SELECT x.* FROM search_texts_in_cases(wanted) x
          UNION ALL SELECT y.* FROM search_texts_in_mediations(wanted) y
          UNION ALL SELECT z.* FROM search_texts_in_deadlines(wanted) z
          UNION ALL SELECT r.* FROM search_texts_in_reports(wanted) r $$;
"""
CAME = """
CREATE TRIGGER search_came AFTER INSERT OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION search_changed();
CREATE TRIGGER search_changed AFTER UPDATE ON {table} FOR EACH ROW
    WHEN (OLD.case_id IS DISTINCT FROM NEW.case_id OR OLD.content IS DISTINCT FROM NEW.content)
    EXECUTE FUNCTION search_changed();
"""
TABLES = ("reports_reportstep", "reports_reportpart")


class Migration(migrations.Migration):
    dependencies = [("reports", "0002_row_security"), ("deadlines", "0003_search")]
    operations = [
        migrations.RunSQL(sql, migrations.RunSQL.noop, hints={"database": "default"})
        for sql in (TEXTS, *(CAME.format(table=table) for table in TABLES))
    ]
