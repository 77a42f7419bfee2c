"""Reports stand behind the second wall with their case. Of a report only its state changes, of a part its text; a step,
a version and what was signed are changed by nobody, and a signed report takes no word any more.
"""

from django.db import migrations

OF_A_CASE = """
ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON {table} TO krh_owner USING (true) WITH CHECK (true);
CREATE POLICY desk ON {table} TO krh_desk
    USING (EXISTS (SELECT 1 FROM cases_case c WHERE c.id = case_id))
    WITH CHECK ((SELECT app_member()) IS NOT NULL);
REVOKE UPDATE ON {table} FROM krh_desk;
"""
CHANGES = """
GRANT UPDATE (state) ON reports_report TO krh_desk;
GRANT UPDATE (version, held_by_id, held_at, content) ON reports_reportpart TO krh_desk;

-- A text that was signed, or a report that was taken back, changes no more, whoever asks.
CREATE FUNCTION reports_part_stays() RETURNS trigger LANGUAGE plpgsql
    AS $$
BEGIN
    IF NEW.version <> OLD.version OR NEW.content IS DISTINCT FROM OLD.content THEN
        IF EXISTS (SELECT 1 FROM reports_report r
                   WHERE r.id = OLD.report_id AND r.state IN ('signed', 'withdrawn')) THEN
            RAISE EXCEPTION 'a signed report does not change' USING ERRCODE = 'insufficient_privilege';
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER stays BEFORE UPDATE ON reports_reportpart FOR EACH ROW EXECUTE FUNCTION reports_part_stays();

CREATE FUNCTION reports_signed_stays() RETURNS trigger LANGUAGE plpgsql
    AS $$
BEGIN
    IF OLD.state = 'signed' AND NEW.state <> 'signed' THEN
        RAISE EXCEPTION 'a signed report stays signed' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER stays BEFORE UPDATE ON reports_report FOR EACH ROW EXECUTE FUNCTION reports_signed_stays();
"""
TABLES = (
    "reports_report",
    "reports_reportstep",
    "reports_reportpart",
    "reports_partversion",
    "reports_frozenreport",
)


class Migration(migrations.Migration):
    dependencies = [("reports", "0001_initial"), ("cases", "0049_source"), ("teams", "0004_absence")]
    operations = [
        *(
            migrations.RunSQL(OF_A_CASE.format(table=table), migrations.RunSQL.noop, hints={"database": "default"})
            for table in TABLES
        ),
        migrations.RunSQL(CHANGES, migrations.RunSQL.noop, hints={"database": "default"}),
    ]
