"""What lower floors tell this app, always after their commit (floor 6)."""

from .tasks import enqueue_link_changes


def compare_again(sender, **kwargs) -> None:
    """A registration, a consent or a detainee record changed: the worker compares, never the request."""
    enqueue_link_changes()
