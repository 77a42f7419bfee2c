"""When a lawyer is reminded of her answer. The worker learns which place and for whom, and nothing else."""

import django.db.models.deletion
from django.db import migrations, models

REMINDERS = """
-- Only whom the link still lets in: the conditions of `counsel_door_at`, and no last answer yet.
CREATE FUNCTION counsel_to_remind(today date) RETURNS TABLE (seat_id uuid, case_id uuid, member_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT s.id, s.case_id, s.remind_by_id FROM counsel_seat s JOIN counsel_door d ON d.seat_id = s.id
          WHERE s.remind_on <= today AND s.remind_by_id IS NOT NULL
          AND d.until >= today AND d.answered_on IS NULL AND d.totp IS NOT NULL AND d.wrong < 10
          AND NOT EXISTS (SELECT 1 FROM cases_withdrawal w WHERE w.case_id = s.case_id AND NOT w.settled)
          ORDER BY s.remind_on, s.id LIMIT 100 $$;

CREATE FUNCTION counsel_remind_no_more(wanted uuid) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ UPDATE counsel_seat SET remind_on = NULL WHERE id = wanted $$;

REVOKE ALL ON FUNCTION counsel_to_remind(date), counsel_remind_no_more(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION counsel_to_remind(date), counsel_remind_no_more(uuid) TO krh_desk;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("counsel", "0002_row_security"),
        ("teams", "0004_absence"),
    ]

    operations = [
        migrations.AddField(model_name="seat", name="remind_on", field=models.DateField(null=True)),
        migrations.AddField(
            model_name="seat",
            name="remind_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="teams.member",
            ),
        ),
        migrations.RunSQL(REMINDERS, migrations.RunSQL.noop, hints={"database": "default"}),
    ]
