"""The cells of figures are those of the registrations and pairs that are counted."""

from __future__ import annotations

from portal.figures.enums import Source
from portal.registry.counting import _STATUS
from portal.registry.enums import FilledBy, RegistrationState


def test_every_state_and_every_way_of_filling_in_has_a_cell() -> None:
    assert set(_STATUS) == set(RegistrationState)
    assert Source.values == FilledBy.values
