"""The carrier that carries nothing (floor 3)."""

from .base import DeliveryProblem


class NullSender:
    """Sends nothing and says so: for development and demonstration, where no message may leave the machine."""

    def send(self, *, address: str, text: str, language: str, key: str, link: str = "") -> str:
        """Give up at once with code `not_connected`."""
        raise DeliveryProblem("not_connected", is_final=True)
