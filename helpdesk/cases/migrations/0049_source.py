"""On which sources a case relies: a table behind the second wall, whose words search reads too."""

import django.db.models.deletion
from django.db import migrations, models

WALL = """
ALTER TABLE cases_source ENABLE ROW LEVEL SECURITY;
ALTER TABLE cases_source FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON cases_source TO krh_owner USING (true) WITH CHECK (true);
CREATE POLICY desk ON cases_source TO krh_desk
    USING (EXISTS (SELECT 1 FROM cases_case c WHERE c.id = case_id))
    WITH CHECK ((SELECT app_member()) IS NOT NULL);
"""
SEARCH = """
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
    UNION ALL SELECT s.case_id, 'source', s.id, NULL, s.content, NULL
        FROM cases_source s WHERE s.case_id = ANY (wanted)
    $$;
CREATE TRIGGER search_came AFTER INSERT OR DELETE ON cases_source
    FOR EACH ROW EXECUTE FUNCTION search_changed();
CREATE TRIGGER search_changed AFTER UPDATE ON cases_source FOR EACH ROW
    WHEN (OLD.case_id IS DISTINCT FROM NEW.case_id OR OLD.content IS DISTINCT FROM NEW.content)
    EXECUTE FUNCTION search_changed();
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0048_promise_while_we_wait")]

    operations = [
        migrations.CreateModel(
            name="Source",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("created_on", models.DateField()),
                ("content", models.BinaryField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="sources", to="cases.case"
                    ),
                ),
            ],
        ),
        *(migrations.RunSQL(sql, migrations.RunSQL.noop, hints={"database": "default"}) for sql in (WALL, SEARCH)),
    ]
