"""Sealing and opening one value."""

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.confidential.cipher import CannotOpen, new_key, place, seal, unseal

KEY = new_key()
PLACE = place("table", "column", uuid.UUID(int=1), uuid.UUID(int=2))


@given(st.binary(max_size=200), st.binary(max_size=60))
def test_what_is_sealed_opens_in_its_place_only(plain, elsewhere):
    sealed = seal(plain, key=KEY, associated=PLACE)
    assert unseal(sealed, key=KEY, associated=PLACE) == plain
    if elsewhere != PLACE:
        with pytest.raises(CannotOpen):
            unseal(sealed, key=KEY, associated=elsewhere)


@given(st.binary(min_size=1, max_size=60), st.data())
def test_every_changed_bit_is_noticed(plain, data):
    sealed = bytearray(seal(plain, key=KEY, associated=PLACE))
    bit = data.draw(st.integers(0, len(sealed) * 8 - 1))
    sealed[bit // 8] ^= 1 << (bit % 8)
    with pytest.raises(CannotOpen):
        unseal(bytes(sealed), key=KEY, associated=PLACE)


@given(st.binary(max_size=40))
def test_nonsense_is_refused_without_another_error(nonsense):
    with pytest.raises(CannotOpen):
        unseal(nonsense, key=KEY, associated=PLACE)
    with pytest.raises(CannotOpen):
        unseal(b"\x01" + nonsense, key=KEY, associated=PLACE)


def test_another_key_does_not_open():
    sealed = seal(b"name", key=KEY, associated=PLACE)
    with pytest.raises(CannotOpen):
        unseal(sealed, key=new_key(), associated=PLACE)


def test_the_same_text_is_sealed_differently_each_time():
    assert len({seal(b"name", key=KEY, associated=PLACE) for _ in range(50)}) == 50


def test_truncated_values_do_not_open():
    sealed = seal(b"name", key=KEY, associated=PLACE)
    for length in range(len(sealed)):
        with pytest.raises(CannotOpen):
            unseal(sealed[:length], key=KEY, associated=PLACE)


def test_places_do_not_run_into_each_other():
    one, two = uuid.UUID(int=1), uuid.UUID(int=2)
    assert len({place("a", "b", one, two), place("a", "b", two, one), place("a", "c", one, two)}) == 3
