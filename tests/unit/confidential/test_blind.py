"""Blind-index tokens: keyed, short, different per field."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.confidential import secrets
from portal.confidential.blind import fingerprint, token


@given(st.text(max_size=30))
def test_a_token_is_short_and_stable(value):
    assert token("given", value) == token("given", value)
    assert 0 <= token("given", value) < 2**16


def test_fields_have_tokens_of_their_own():
    values = [f"name {number}" for number in range(200)]
    assert [token("given", value) for value in values] != [token("father", value) for value in values]


def test_another_key_gives_other_tokens(monkeypatch):
    values = [f"name {number}" for number in range(50)]
    before = [token("given", value) for value in values]
    monkeypatch.setenv("SANAD_INDEX_KEY", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
    secrets.secret.cache_clear()
    try:
        assert [token("given", value) for value in values] != before
    finally:
        monkeypatch.undo()
        secrets.secret.cache_clear()


@pytest.mark.parametrize("bits", [8, 16, 24])
def test_length_follows_the_setting(settings, bits):
    settings.BLIND_INDEX_BITS = bits
    assert max(token("given", str(number)) for number in range(300)).bit_length() <= bits


@given(st.lists(st.text(max_size=10), max_size=4), st.lists(st.text(max_size=10), max_size=4))
def test_fingerprints_tell_contents_apart(one, two):
    assert (fingerprint(*one) == fingerprint(*two)) == (one == two)
