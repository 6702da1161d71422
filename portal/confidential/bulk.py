"""Many rows opened or written at once, as plain tuples and not as objects (floor 1).

A hundred thousand records are read past the ORM's objects and converters, which cost more than opening the values. Keys
of rows are texts here, on every database. What is opened lives in the caller's memory alone; nothing is remembered.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connections, models, router, transaction
from django.db.models import QuerySet

from portal.core.pieces import pieces

from .cipher import CannotOpen, Cipher
from .fields import EncryptedTextField
from .keyring import unwrapped
from .models import ConfidentialModel, WrappedKey

Key = str
"""A key of a row, written as UUIDs are."""


class Ciphers:
    """The data keys of one reading, opened as rows ask for them and forgotten with it."""

    def __init__(self) -> None:
        self._open: dict[Key, Cipher] = {}

    def open(self, keys: Iterable[Key]) -> None:
        """Open keys with few queries. Those that were destroyed, never existed or do not open are left out."""
        wanted = [key for key in set(keys) if key not in self._open]
        for some in pieces(wanted):
            rows = WrappedKey.objects.filter(pk__in=some, destroyed_at__isnull=True)
            for key, version, wrapped in fetched(rows.values_list("pk", "kek_version", "wrapped")):
                text = as_key(key)
                try:
                    self._open[text] = Cipher(unwrapped(text, version, bytes(wrapped)))
                except CannotOpen:
                    continue

    def get(self, key: Key) -> Cipher | None:
        """The key, where it opened."""
        return self._open.get(key)


def open_rows(
    rows: QuerySet[Any], ciphers: Ciphers, *, plain: Sequence[str], sealed: Sequence[str]
) -> Iterator[tuple[Any, ...]]:
    """Yield the plain columns and the opened texts of each row, in this order, one tuple per row.

    Keys of rows among the plain columns come as texts, the rest as the database has it. Left out are rows whose key
    does not open and rows that were altered: the caller sees them missing.
    """
    model: type[ConfidentialModel] = rows.model
    table = model._meta.db_table
    columns = [f"{table}|{_sealed(model, name).column}|".encode() for name in sealed]
    keys = [place for place, name in enumerate(plain) if _is_key(model, name)]
    count = len(plain)
    found = [
        (as_key(key), as_key(key_id), values)
        for key, key_id, *values in fetched(rows.values_list("pk", "key_id", *plain, *sealed))
    ]
    ciphers.open(key_id for _key, key_id, _values in found)
    for key, key_id, values in found:
        cipher = ciphers.get(key_id)
        if cipher is None:
            continue
        opened = _opened(cipher, columns, values[count:], f"{key}|{key_id}".encode())
        if opened is not None:
            for place in keys:
                values[place] = as_key(values[place])
            yield (*values[:count], *opened)


def as_key(value: UUID | str) -> Key:
    """The key of a row as text: SQLite gives 32 digits, PostgreSQL a UUID."""
    if isinstance(value, UUID):
        return str(value)
    return f"{value[:8]}-{value[8:12]}-{value[12:16]}-{value[16:20]}-{value[20:]}"


def fetched(rows: QuerySet[Any, Any]) -> list[tuple[Any, ...]]:
    """The rows as the database gives them."""
    try:
        query, parameters = rows.query.sql_with_params()
    except EmptyResultSet:  # asked for none
        return []
    with connections[rows.db].cursor() as cursor:
        cursor.execute(query, parameters)
        return cursor.fetchall()


def _sealed(model: type[ConfidentialModel], name: str) -> EncryptedTextField:
    field = model._meta.get_field(name)
    if type(field) is not EncryptedTextField:
        raise TypeError(f"{name} is not an encrypted text")
    return field


def _is_key(model: type[ConfidentialModel], name: str) -> bool:
    field = model._meta.pk if name == "pk" else model._meta.get_field(name)
    return isinstance(getattr(field, "target_field", field), models.UUIDField)


def _opened(cipher: Cipher, columns: Sequence[bytes], values: Sequence[Any], row: bytes) -> list[str] | None:
    try:
        # A column that came later holds nothing in rows from before.
        return [
            "" if value is None else cipher.unseal(bytes(value), column + row).decode()
            for column, value in zip(columns, values, strict=True)
        ]
    except CannotOpen:
        return None


def insert_plain(model: type[models.Model], fields: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Insert many rows of unencrypted values, one prepared statement for all; `rows` in the order of `fields`."""
    columns = [_plain(model, name) for name in fields]
    names = ", ".join(_quoted(model, field.column) for field in columns)
    marks = ", ".join(["%s"] * len(columns))
    _write(model, f"INSERT INTO {_quoted(model)} ({names}) VALUES ({marks})", columns, rows)  # noqa: S608


def update_plain(model: type[models.Model], fields: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Set unencrypted values of many rows, each by its key, which stands last in a row."""
    columns = [_plain(model, name) for name in (*fields, "pk")]
    *changed, key = [f"{_quoted(model, field.column)} = %s" for field in columns]
    _write(model, f"UPDATE {_quoted(model)} SET {', '.join(changed)} WHERE {key}", columns, rows)  # noqa: S608


def _write(
    model: type[models.Model], statement: str, columns: Sequence[models.Field], rows: Iterable[Sequence[Any]]
) -> None:
    connection = connections[router.db_for_write(model)]
    prepared = [
        [field.get_db_prep_save(value, connection) for field, value in zip(columns, row, strict=True)] for row in rows
    ]
    # In a transaction: `executemany` does not wait for SQLite's lock (ADR 0025).
    with transaction.atomic(using=connection.alias, savepoint=False), connection.cursor() as cursor:
        cursor.executemany(statement, prepared)


def _plain(model: type[models.Model], name: str) -> models.Field:
    field = model._meta.pk if name == "pk" else model._meta.get_field(name)
    if not isinstance(field, models.Field) or isinstance(field, EncryptedTextField):
        raise TypeError(f"{name} is not a plain column")
    return field


def _quoted(model: type[models.Model], column: str | None = None) -> str:
    return connections[router.db_for_write(model)].ops.quote_name(column or model._meta.db_table)
