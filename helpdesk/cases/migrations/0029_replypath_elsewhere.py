"""A path that leads to another case than the one in which it was given out: its sender is nobody's voice there."""

from django.db import migrations, models

# As in 0007, but for who writes along a path from elsewhere: no promise to the asker of this case moves.
ANSWERED = """
CREATE OR REPLACE FUNCTION mail_answered(wanted bytea, promise date) RETURNS void
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
DECLARE its_case uuid; its_party uuid; from_elsewhere boolean;
BEGIN
    SELECT case_id, party_id, elsewhere INTO its_case, its_party, from_elsewhere
        FROM cases_replypath WHERE lookup = wanted;
    UPDATE cases_case SET
        state = CASE WHEN state = 'waiting_asker' AND its_party IS NULL THEN 'team'
                     WHEN state = 'waiting_third' AND (its_party IS NOT NULL OR from_elsewhere) THEN 'team'
                     WHEN state IN ('closed', 'referred', 'rejected') AND team_id IS NOT NULL THEN 'reopened'
                     WHEN state IN ('referred', 'rejected') THEN 'triage'
                     ELSE state END,
        promise_on = CASE WHEN state IN ('new', 'triage') OR its_party IS NOT NULL OR from_elsewhere
                          THEN coalesce(promise_on, promise)
                          ELSE promise END
        WHERE id = its_case;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0028_withdrawal_row_security")]
    operations = [
        migrations.AddField("replypath", "elsewhere", models.BooleanField(default=False)),
        migrations.RunSQL(ANSWERED, migrations.RunSQL.noop, hints={"database": "default"}),
    ]
