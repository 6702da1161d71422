"""What this app does when a lower floor tells it something."""

from django.dispatch import receiver

from portal.proceedings.signals import update_published

from .tasks import fan_out


@receiver(update_published, dispatch_uid="following.fan_out")
def queue_fan_out(sender, *, proceeding_id, translation_key, **kwargs) -> None:
    """Telling the followers is work for the background."""
    fan_out.enqueue(str(proceeding_id), str(translation_key))
