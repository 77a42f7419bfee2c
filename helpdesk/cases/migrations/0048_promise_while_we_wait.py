"""A promise that outlived its own answer, as after a merge, is broken too while the first asker is to move."""

from typing import Any

from django.db import migrations

FUNCTIONS = ("promises_passed(date)", "promises_known_to_all()", "desk_counts()")
CHANGE = """
DO $do$ BEGIN
    EXECUTE replace(pg_get_functiondef('{function}'::regprocedure), {before}, {after});
END $do$;
"""
WITHOUT, WITH = "$$'waiting_third')$$", "$$'waiting_third', 'waiting_asker')$$"


def _change(before: str, after: str) -> list[Any]:
    return [CHANGE.format(function=one, before=before, after=after) for one in FUNCTIONS]


class Migration(migrations.Migration):
    dependencies = [("cases", "0047_search_letters_and_referrals")]
    operations = [
        migrations.RunSQL(_change(WITHOUT, WITH), _change(WITH, WITHOUT), hints={"database": "default"}),
    ]
