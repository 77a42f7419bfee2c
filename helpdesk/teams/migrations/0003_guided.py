from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("teams", "0002_rota")]
    operations = [migrations.AddField("member", "guided", models.BooleanField(default=False))]
