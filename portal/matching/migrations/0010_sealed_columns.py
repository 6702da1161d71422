"""How a talk was received, and the usual reason of a judgement, are encrypted from now on; what stood there is kept."""

from django.db import migrations, models

import portal.confidential.fields
from portal.confidential.cipher import CannotOpen
from portal.confidential.fields import Ciphertext

# Nothing opens where the key was destroyed: what stood in clear goes too.
UNREADABLE = "unreadable"
COLUMNS = {"talk": "received", "judgement": "ground"}


def seal(apps, schema_editor):
    """From the readable column into the encrypted one. A talk that was not held has nothing in it."""
    for model, column in COLUMNS.items():
        rows = apps.get_model("matching", model).objects
        for row in rows.iterator():
            value = getattr(row, f"{column}_in_clear")
            if model == "talk" and not value:
                continue
            setattr(row, column, value)
            try:
                sealed = row._meta.get_field(column).pre_save(row, add=False)
            except CannotOpen:
                sealed = Ciphertext(b"")
            rows.filter(pk=row.pk).update(**{column: sealed})


def unseal(apps, schema_editor):
    """Back again."""
    for model, column in COLUMNS.items():
        for row in apps.get_model("matching", model).objects.iterator():
            try:
                value = getattr(row, column) or ""
            except CannotOpen:
                value = UNREADABLE
            setattr(row, f"{column}_in_clear", value)
            row.save(update_fields=[f"{column}_in_clear"])


RECEIVED = [
    ("calm", "Calmly"),
    ("distressed", "With great distress"),
    ("stopped", "The family wished to stop before the end"),
]
GROUNDS = [
    ("names_and_birth", "Names and birth fit together"),
    ("only_family_knows", "Details fit that few people know"),
    ("other_parent", "Another father or mother"),
    ("other_time_or_place", "Age, time or place cannot be"),
    ("perhaps_relative", "Perhaps a brother, sister or cousin"),
    ("too_little", "Too little is known"),
]
SAFE_WORD = "talk_told_after_the_safe_word"


class Migration(migrations.Migration):
    dependencies = [("matching", "0009_heaviest_first")]

    operations = [
        migrations.RemoveConstraint("talk", SAFE_WORD),
        migrations.RenameField("talk", "received", "received_in_clear"),
        migrations.RenameField("judgement", "ground", "ground_in_clear"),
        migrations.AddField(
            "talk",
            "received",
            portal.confidential.fields.EncryptedTextField(blank=True, choices=RECEIVED, default=None, null=True),
        ),
        migrations.AddField(
            "judgement",
            "ground",
            portal.confidential.fields.EncryptedTextField(blank=True, choices=GROUNDS, default=None, null=True),
        ),
        migrations.RunPython(seal, unseal),
        migrations.RemoveField("talk", "received_in_clear"),
        migrations.RemoveField("judgement", "ground_in_clear"),
        migrations.AddConstraint(
            "talk",
            models.CheckConstraint(
                condition=models.Q(told_at__isnull=True)
                | models.Q(is_word_checked=True, received__isnull=False, replaced_at__isnull=True),
                name=SAFE_WORD,
            ),
        ),
    ]
