"""Records of reports for the figures: the desk adds them and reads none, and only the owner makes figures of them."""

from django.db import migrations, models

RIGHTS = """
GRANT UPDATE (count_on, counted, tally) ON reports_report TO krh_desk;
REVOKE SELECT, UPDATE, DELETE ON reports_countedreport FROM krh_desk;
REVOKE INSERT, UPDATE, DELETE ON reports_reportfigures FROM krh_desk;

-- For the worker, which sees no report: what is to be counted by that day, from now on counted, in no order.
CREATE FUNCTION reports_take_to_count(today date) RETURNS TABLE (id uuid, key_id uuid, batch date, tally bytea)
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ WITH due AS MATERIALIZED (
              SELECT r.id, c.key_id, r.count_on, r.tally FROM reports_report r JOIN cases_case c ON c.id = r.case_id
              WHERE r.count_on <= today AND NOT r.counted AND r.tally IS NOT NULL
              FOR UPDATE OF r SKIP LOCKED),
          done AS (
              UPDATE reports_report r SET counted = true, count_on = NULL FROM due WHERE r.id = due.id
              RETURNING r.id)
          SELECT due.id, due.key_id, due.count_on, due.tally FROM due JOIN done USING (id) ORDER BY random() $$;
REVOKE ALL ON FUNCTION reports_take_to_count(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reports_take_to_count(date) TO krh_desk;
"""


class Migration(migrations.Migration):
    dependencies = [("reports", "0006_press_order")]
    operations = [
        migrations.CreateModel(
            "CountedReport",
            [
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("counted_in", models.PositiveSmallIntegerField()),
                ("content", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            "ReportFigures",
            [
                ("year", models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
                ("content", models.JSONField()),
            ],
        ),
        migrations.AddField("report", "count_on", models.DateField(null=True)),
        migrations.AddField("report", "counted", models.BooleanField(default=False)),
        migrations.AddField("report", "tally", models.BinaryField(null=True)),
        migrations.RunSQL(RIGHTS, migrations.RunSQL.noop, hints={"database": "default"}),
    ]
