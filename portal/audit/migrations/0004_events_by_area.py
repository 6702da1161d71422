import portal.audit.areas
from django.db import migrations, models


class Migration(migrations.Migration):
    """The newest events of an area of work, without reading all others."""

    dependencies = [("audit", "0003_chain_checks")]

    operations = [
        migrations.AddIndex(
            model_name="event",
            index=models.Index(portal.audit.areas.AppOf("code"), "id", name="audit_event_app_id"),
        ),
    ]
