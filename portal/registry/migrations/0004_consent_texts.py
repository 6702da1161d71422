"""Keep the words of consent questions."""

import hashlib

from django.db import migrations, models

# The questions of the first version, in the words in which they were answered.
_FIRST = (
    ("ar", "هل توافقون على أن نتواصل معكم بشأن تسجيلكم؟"),
    ("ar", "هل توافقون على أن نقارن ما تخبروننا به بقوائم أشخاص محتجزين؟"),
    ("ar", "هل توافقون على أن نخبركم بمحاكمات قد تعنيكم؟"),
    ("ckb", "ئایا ڕازین لەبارەی تۆمارەکەتانەوە پەیوەندیتان پێوە بکەین؟"),
    ("ckb", "ئایا ڕازین ئەوەی پێمان دەڵێن لەگەڵ لیستی کەسانی دەستبەسەرکراودا بەراورد بکەین؟"),
    ("ckb", "ئایا ڕازین ئاگادارتان بکەینەوە لەو دادگاییکردنانەی کە لەوانەیە پەیوەندییان بە ئێوەوە هەبێت؟"),
    ("ku", "Hûn razî ne ku em der barê tomara we de bi we re têkilî daynin?"),
    ("ku", "Hûn razî ne ku em tiştên ku hûn ji me re dibêjin bi lîsteyên kesên girtî re berawird bikin?"),
    ("ku", "Hûn razî ne ku em we ji darizandinên ku dibe ku têkildarî we bin agahdar bikin?"),
    ("en", "May we contact you about your registration?"),
    ("en", "May we compare what you tell us with lists of detained people?"),
    ("en", "May we tell you about trials that may concern you?"),
)


def keep_first_texts(apps, schema_editor):
    """Keep the words that answers of the first version were given to, under the hash that stands beside them."""
    apps.get_model("registry", "ConsentText").objects.bulk_create(
        apps.get_model("registry", "ConsentText")(
            hash=hashlib.sha256(f"1|{language}|{words}".encode()).hexdigest(),
            language=language,
            version=1,
            words=words,
        )
        for language, words in _FIRST
    )


class Migration(migrations.Migration):

    dependencies = [
        ('registry', '0003_four_kinds'),
    ]

    operations = [
        migrations.CreateModel(
            name='ConsentText',
            fields=[
                ('hash', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('language', models.CharField(max_length=5)),
                ('version', models.PositiveSmallIntegerField()),
                ('words', models.TextField()),
            ],
        ),
        migrations.RunPython(keep_first_texts, migrations.RunPython.noop),
    ]
