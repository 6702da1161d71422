from django.db import migrations

# As the service had them then.
DEATH_SENTENCE = ("death_sentence",)
COURT = ("tried", "sentenced", "charged")


def note(apps, schema_editor):
    pairs = apps.get_model("matching", "CandidatePair").objects.using(schema_editor.connection.alias)
    records = apps.get_model("detainees", "DetaineeRecord").objects.using(schema_editor.connection.alias)
    for risk, statuses in ((2, DEATH_SENTENCE), (1, COURT)):
        pairs.filter(detainee__in=records.filter(legal_status__in=statuses).values("pk")).update(risk=risk)


class Migration(migrations.Migration):
    """Pairs that stand there already say what hangs on them."""

    dependencies = [("matching", "0011_piles_and_risks")]

    operations = [migrations.RunPython(note, migrations.RunPython.noop)]
