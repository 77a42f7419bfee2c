"""A complaint about ourselves: shut in from the moment that it comes in.

`complaint_filed` runs in the transaction of the case, for the public program can read no member and no wall. Whoever
helped is out as by a conflict. Inside a wall stand the leads; a lead of the team that it is about only when there is no
other. Where there is no lead at all it stays in triage, for nothing may get lost.
"""

import django.db.models.deletion
from django.db import migrations, models

WALL = """
ALTER TABLE cases_owncomplaint ENABLE ROW LEVEL SECURITY;
ALTER TABLE cases_owncomplaint FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON cases_owncomplaint TO krh_owner USING (true) WITH CHECK (true);
CREATE POLICY desk ON cases_owncomplaint TO krh_desk
    USING (EXISTS (SELECT 1 FROM cases_case c WHERE c.id = case_id))
    WITH CHECK ((SELECT app_member()) IS NOT NULL);
"""
FILED = """
CREATE FUNCTION complaint_filed(
    complaint uuid, its_id uuid, next_day date, wall uuid, today date, sealed bytea, wanted bytea, box uuid, who uuid[]
) RETURNS void
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
DECLARE about_team uuid; inside uuid[];
BEGIN
    IF NOT EXISTS (SELECT 1 FROM cases_case WHERE id = complaint AND state = 'new' AND team_id IS NULL)
        OR EXISTS (SELECT 1 FROM cases_wall WHERE case_id = complaint) THEN
        RAISE EXCEPTION 'not a new complaint';
    END IF;
    SELECT c.team_id INTO about_team FROM cases_mailbox m JOIN cases_case c ON c.id = m.case_id
        WHERE m.lookup = wanted AND m.id = box;
    INSERT INTO cases_owncomplaint (id, case_id, next_on, confirmed) VALUES (its_id, complaint, next_day, false);
    INSERT INTO cases_conflict (id, case_id, member_id)
        SELECT gen_random_uuid(), complaint, id FROM teams_member WHERE id = ANY (who);
    SELECT array_agg(id) INTO inside FROM teams_member m WHERE role = 'lead' AND is_active AND id <> ALL (who)
        AND NOT EXISTS (SELECT 1 FROM teams_membership t WHERE t.member_id = m.id AND t.team_id = about_team);
    IF inside IS NULL THEN
        SELECT array_agg(id) INTO inside FROM teams_member
            WHERE role = 'lead' AND is_active AND id <> ALL (who);
    END IF;
    IF inside IS NOT NULL THEN
        INSERT INTO cases_wall (id, case_id, created_on, content) VALUES (wall, complaint, today, sealed);
        INSERT INTO cases_wallmember (id, wall_id, case_id, member_id)
            SELECT gen_random_uuid(), wall, complaint, one FROM unnest(inside) AS one;
    END IF;
END $$;
REVOKE ALL ON FUNCTION complaint_filed(uuid, uuid, date, uuid, date, bytea, bytea, uuid, uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION complaint_filed(uuid, uuid, date, uuid, date, bytea, bytea, uuid, uuid[]) TO krh_public;
"""
# Numbers and nothing else. Whoever is shut out of one does not see it counted either.
COUNTED = """
CREATE FUNCTION complaints_counted(today date)
    RETURNS TABLE (open bigint, unconfirmed bigint, unanswered bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT count(*), count(*) FILTER (WHERE k.next_on < today AND NOT k.confirmed),
                 count(*) FILTER (WHERE k.next_on < today AND k.confirmed)
          FROM cases_owncomplaint k JOIN cases_case c ON c.id = k.case_id
          WHERE k.next_on IS NOT NULL AND c.state NOT IN ('closed', 'referred', 'rejected')
          AND NOT EXISTS (SELECT 1 FROM cases_conflict x WHERE x.case_id = c.id AND x.member_id = app_member())
          AND (app_privacy() OR (app_lead() AND c.id <> ALL (app_conflicts()))) $$;
REVOKE ALL ON FUNCTION complaints_counted(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION complaints_counted(date) TO krh_desk;
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0045_how_it_went"), ("teams", "0001_initial")]
    operations = [
        migrations.CreateModel(
            name="OwnComplaint",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("next_on", models.DateField(null=True)),
                ("confirmed", models.BooleanField(default=False)),
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="own_complaint", to="cases.case"
                    ),
                ),
            ],
        ),
        *(
            migrations.RunSQL(sql, migrations.RunSQL.noop, hints={"database": "default"})
            for sql in (WALL, FILED, COUNTED)
        ),
    ]
