"""The public site reads the lists and what was changed over them; not who changed it, when, or why."""

from django.db import migrations

GRANT = """
GRANT SELECT ON directory_referenceitem TO krh_public;
GRANT SELECT (list_name, key, changes, undone_at) ON directory_referenceoverride TO krh_public;
"""
REVOKE = """
REVOKE ALL ON directory_referenceitem FROM krh_public;
REVOKE ALL ON directory_referenceoverride FROM krh_public;
"""


class Migration(migrations.Migration):
    dependencies = [("directory", "0001_initial")]

    operations = [migrations.RunSQL(GRANT, REVOKE)]
