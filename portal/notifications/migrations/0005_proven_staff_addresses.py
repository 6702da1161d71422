import portal.confidential.fields
from django.db import migrations, models

_WAITS = "Something in the office needs a look. Please sign in."


class Migration(migrations.Migration):
    """An address of before is written to again once it is proven."""

    dependencies = [("notifications", "0004_staff_mails")]

    operations = [
        migrations.AddField(
            model_name="staffaddress",
            name="former",
            field=portal.confidential.fields.EncryptedTextField(blank=True, default=None, null=True),
        ),
        migrations.AddField(
            model_name="staffaddress", name="proven_at", field=models.DateTimeField(blank=True, null=True)
        ),
        migrations.AddField(
            model_name="staffaddress", name="tries", field=models.PositiveSmallIntegerField(default=0)
        ),
        migrations.AlterField(
            model_name="staffmail",
            name="kind",
            field=models.CharField(
                choices=[
                    ("many", _WAITS),
                    ("planted", _WAITS),
                    ("frozen", _WAITS),
                    ("emergency", _WAITS),
                    ("approval", "Something in the office waits for your answer. Please sign in."),
                    ("proof", "The code for your mail address:"),
                ],
                max_length=10,
            ),
        ),
    ]
