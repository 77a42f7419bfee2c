"""The queue of the press, behind the second wall. Its workers read as whoever asked; they learn ids, and no more."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

IN_QUEUE = models.Q(state__in=["pressing", "waiting"])
OF_A_CASE = """
ALTER TABLE reports_pressorder ENABLE ROW LEVEL SECURITY;
ALTER TABLE reports_pressorder FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON reports_pressorder TO krh_owner USING (true) WITH CHECK (true);
CREATE POLICY desk ON reports_pressorder TO krh_desk
    USING (EXISTS (SELECT 1 FROM cases_case c WHERE c.id = case_id))
    WITH CHECK ((SELECT app_member()) IS NOT NULL);
REVOKE UPDATE ON reports_pressorder FROM krh_desk;
GRANT UPDATE (state, content) ON reports_pressorder TO krh_desk;
"""
QUEUE = """
-- One at a time decides, so that no two count the same place free. Time is the database's: workers differ.
CREATE FUNCTION press_take(lease double precision, at_once integer)
    RETURNS TABLE (id uuid, case_id uuid, member_id uuid, kind text, tries smallint)
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
#variable_conflict use_column
BEGIN
    IF NOT EXISTS (SELECT 1 FROM reports_pressorder o WHERE o.state IN ('waiting', 'pressing')) THEN
        RETURN;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('press_take'));
    IF (SELECT count(*) FROM reports_pressorder o
        WHERE o.state = 'pressing' AND o.lease_until > clock_timestamp()) >= at_once THEN
        RETURN;
    END IF;
    RETURN QUERY UPDATE reports_pressorder p
        SET state = 'pressing', tries = p.tries + 1, lease_until = clock_timestamp() + make_interval(secs => lease)
        WHERE p.id = (SELECT o.id FROM reports_pressorder o
                      WHERE o.state = 'waiting' OR (o.state = 'pressing' AND o.lease_until <= clock_timestamp())
                      ORDER BY o.at, o.id LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING p.id, p.case_id, p.member_id, p.kind::text, p.tries;
END $$;

CREATE FUNCTION press_hold(wanted uuid, try integer, lease double precision) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ UPDATE reports_pressorder SET lease_until = clock_timestamp() + make_interval(secs => lease)
          WHERE id IN (SELECT o.id FROM reports_pressorder o WHERE o.id = wanted AND o.state = 'pressing'
                       AND o.tries = try FOR UPDATE SKIP LOCKED) $$;

CREATE FUNCTION press_stop(wanted uuid, try integer) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ UPDATE reports_pressorder SET state = 'refused'
          WHERE id = wanted AND state = 'pressing' AND tries = try $$;

-- A number and a yes or no for whoever sees the order herself; nothing of anybody else's.
CREATE FUNCTION press_place(wanted uuid) RETURNS TABLE (ahead integer, quiet boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT (SELECT count(*) FROM reports_pressorder o WHERE o.state IN ('waiting', 'pressing')
                  AND (o.at, o.id) < (mine.at, mine.id))::integer,
                 mine.at < clock_timestamp() - interval '1 minute' AND NOT EXISTS (
                  SELECT 1 FROM reports_pressorder o WHERE o.lease_until > clock_timestamp() - interval '1 minute')
          FROM reports_pressorder mine WHERE mine.id = wanted $$;

REVOKE ALL ON FUNCTION press_take(double precision, integer), press_hold(uuid, integer, double precision),
    press_stop(uuid, integer), press_place(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION press_take(double precision, integer), press_hold(uuid, integer, double precision),
    press_stop(uuid, integer), press_place(uuid) TO krh_desk;
"""


class Migration(migrations.Migration):
    dependencies = [migrations.swappable_dependency(settings.AUTH_USER_MODEL), ("reports", "0005_ask_on")]
    operations = [
        migrations.CreateModel(
            name="PressOrder",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(choices=[("sign", "sign"), ("give", "give")], max_length=4)),
                (
                    "state",
                    models.CharField(
                        choices=[(one, one) for one in ("waiting", "pressing", "done", "refused", "back")],
                        default="waiting",
                        max_length=8,
                    ),
                ),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("at", models.DateTimeField()),
                ("lease_until", models.DateTimeField(null=True)),
                ("content", models.BinaryField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="press_orders", to="cases.case"
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="orders", to="reports.report"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(condition=IN_QUEUE, fields=["at", "id"], name="orders_in_the_queue")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("kind", "sign"), ("state__in", ["pressing", "waiting"])),
                        fields=["report"],
                        name="a_report_is_signed_by_one_order",
                    )
                ],
            },
        ),
        migrations.RunSQL(OF_A_CASE, migrations.RunSQL.noop, hints={"database": "default"}),
        migrations.RunSQL(QUEUE, migrations.RunSQL.noop, hints={"database": "default"}),
    ]
