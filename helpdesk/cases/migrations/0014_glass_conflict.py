"""Whoever knows the family of a case hears of no request for it, also not as the lead who would decide.

Asked of the table itself: `app_conflicts` asks the requests, and a policy that asked it would ask itself.
"""

from django.db import migrations

GLASS = """
DROP POLICY desk ON cases_glassrequest;
CREATE POLICY desk ON cases_glassrequest TO krh_desk USING (
    asked_by_id = (SELECT app_member())
    OR (((SELECT app_privacy()) OR (team_id = ANY ((SELECT app_teams())::uuid[]) AND (SELECT app_lead())))
        AND NOT EXISTS (SELECT 1 FROM cases_conflict k
                        WHERE k.case_id = cases_glassrequest.case_id AND k.member_id = (SELECT app_member())))
)
    WITH CHECK ((SELECT app_member()) IS NOT NULL);
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0013_mail_sweep")]
    operations = [migrations.RunSQL(GLASS, migrations.RunSQL.noop, hints={"database": "default"})]
