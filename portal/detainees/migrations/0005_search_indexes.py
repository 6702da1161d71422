"""Indexes by which a search reads no table: tokens with their owner, and the numbers of records."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("detainees", "0004_lists_taken_back")]

    operations = [
        migrations.RemoveIndex(model_name="nameindex", name="detainees_n_version_afbe0a_idx"),
        migrations.AddIndex(
            model_name="nameindex",
            index=models.Index(fields=["version", "field", "token", "record"], name="detainees_name_narrows"),
        ),
        migrations.AddIndex(
            model_name="detaineerecord",
            index=models.Index(fields=["external_id"], name="detainees_by_number"),
        ),
    ]
