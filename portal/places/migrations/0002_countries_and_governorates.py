"""Countries and all governorates of Syria and Iraq."""

from django.db import migrations

from portal.places.data.loading import load_places


def load(apps, schema_editor):
    load_places(apps.get_model("places", "Place"))


class Migration(migrations.Migration):

    dependencies = [("places", "0001_initial")]

    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
