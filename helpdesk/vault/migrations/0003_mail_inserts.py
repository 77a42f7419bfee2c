"""The mail program stores the keys of what comes in, and reads none."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("vault", "0002_public_functions")]
    operations = [
        migrations.RunSQL(
            "GRANT INSERT ON vault_wrappedkey TO krh_mail;",
            "REVOKE INSERT ON vault_wrappedkey FROM krh_mail;",
            hints={"database": "keys"},
        )
    ]
