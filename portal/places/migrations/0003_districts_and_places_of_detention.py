"""Districts of Syria and Iraq, and the places of detention and camps that the public record names."""

from django.db import migrations, models

from portal.places.data.loading import load_places

KINDS = [
    ("country", "Country"),
    ("governorate", "Governorate"),
    ("district", "District"),
    ("detention", "Place of detention"),
    ("camp", "Camp"),
]


def load(apps, schema_editor):
    load_places(apps.get_model("places", "Place"))


class Migration(migrations.Migration):

    dependencies = [("places", "0002_countries_and_governorates")]

    operations = [
        migrations.AlterField("place", "kind", models.CharField(max_length=20, choices=KINDS)),
        migrations.RunPython(load, migrations.RunPython.noop),
    ]
