"""A kind for people who were killed or died in words for the office, and links between registrations."""


import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('registry', '0002_wording'),
    ]

    operations = [
        migrations.AlterField(
            model_name='registration',
            name='kind',
            field=models.CharField(choices=[('missing', 'Missing person'), ('detained', 'Detained'), ('deceased', 'Killed or died'), ('survivor', 'Survivor')], max_length=10),
        ),
        migrations.CreateModel(
            name='RegistrationLink',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('taken_together', 'Taken at the same time')], max_length=20)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('first', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links_to_later', to='registry.registration')),
                ('second', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links_to_earlier', to='registry.registration')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('first', 'second', 'kind'), name='registrations_linked_once_per_kind'), models.CheckConstraint(condition=models.Q(('first', models.F('second')), _negated=True), name='registration_not_linked_to_itself')],
            },
        ),
    ]
