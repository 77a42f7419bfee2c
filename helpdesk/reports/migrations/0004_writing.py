"""A chapter is held by one writer at a time; numbers are given once. The database keeps a report from being signed
without what was signed.
"""

from django.db import migrations, models

RIGHTS = """
GRANT UPDATE (held_to, kept_at, saves) ON reports_reportpart TO krh_desk;
REVOKE UPDATE, DELETE ON reports_reportnumber FROM krh_desk;

-- What was signed is laid down first, while a second colleague has the text; then the report is signed.
CREATE FUNCTION reports_signed_is_laid_down() RETURNS trigger LANGUAGE plpgsql
    AS $$
BEGIN
    IF NEW.state = 'signed' AND OLD.state <> 'signed' THEN
        IF OLD.state <> 'reading' OR NOT EXISTS (SELECT 1 FROM reports_frozenreport f WHERE f.report_id = NEW.id) THEN
            RAISE EXCEPTION 'a report is signed after it was read and laid down'
                USING ERRCODE = 'insufficient_privilege';
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER laid_down BEFORE UPDATE ON reports_report FOR EACH ROW EXECUTE FUNCTION reports_signed_is_laid_down();
"""


class Migration(migrations.Migration):
    dependencies = [("reports", "0003_search")]
    operations = [
        migrations.AddField("reportpart", "held_to", models.CharField(blank=True, default="", max_length=7)),
        migrations.AddField("reportpart", "kept_at", models.DateTimeField(null=True)),
        migrations.AddField("reportpart", "saves", models.JSONField(default=list)),
        migrations.CreateModel(
            name="ReportNumber",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("year", models.PositiveSmallIntegerField()),
                ("serial", models.PositiveIntegerField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=["year", "serial"], name="a_number_is_given_once")]
            },
        ),
        migrations.RunSQL(RIGHTS, migrations.RunSQL.noop, hints={"database": "default"}),
    ]
