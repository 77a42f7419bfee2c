"""The mail program reads the lists as the public site does: what comes in by mail is promised an answer too."""

from django.db import migrations

GRANT = """
GRANT SELECT ON directory_referenceitem TO krh_mail;
GRANT SELECT (list_name, key, changes, undone_at) ON directory_referenceoverride TO krh_mail;
"""
REVOKE = """
REVOKE ALL ON directory_referenceitem FROM krh_mail;
REVOKE ALL ON directory_referenceoverride FROM krh_mail;
"""


class Migration(migrations.Migration):
    dependencies = [("directory", "0003_standard_text")]
    operations = [migrations.RunSQL(GRANT, REVOKE, hints={"database": "default"})]
