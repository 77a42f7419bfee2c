"""Search behind the second wall: what changed is written down by triggers, and the worker reads through functions.

A trigger sees every way in: the public program and the mail program cannot read a case, so they could not keep its
words up to date either. Texts go to the worker of cases that are due alone, as ciphertext; their keys lie elsewhere.
"""

from django.db import migrations

WALLS = """
ALTER TABLE cases_searchchange ENABLE ROW LEVEL SECURITY;
ALTER TABLE cases_searchchange FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON cases_searchchange TO krh_owner USING (true) WITH CHECK (true);
CREATE POLICY desk ON cases_searchchange FOR SELECT TO krh_desk
    USING (EXISTS (SELECT 1 FROM cases_case c WHERE c.id = case_id));

ALTER TABLE cases_searchterms ENABLE ROW LEVEL SECURITY;
ALTER TABLE cases_searchterms FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON cases_searchterms TO krh_owner USING (true) WITH CHECK (true);
CREATE POLICY desk ON cases_searchterms TO krh_desk
    USING (EXISTS (SELECT 1 FROM cases_case c WHERE c.id = case_id))
    WITH CHECK (false);

ALTER TABLE cases_searchsegment ENABLE ROW LEVEL SECURITY;
ALTER TABLE cases_searchsegment FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON cases_searchsegment TO krh_owner USING (true) WITH CHECK (true);
CREATE POLICY desk ON cases_searchsegment FOR SELECT TO krh_desk
    USING ((SELECT app_member()) IS NOT NULL
           AND (team_id = ANY ((SELECT app_teams())::uuid[]) OR (team_id IS NULL AND (SELECT app_triage()))));

ALTER TABLE cases_searchpiece ENABLE ROW LEVEL SECURITY;
ALTER TABLE cases_searchpiece FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON cases_searchpiece TO krh_owner USING (true) WITH CHECK (true);
CREATE POLICY desk ON cases_searchpiece FOR SELECT TO krh_desk
    USING (EXISTS (SELECT 1 FROM cases_searchsegment s WHERE s.id = segment_id));

ALTER TABLE cases_searchpiece ALTER COLUMN content SET STORAGE EXTERNAL;
ALTER TABLE cases_searchterms ALTER COLUMN content SET STORAGE EXTERNAL;
"""
CHANGES = """
CREATE FUNCTION search_changed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
BEGIN
    IF TG_OP <> 'INSERT' AND OLD.case_id IS NOT NULL THEN
        INSERT INTO cases_searchchange (case_id) VALUES (OLD.case_id);
    END IF;
    IF TG_OP <> 'DELETE' AND NEW.case_id IS NOT NULL
       AND (TG_OP = 'INSERT' OR OLD.case_id IS DISTINCT FROM NEW.case_id) THEN
        INSERT INTO cases_searchchange (case_id) VALUES (NEW.case_id);
    END IF;
    RETURN NULL;
END $$;
CREATE FUNCTION search_case_changed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        DELETE FROM cases_searchchange WHERE case_id = OLD.id;
    ELSE
        INSERT INTO cases_searchchange (case_id) VALUES (NEW.id);
    END IF;
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION search_changed(), search_case_changed() FROM PUBLIC;

CREATE TRIGGER search_born AFTER INSERT OR DELETE ON cases_case
    FOR EACH ROW EXECUTE FUNCTION search_case_changed();
CREATE TRIGGER search_changed AFTER UPDATE ON cases_case FOR EACH ROW
    WHEN (OLD.summary IS DISTINCT FROM NEW.summary OR OLD.team_id IS DISTINCT FROM NEW.team_id
          OR OLD.code IS DISTINCT FROM NEW.code OR OLD.key_id IS DISTINCT FROM NEW.key_id
          OR (OLD.state IN ('new', 'triage')) IS DISTINCT FROM (NEW.state IN ('new', 'triage')))
    EXECUTE FUNCTION search_case_changed();
CREATE TRIGGER search_came AFTER INSERT OR DELETE ON cases_wall
    FOR EACH ROW EXECUTE FUNCTION search_changed();
"""
OF_A_TEXT = """
CREATE TRIGGER search_came AFTER INSERT OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION search_changed();
CREATE TRIGGER search_changed AFTER UPDATE ON {table} FOR EACH ROW
    WHEN (OLD.case_id IS DISTINCT FROM NEW.case_id OR {columns}) EXECUTE FUNCTION search_changed();
"""
TEXTS = {
    "cases_message": ["content"],
    "cases_note": ["content"],
    "cases_task": ["content"],
    "cases_closing": ["content"],
    "cases_party": ["content"],
    "cases_contact": ["words"],
    "cases_attachment": ["content", "text", "state"],
}
READING = """
-- What of the member's segments must be passed over: also a case that went to another team, or behind a wall.
CREATE FUNCTION search_passed_over() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT x.case_id FROM cases_searchchange x
          JOIN cases_searchterms t ON t.case_id = x.case_id JOIN cases_searchsegment s ON s.id = t.segment_id
          WHERE s.team_id = ANY (app_teams()) OR (s.team_id IS NULL AND app_triage()) $$;
-- In PL/pgSQL for its plan, which is kept; the rest is the member's own reading, behind row-level security.
CREATE FUNCTION search_standing() RETURNS TABLE (kind text, id uuid, key_id uuid, team_id uuid)
    LANGUAGE plpgsql STABLE SET search_path = public, pg_temp
    AS $$
BEGIN
    RETURN QUERY
    SELECT 'changed', x.case_id, NULL::uuid, NULL::uuid FROM cases_searchchange x
    UNION SELECT 'changed', p.case_id, NULL, NULL FROM search_passed_over() AS p (case_id)
    UNION SELECT 'loose', t.case_id, NULL, NULL FROM cases_searchterms t WHERE t.segment_id IS NULL
    UNION SELECT 'loose', o.case_id, NULL, NULL FROM cases_offer o WHERE o.team_id = ANY ((SELECT app_teams())::uuid[])
    UNION SELECT 'known', k.case_id, NULL, NULL FROM cases_conflict k WHERE k.member_id = (SELECT app_member())
    UNION ALL SELECT 'segment', s.id, s.key_id, s.team_id FROM cases_searchsegment s;
END $$;
CREATE FUNCTION search_texts(wanted uuid[])
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
    $$;
CREATE FUNCTION search_texts_to_index(wanted uuid[])
    RETURNS TABLE (case_id uuid, kind text, id uuid, key_id uuid, content bytea, more bytea)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT x.* FROM search_texts(ARRAY(
              SELECT DISTINCT s.case_id FROM cases_searchchange s WHERE s.case_id = ANY (wanted))) x $$;
CREATE FUNCTION search_due(wanted int, most int)
    RETURNS TABLE (case_id uuid, key_id uuid, terms_id uuid, changes bigint[])
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
    INSERT INTO cases_searchchange (case_id) SELECT t.case_id FROM cases_searchterms t WHERE t.form <> wanted
        AND NOT EXISTS (SELECT 1 FROM cases_searchchange x WHERE x.case_id = t.case_id) LIMIT most;
    SELECT c.id, c.key_id, t.id, array_agg(s.id ORDER BY s.id)
        FROM cases_searchchange s JOIN cases_case c ON c.id = s.case_id
        LEFT JOIN cases_searchterms t ON t.case_id = s.case_id
        GROUP BY c.id, t.id, t.form, t.seen
        HAVING t.id IS NULL OR t.form <> wanted OR NOT array_agg(s.id) <@ t.seen
        ORDER BY min(s.id) LIMIT most
    $$;
"""
WRITING = """
CREATE FUNCTION search_keep(new_id uuid, its_case uuid, its_form int, its_seen bigint[], sealed bytea) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ INSERT INTO cases_searchterms (id, case_id, form, seen, content)
          SELECT new_id, c.id, its_form, its_seen, sealed FROM cases_case c WHERE c.id = its_case
          ON CONFLICT (case_id) DO UPDATE SET form = excluded.form, seen = excluded.seen, content = excluded.content
              WHERE cases_searchterms.id = new_id $$;

CREATE FUNCTION search_blobs(wanted uuid)
    RETURNS TABLE (case_id uuid, key_id uuid, team_id uuid, terms_id uuid, old uuid, changed boolean, may_lie boolean,
                   seen bigint[])
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
    SELECT t.case_id, c.key_id, c.team_id, t.id, t.segment_id,
           EXISTS (SELECT 1 FROM cases_searchchange x WHERE x.case_id = t.case_id),
           c.team_id IS NOT DISTINCT FROM wanted AND c.state NOT IN ('new', 'triage')
               AND NOT EXISTS (SELECT 1 FROM cases_wall w WHERE w.case_id = t.case_id)
               AND NOT EXISTS (SELECT 1 FROM cases_searchchange x
                               WHERE x.case_id = t.case_id AND x.id <> ALL (t.seen)),
           t.seen
    FROM cases_searchterms t JOIN cases_case c ON c.id = t.case_id
    WHERE c.team_id IS NOT DISTINCT FROM wanted
       OR t.segment_id IN (SELECT s.id FROM cases_searchsegment s WHERE s.team_id IS NOT DISTINCT FROM wanted)
    $$;
CREATE FUNCTION search_teams(at_least int) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
    SELECT team_id FROM (
        SELECT c.team_id, c.id FROM cases_searchterms t JOIN cases_case c ON c.id = t.case_id
            WHERE t.segment_id IS NULL AND c.state NOT IN ('new', 'triage')
              AND NOT EXISTS (SELECT 1 FROM cases_wall w WHERE w.case_id = c.id)
        UNION
        SELECT s.team_id, t.case_id FROM cases_searchchange x JOIN cases_searchterms t ON t.case_id = x.case_id
            JOIN cases_searchsegment s ON s.id = t.segment_id
    ) AS waiting GROUP BY team_id HAVING count(*) >= at_least
    $$;
CREATE FUNCTION search_contents(wanted uuid[]) RETURNS TABLE (id uuid, content bytea, seen bigint[])
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT t.id, t.content, t.seen FROM cases_searchterms t WHERE t.id = ANY (wanted) $$;
CREATE FUNCTION search_segments(wanted uuid) RETURNS TABLE (id uuid, key_id uuid, cases int)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT s.id, s.key_id, s.cases FROM cases_searchsegment s WHERE s.team_id IS NOT DISTINCT FROM wanted $$;
CREATE FUNCTION search_store(new_id uuid, its_key uuid, its_team uuid, its_form int, many int,
                             piece_ids uuid[], numbers int[], contents bytea[], its_cases uuid[], done bigint[])
    RETURNS void
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
BEGIN
    INSERT INTO cases_searchsegment (id, key_id, key_version, team_id, form, cases)
        VALUES (new_id, its_key, 1, its_team, its_form, many);
    INSERT INTO cases_searchpiece (id, segment_id, number, content)
        SELECT p.id, new_id, p.number, p.content FROM unnest(piece_ids, numbers, contents) AS p (id, number, content);
    UPDATE cases_searchterms SET segment_id = new_id WHERE case_id = ANY (its_cases) AND segment_id IS NULL;
    DELETE FROM cases_searchchange WHERE id = ANY (done);
END $$;
CREATE FUNCTION search_drop(gone uuid[]) RETURNS void
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
BEGIN
    UPDATE cases_searchterms SET segment_id = NULL WHERE segment_id = ANY (gone);
    DELETE FROM cases_searchpiece WHERE segment_id = ANY (gone);
    DELETE FROM cases_searchsegment WHERE id = ANY (gone);
END $$;
CREATE FUNCTION search_segment_of(wanted uuid) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT segment_id FROM cases_searchterms WHERE case_id = wanted AND segment_id IS NOT NULL $$;
CREATE FUNCTION search_segment_keys() RETURNS TABLE (key_id uuid, id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT s.key_id, s.id FROM cases_searchsegment s $$;
"""
WHO = """
REVOKE ALL ON FUNCTION search_passed_over(), search_standing(), search_texts(uuid[]), search_texts_to_index(uuid[]),
    search_due(int, int), search_keep(uuid, uuid, int, bigint[], bytea),
    search_blobs(uuid), search_teams(int), search_contents(uuid[]),
    search_segments(uuid), search_store(uuid, uuid, uuid, int, int, uuid[], int[], bytea[], uuid[], bigint[]),
    search_drop(uuid[]), search_segment_of(uuid), search_segment_keys() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_passed_over(), search_standing(), search_texts(uuid[]), search_texts_to_index(uuid[]),
    search_due(int, int), search_keep(uuid, uuid, int, bigint[], bytea),
    search_blobs(uuid), search_teams(int), search_contents(uuid[]),
    search_segments(uuid), search_store(uuid, uuid, uuid, int, int, uuid[], int[], bytea[], uuid[], bigint[]),
    search_drop(uuid[]), search_segment_of(uuid), search_segment_keys() TO krh_desk;
INSERT INTO cases_searchchange (case_id) SELECT id FROM cases_case;  -- what was there before search was
"""
KEYS = """
CREATE OR REPLACE FUNCTION keys_in_use(asked uuid[]) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT key_id FROM cases_case WHERE key_id = ANY (asked)
          UNION SELECT key_id FROM cases_mailbox WHERE key_id = ANY (asked)
          UNION SELECT key_id FROM cases_contact WHERE key_id = ANY (asked)
          UNION SELECT key_id FROM cases_mail WHERE key_id = ANY (asked)
          UNION SELECT key_id FROM cases_original WHERE key_id = ANY (asked)
          UNION SELECT key_id FROM cases_glassrequest WHERE key_id = ANY (asked)
          UNION SELECT key_id FROM cases_whereabouts WHERE key_id = ANY (asked)
          UNION SELECT key_id FROM cases_handout WHERE key_id = ANY (asked)
          UNION SELECT key_id FROM cases_searchsegment WHERE key_id = ANY (asked) $$;
"""


def _columns(names: list[str]) -> str:
    return " OR ".join(f"OLD.{name} IS DISTINCT FROM NEW.{name}" for name in names)


SQL = [
    WALLS,
    CHANGES,
    *(OF_A_TEXT.format(table=table, columns=_columns(names)) for table, names in TEXTS.items()),
    READING,
    WRITING,
    WHO,
    KEYS,
]


class Migration(migrations.Migration):
    dependencies = [("cases", "0043_search"), ("teams", "0001_initial")]
    operations = [migrations.RunSQL(sql, migrations.RunSQL.noop, hints={"database": "default"}) for sql in SQL]
