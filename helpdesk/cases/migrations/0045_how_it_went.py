"""How it went, as the asker says in her mailbox: shown once after each end, counted without a case.

`mailbox_heard` moves no case: saying how it went does not reopen. Asking for another look goes by `mailbox_answered`.
"""

from django.db import migrations, models

HEARD = """
GRANT INSERT ON cases_countedanswer TO krh_public;
CREATE FUNCTION mailbox_heard(wanted bytea, box uuid, what integer) RETURNS boolean
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
BEGIN
    UPDATE cases_mailbox SET heard = what WHERE lookup = wanted AND id = box AND heard = 0;
    RETURN FOUND;
END $$;
REVOKE ALL ON FUNCTION mailbox_heard(bytea, uuid, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mailbox_heard(bytea, uuid, integer) TO krh_public;
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0044_search_row_security")]
    operations = [
        migrations.AddField("mailbox", "heard", models.PositiveSmallIntegerField(default=0)),
        migrations.CreateModel(
            name="CountedAnswer",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("heard_on", models.DateField()),
                ("content", models.BinaryField()),
            ],
        ),
        migrations.RunSQL(HEARD, migrations.RunSQL.noop, hints={"database": "default"}),
    ]
