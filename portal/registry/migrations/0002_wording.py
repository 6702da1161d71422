"""Call the one who fills in a form the person who applies; the tables stay as they are."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("registry", "0001_initial")]

    operations = [
        migrations.AlterField(
            model_name="consentline",
            name="given_by",
            field=models.CharField(
                choices=[
                    ("self", "The person who applies"),
                    ("asserted", "An organization says so, as testimony"),
                ],
                default="self",
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="registration",
            name="filled_by",
            field=models.CharField(
                choices=[
                    ("self", "The person who applies"),
                    ("helper", "A helper, with the person"),
                    ("staff", "Our staff, with the person"),
                    ("import", "An organization's list"),
                ],
                default="self",
                max_length=10,
            ),
        ),
    ]
