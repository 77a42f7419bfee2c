"""What is typed in a chapter is one change of its case for search, however often it is saved.

A change that nobody is at gets a new number instead of a second row. The words that were kept have seen the old number
and not the new one, so the case is due as before. A row that the worker is at is passed over for one of its own.
"""

from django.db import migrations

CHANGED = """
CREATE FUNCTION search_chapter_changed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
BEGIN
    UPDATE cases_searchchange SET id = DEFAULT WHERE id = (
        SELECT s.id FROM cases_searchchange s WHERE s.case_id = NEW.case_id
        ORDER BY s.id LIMIT 1 FOR UPDATE SKIP LOCKED);
    IF NOT FOUND THEN
        INSERT INTO cases_searchchange (case_id) VALUES (NEW.case_id);
    END IF;
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION search_chapter_changed() FROM PUBLIC;
DROP TRIGGER search_changed ON reports_reportpart;
CREATE TRIGGER search_changed AFTER UPDATE ON reports_reportpart FOR EACH ROW
    WHEN (OLD.content IS DISTINCT FROM NEW.content) EXECUTE FUNCTION search_chapter_changed();
"""


class Migration(migrations.Migration):
    dependencies = [("reports", "0007_counted")]
    operations = [migrations.RunSQL(CHANGED, migrations.RunSQL.noop, hints={"database": "default"})]
