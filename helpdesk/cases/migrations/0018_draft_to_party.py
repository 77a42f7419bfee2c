"""A draft to one participant is a kind of its own: `party:` and her id."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0017_outgoing_row_security")]
    operations = [migrations.AlterField("draft", "kind", models.CharField(max_length=42))]
