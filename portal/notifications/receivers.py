"""What this app does on signals of lower floors."""

from django.dispatch import receiver

from portal.accounts.signals import alert_raised

from .services.staff import tell_staff


@receiver(alert_raised)
def write_about_alert(sender, kind, roles, about, **kwargs) -> None:
    """Write to those who are told of unusual reading, but not to whom it is about."""
    tell_staff(kind=kind, roles=roles, but_not=[about.pk])
