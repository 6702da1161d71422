"""More places of detention that the public record names."""

from django.db import migrations

from portal.places.data.loading import load_places


def load(apps, schema_editor):
    load_places(apps.get_model("places", "Place"))


class Migration(migrations.Migration):

    dependencies = [("places", "0003_districts_and_places_of_detention")]

    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
