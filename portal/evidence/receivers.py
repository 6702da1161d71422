"""What lower floors tell this app (floor 6)."""

from portal.registry.models import Registration

from .services.removal import remove_files_of


def remove_files(sender, registration: Registration, **kwargs) -> None:
    """A registration is being erased: its files go with it."""
    remove_files_of(registration)
