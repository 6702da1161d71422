"""Indexes by which a search reads no table: tokens with their owner, and the numbers that organizations give."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("registry", "0014_helping")]

    operations = [
        migrations.RemoveIndex(model_name="nameindex", name="registry_na_version_6a7a7a_idx"),
        migrations.AddIndex(
            model_name="nameindex",
            index=models.Index(fields=["version", "field", "token", "person"], name="registry_name_narrows"),
        ),
        migrations.AddIndex(
            model_name="registration",
            index=models.Index(fields=["external_id"], name="registry_by_number"),
        ),
    ]
