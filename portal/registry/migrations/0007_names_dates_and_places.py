"""More parts of a name, the calendar a date was said in, and the nearest place of the list.

Rows that are there keep nothing in the new columns: sealing an empty text would need every key.
"""

from django.db import migrations, models

from portal.confidential.fields import EncryptedTextField

ADDED = {
    "lastknown": ("date_as_said", "anchor", "controlled_by"),
    "personname": ("mother_father", "mother_family", "nisba", "tribe"),
    "personsought": ("birth_date_as_said",),
}
KINDS = [
    ("official", "As on papers"),
    ("everyday", "What people call the person"),
    ("alias", "Another name or spelling"),
    ("forced", "A name forced on the person"),
    ("birth", "Name at birth"),
    ("married", "Name after marriage"),
    ("war", "Name used in an armed group"),
    ("religious", "Religious name"),
    ("source", "As the source writes it"),
]


def added() -> list[migrations.AddField | migrations.AlterField]:
    """Each column first with nothing in it, then with the default of every encrypted text."""
    fields = [(model, name) for model, names in ADDED.items() for name in names]
    return [
        *(migrations.AddField(model, name, EncryptedTextField(default=None, null=True)) for model, name in fields),
        *(migrations.AlterField(model, name, EncryptedTextField(null=True)) for model, name in fields),
    ]


class Migration(migrations.Migration):

    dependencies = [("registry", "0006_messages_papers_erasures")]

    operations = [
        migrations.RenameField("lastknown", "governorate", "place"),
        *added(),
        migrations.AlterField("personname", "kind", models.CharField(max_length=10, choices=KINDS)),
    ]
