import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0031_ledger_case")]

    operations = [
        migrations.CreateModel(
            name="Referral",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("created_on", models.DateField()),
                ("content", models.BinaryField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="referrals", to="cases.case"
                    ),
                ),
            ],
        ),
        migrations.AddField(model_name="handout", name="answered_on", field=models.DateField(null=True)),
    ]
