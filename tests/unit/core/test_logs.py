"""Log lines hold nothing about a person and stay one line."""

import logging
import sys

import pytest

from portal.core.logs import OneLineFormatter, WithoutPersonalData


def _line(message, *args, exc_info=None) -> str:
    record = logging.LogRecord("portal.test", logging.INFO, __file__, 1, message, args, exc_info)
    assert WithoutPersonalData().filter(record)
    return OneLineFormatter().format(record)


@pytest.mark.parametrize(
    ("message", "gone"),
    [
        ("GET /ar/return/?code=1234567812345678", "1234"),
        ("number 4823 5512 9034 7716 refused", "5512"),
        ("cannot read 'Canary Name'", "Canary"),
        ('cannot read "Canary Name"', "Canary"),
        ("phone +963 900 000 011", "000 011"),
    ],
)
def test_values_are_taken_out(message, gone):
    assert gone not in _line(message)


def test_an_exception_leaves_its_kind_and_place_only():
    try:
        raise ValueError("Canary Name")
    except ValueError:
        line = _line("it broke", exc_info=sys.exc_info())
    assert "Canary" not in line
    assert "[ValueError at test_an_exception_leaves_its_kind_and_place_only:" in line


@pytest.mark.parametrize("sign", ["\n", "\r", "\x1b[2K", "\u2028", "\x85", "\u202e", "\x00"])
def test_a_line_stays_one_line(sign):
    line = _line(f"before{sign}after")
    assert sign[0] not in line
    assert len(line.splitlines()) == 1
