"""Answers to choose from, in an order that says nothing (floor 7)."""

from collections.abc import Iterable
from typing import Any

from django.db.models import TextChoices


def in_order_of_letters(choices: Iterable[TextChoices]) -> list[tuple[str, Any]]:
    """Return choices in the alphabet of the reader: no order of ours puts anybody first."""
    return sorted(((one.value, str(one.label)) for one in choices), key=lambda choice: choice[1])
