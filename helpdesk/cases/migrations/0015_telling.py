"""Consents, exceptions and whereabouts: tables of a case, behind the same wall of row-level security.

The sweeper reads no case. Two functions tell it which whereabouts nobody needed any more, and take those rows away.
"""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

TABLES = ("cases_consent", "cases_askedexception", "cases_whereabouts")
WALL = """
ALTER TABLE $table ENABLE ROW LEVEL SECURITY;
ALTER TABLE $table FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON $table TO krh_owner USING (true) WITH CHECK (true);
CREATE POLICY desk ON $table TO krh_desk
    USING (EXISTS (SELECT 1 FROM cases_case c WHERE c.id = case_id))
    WITH CHECK ((SELECT app_member()) IS NOT NULL);
"""
WALLS = [WALL.replace("$table", table) for table in TABLES]
SWEEP = """
CREATE FUNCTION whereabouts_unused(since date) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT key_id FROM cases_whereabouts WHERE used_on < since $$;
CREATE FUNCTION whereabouts_swept(gone uuid[]) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ DELETE FROM cases_whereabouts WHERE key_id = ANY (gone) $$;
REVOKE ALL ON FUNCTION whereabouts_unused(date), whereabouts_swept(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION whereabouts_unused(date), whereabouts_swept(uuid[]) TO krh_desk;
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
          UNION SELECT key_id FROM cases_whereabouts WHERE key_id = ANY (asked) $$;
"""


def _of_a_case(name: str) -> Any:
    return models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name=name, to="cases.case")


class Migration(migrations.Migration):
    dependencies = [("cases", "0014_glass_conflict")]
    operations = [
        migrations.CreateModel(
            name="Consent",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("created_on", models.DateField()),
                ("content", models.BinaryField()),
                ("case", _of_a_case("consents")),
            ],
        ),
        migrations.CreateModel(
            name="AskedException",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("created_on", models.DateField()),
                ("state", models.CharField(default="asked", max_length=8)),
                ("content", models.BinaryField()),
                ("case", _of_a_case("exceptions")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["asked", "granted", "used"])),
                        name="an_exception_is_in_a_known_state",
                    )
                ]
            },
        ),
        migrations.CreateModel(
            name="Whereabouts",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("key_id", models.UUIDField(unique=True)),
                ("key_version", models.PositiveSmallIntegerField(default=1)),
                ("used_on", models.DateField()),
                ("content", models.BinaryField()),
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="whereabouts", to="cases.case"
                    ),
                ),
            ],
        ),
        *(
            migrations.RunSQL(sql, migrations.RunSQL.noop, hints={"database": "default"})
            for sql in (*WALLS, SWEEP, KEYS)
        ),
    ]
