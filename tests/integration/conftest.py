"""What tests of several parts share."""

import pytest

from tests.factories.openings import AnsweringClient


@pytest.fixture
def client() -> AnsweringClient:
    """Staff say what they open a file for, and go on."""
    return AnsweringClient()
