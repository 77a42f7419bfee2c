"""Search reads letters of complaint, what was given and referrals too, and leaves room for the texts of rooms above.

`search_texts_in_cases` is what this room has; `search_texts` joins it with what other rooms add.
"""

from django.db import migrations

TEXTS_HERE = """
ALTER FUNCTION search_texts(uuid[]) RENAME TO search_texts_in_cases;
CREATE OR REPLACE FUNCTION search_texts_in_cases(wanted uuid[])
    RETURNS TABLE (case_id uuid, kind text, id uuid, key_id uuid, content bytea, more bytea)
    LANGUAGE sql STABLE SET search_path = public, pg_temp
    AS $$
    SELECT c.id, 'case', c.id, NULL::uuid, c.summary, NULL::bytea FROM cases_case c WHERE c.id = ANY (wanted)
    UNION ALL SELECT m.case_id, 'message', m.id, NULL, m.content, NULL
        FROM cases_message m WHERE m.case_id = ANY (wanted)
    UNION ALL SELECT n.case_id, 'note', n.id, NULL, n.content, NULL
        FROM cases_note n WHERE n.case_id = ANY (wanted)
    UNION ALL SELECT t.case_id, 'task', t.id, NULL, t.content, NULL
        FROM cases_task t WHERE t.case_id = ANY (wanted)
    UNION ALL SELECT e.case_id, 'closing', e.id, NULL, e.content, NULL
        FROM cases_closing e WHERE e.case_id = ANY (wanted)
    UNION ALL SELECT p.case_id, 'party', p.id, NULL, p.content, NULL
        FROM cases_party p WHERE p.case_id = ANY (wanted)
    UNION ALL SELECT k.case_id, 'contact', k.id, k.key_id, k.words, NULL
        FROM cases_contact k WHERE k.case_id = ANY (wanted)
    UNION ALL SELECT a.case_id, 'attachment', a.id, NULL, a.content, a.text FROM cases_attachment a
        WHERE a.case_id = ANY (wanted)
    UNION ALL SELECT l.case_id, 'complaint', l.id, NULL, l.content, NULL
        FROM cases_complaint l WHERE l.case_id = ANY (wanted)
    UNION ALL SELECT g.case_id, 'given', g.id, NULL, g.content, NULL
        FROM cases_givenfile g WHERE g.case_id = ANY (wanted)
    UNION ALL SELECT r.case_id, 'referral', r.id, NULL, r.content, NULL
        FROM cases_referral r WHERE r.case_id = ANY (wanted)
    $$;
CREATE FUNCTION search_texts(wanted uuid[])
    RETURNS TABLE (case_id uuid, kind text, id uuid, key_id uuid, content bytea, more bytea)
    LANGUAGE sql STABLE SET search_path = public, pg_temp
    AS $$ SELECT x.* FROM search_texts_in_cases(wanted) x $$;
REVOKE ALL ON FUNCTION search_texts(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_texts(uuid[]) TO krh_desk;
"""
OF_A_TEXT = """
CREATE TRIGGER search_came AFTER INSERT OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION search_changed();
CREATE TRIGGER search_changed AFTER UPDATE ON {table} FOR EACH ROW
    WHEN (OLD.case_id IS DISTINCT FROM NEW.case_id OR OLD.content IS DISTINCT FROM NEW.content)
    EXECUTE FUNCTION search_changed();
INSERT INTO cases_searchchange (case_id) SELECT DISTINCT case_id FROM {table};  -- what was there before
"""
TABLES = ("cases_complaint", "cases_givenfile", "cases_referral")
SQL = [TEXTS_HERE, *(OF_A_TEXT.format(table=table) for table in TABLES)]


class Migration(migrations.Migration):
    dependencies = [("cases", "0046_own_complaint")]
    operations = [migrations.RunSQL(sql, migrations.RunSQL.noop, hints={"database": "default"}) for sql in SQL]
