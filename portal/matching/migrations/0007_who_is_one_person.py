from django.db import migrations


def share_a_key(apps, schema_editor):
    """Records that people judged to be one person share the smallest key among them, over however many steps."""
    pairs = apps.get_model("matching", "DuplicatePair").objects.filter(kind="detainee", state="same")
    record = apps.get_model("detainees", "DetaineeRecord")
    groups = {}
    for first, second in pairs.values_list("first_detainee_id", "second_detainee_id"):
        group = groups.get(first, {first}) | groups.get(second, {second})
        groups.update(dict.fromkeys(group, group))
    for group in {frozenset(group) for group in groups.values()}:
        record.objects.filter(pk__in=group).update(person=min(group))


class Migration(migrations.Migration):
    """Every record stays sealed until the worker has worked out that it is not."""

    dependencies = [
        ("detainees", "0006_sealed_and_one_person"),
        ("matching", "0006_telling_in_steps"),
    ]

    operations = [migrations.RunPython(share_a_key, migrations.RunPython.noop)]
