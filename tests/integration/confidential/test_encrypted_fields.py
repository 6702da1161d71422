"""Columns hold ciphertext only, and ciphertext moved or altered opens nowhere (R-30, R-31)."""

import base64
import pickle
import uuid
from datetime import timedelta

import pytest
from django.core import serializers
from django.core.exceptions import FieldError
from django.db import connection, connections
from django.utils import timezone

from portal.accounts.models import AccessHolder
from portal.confidential import keyring
from portal.confidential.cipher import CannotOpen
from portal.confidential.fields import Ciphertext
from portal.confidential.keyring import (
    create_data_key,
    create_data_keys,
    data_key,
    destroy_data_key,
    forget_open_keys,
    open_data_keys,
)
from portal.confidential.models import WrappedKey
from portal.confidential.sweeping import sweep_unused_keys
from portal.registry.models import Draft
from portal.support.models import Report

from .reports import CANARIES, make_report

pytestmark = pytest.mark.django_db


def _column(report: Report, column: str) -> bytes:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM support_report WHERE id = %s", [_key(report)])  # noqa: S608
        return bytes(cursor.fetchone()[0])


def _put(report: Report, column: str, value: bytes) -> Report:
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE support_report SET {column} = %s WHERE id = %s", [value, _key(report)])  # noqa: S608
    return Report.objects.get(pk=report.pk)


def _key(report: Report):
    return report.pk.hex if connection.vendor == "sqlite" else report.pk


@pytest.mark.parametrize("text", ["", "a", "خالد سليمان", "ڕێبین", "Şêrîn", "line\nline", "x" * 4000, "🕊"])
def test_what_is_written_is_read_again(text):
    report = make_report(words=text)
    assert Report.objects.get(pk=report.pk).words == text


def test_the_row_is_loaded_sealed_and_opened_when_read(django_assert_num_queries):
    report = make_report(words="canary")
    forget_open_keys()
    loaded = Report.objects.get(pk=report.pk)
    assert isinstance(loaded.__dict__["words"], Ciphertext)
    with django_assert_num_queries(1, using="keys"):
        assert (loaded.words, loaded.reach) == ("canary", report.reach)


def test_values_and_repr_stay_sealed():
    report = make_report(words="canary")
    (value,) = Report.objects.filter(pk=report.pk).values_list("words", flat=True)
    assert b"canary" not in value
    assert repr(value) == "<sealed>"


def test_saving_what_was_never_opened_keeps_it(django_assert_num_queries):
    report = make_report(words="canary")
    before = _column(report, "words")
    forget_open_keys()
    with django_assert_num_queries(0, using="keys"):
        Report.objects.get(pk=report.pk).save(update_fields=["state", "words"])
    assert _column(report, "words") == before


def test_ciphertext_of_another_row_does_not_open():
    one, two = make_report(words="one"), make_report(words="two")
    moved = _put(two, "words", _column(one, "words"))
    with pytest.raises(CannotOpen):
        _ = moved.words
    assert moved.reach == two.reach


def test_ciphertext_of_another_row_under_the_same_key_does_not_open():
    key_id = create_data_key(purpose="report")
    one, two = make_report(key_id=key_id, words="one"), make_report(key_id=key_id, words="two")
    with pytest.raises(CannotOpen):
        _ = _put(two, "words", _column(one, "words")).words


def test_ciphertext_of_another_column_does_not_open():
    report = make_report(words="words", reach="reach")
    with pytest.raises(CannotOpen):
        _ = _put(report, "words", _column(report, "reach")).words


def test_a_row_with_another_key_does_not_open():
    report = make_report(words="canary")
    Report.objects.filter(pk=report.pk).update(key_id=create_data_key(purpose="report"))
    with pytest.raises(CannotOpen):
        _ = Report.objects.get(pk=report.pk).words


@pytest.mark.parametrize("place", [0, 1, 13, -1])
def test_altered_ciphertext_does_not_open(place):
    report = make_report(words="canary")
    altered = bytearray(_column(report, "words"))
    altered[place] ^= 1
    with pytest.raises(CannotOpen):
        _ = _put(report, "words", bytes(altered)).words


def test_plain_text_in_the_column_does_not_open():
    report = make_report(words="canary")
    with pytest.raises(CannotOpen):
        _ = _put(report, "words", b"plain words").words


@pytest.mark.parametrize(
    "misuse",
    [
        lambda: Report.objects.update(words="plain"),
        lambda: list(Report.objects.filter(words="plain")),
        lambda: list(Report.objects.filter(words__contains="plain")),
        lambda: list(Report.objects.filter(words__in=["plain"])),
    ],
)
def test_plain_text_never_travels_to_the_database(misuse):
    make_report(words="plain")
    with pytest.raises(FieldError):
        misuse()


def test_bulk_create_seals():
    report = Report.objects.bulk_create([make_report(words="canary", is_saved=False)])[0]
    assert b"canary" not in _column(report, "words")
    assert Report.objects.get(pk=report.pk).words == "canary"


def test_serialised_rows_hold_nothing_readable():
    report = make_report(words="canary-8c1f")
    assert str(report.pk) in serializers.serialize("json", Report.objects.all())
    assert "canary-8c1f" not in serializers.serialize("json", Report.objects.all())


def test_a_sealed_row_can_travel_between_processes_sealed():
    report = make_report(words="canary-8c1f")
    packed = pickle.dumps(Report.objects.get(pk=report.pk))
    assert b"canary-8c1f" not in packed
    assert pickle.loads(packed).words == "canary-8c1f"  # noqa: S301 - our own


def test_json_is_sealed_too():
    holder = AccessHolder.objects.create(key_id=create_data_key(purpose="holder"), language="ar")
    draft = Draft.objects.create(key_id=holder.key_id, holder=holder, language="ar", answers={"name": "canary", "n": 1})
    loaded = Draft.objects.get(pk=draft.pk)
    assert b"canary" not in bytes(loaded.__dict__["answers"])
    assert loaded.answers == {"name": "canary", "n": 1}


def test_a_raw_dump_of_every_table_holds_no_canary():
    for canary in CANARIES:
        make_report(words=f"I look for {canary}", reach=canary)
    looked_for = [form for canary in CANARIES for form in _forms(canary)]
    for alias in ("default", "keys"):
        dump = b"\n".join(_dump(alias))
        assert len(dump) > 1000
        assert not [form for form in looked_for if form in dump]


def _forms(canary: str) -> list[bytes]:
    plain = canary.encode()
    return [plain, canary.encode("utf-16-le"), base64.b64encode(plain).rstrip(b"=")[:-1], plain.hex().encode()]


def _dump(alias: str):
    with connections[alias].cursor() as cursor:
        for table in connections[alias].introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608
            for row in cursor.fetchall():
                for cell in row:
                    raw = bytes(cell) if isinstance(cell, bytes | memoryview) else str(cell).encode()
                    yield raw + b" " + raw.hex().encode()


def test_a_destroyed_key_opens_nothing_ever_again():
    report = make_report(words="canary")
    destroy_data_key(report.key_id)
    destroy_data_key(report.key_id)
    with pytest.raises(CannotOpen):
        _ = Report.objects.get(pk=report.pk).words
    row = WrappedKey.objects.get(pk=report.key_id)
    assert (bytes(row.wrapped), row.destroyed_at is None) == (b"", False)


def test_another_process_forgets_a_destroyed_key_within_a_minute(monkeypatch):
    report = make_report(words="canary")
    WrappedKey.objects.filter(pk=report.key_id).update(wrapped=b"", destroyed_at=timezone.now())
    assert Report.objects.get(pk=report.pk).words == "canary"
    later = keyring.time.monotonic() + 61
    monkeypatch.setattr(keyring.time, "monotonic", lambda: later)
    with pytest.raises(CannotOpen):
        _ = Report.objects.get(pk=report.pk).words


def test_a_wrapped_key_of_another_row_does_not_open():
    one, two = create_data_keys(2, purpose="report")
    WrappedKey.objects.filter(pk=one).update(wrapped=WrappedKey.objects.get(pk=two).wrapped)
    forget_open_keys()
    with pytest.raises(CannotOpen):
        data_key(one)
    data_key(two)


def test_an_unknown_key_is_refused_like_a_destroyed_one():
    with pytest.raises(CannotOpen):
        data_key(uuid.uuid4())


def test_many_keys_are_opened_with_few_queries(django_assert_max_num_queries):
    keys = create_data_keys(1200, purpose="report")
    forget_open_keys()
    with django_assert_max_num_queries(3, using="keys"):
        open_data_keys(keys)
    with django_assert_max_num_queries(0, using="keys"):
        assert len({data_key(key) for key in keys}) == 1200


def test_the_sweeper_takes_old_unused_keys_only():
    used = make_report(words="kept").key_id
    old, fresh, destroyed = create_data_keys(3, purpose="report")
    destroy_data_key(destroyed)
    yesterday = timezone.now() - timedelta(hours=25)
    WrappedKey.objects.filter(pk__in=[used, old, destroyed]).update(created_at=yesterday)
    assert sweep_unused_keys() == 1
    assert set(WrappedKey.objects.values_list("pk", flat=True)) == {used, fresh, destroyed}


def test_wrapped_keys_live_in_their_own_database():
    key = create_data_key(purpose="report")
    assert WrappedKey.objects.using("keys").filter(pk=key).exists()
    assert "confidential_wrappedkey" not in connections["default"].introspection.table_names()
    assert "support_report" not in connections["keys"].introspection.table_names()
