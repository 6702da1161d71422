"""A report that asks for a call; the table stays as it is."""


from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('support', '0002_wording'),
    ]

    operations = [
        migrations.AlterField(
            model_name='report',
            name='kind',
            field=models.CharField(choices=[('wrong_record', 'This record is wrong'), ('not_missing', 'I am not missing'), ('money', 'Someone asked me for money'), ('lost_code', 'I lost my code'), ('help', 'I need help'), ('wording', 'A mistake in the wording'), ('call', 'Asks to be called')], max_length=20),
        ),
    ]
