"""Lists as files, and lists taken in."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date

from openpyxl import Workbook

from portal.accounts.models import User
from portal.audit.actors import SYSTEM, Actor
from portal.detainees.models import Batch, Source
from portal.detainees.services import check_batch, choose_columns, get_or_create_source, import_batch, read_list

HEADER = ("external_id", "full_name", "sex", "birth_date", "event_place", "event_date", "legal_status")
ROW = ("L-1", "ڕێبوار نەبەز کەلاری", "male", "1987", "Şengal", "2014-08", "charged")


def csv_bytes(
    rows: Iterable[Sequence[str]] = (ROW,),
    header: Sequence[str] = HEADER,
    *,
    delimiter: str = ",",
    encoding: str = "utf-8",
) -> bytes:
    """A CSV file."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows([header, *rows])
    return out.getvalue().encode(encoding)


def xlsx_bytes(rows: Iterable[Sequence], header: Sequence[str] = HEADER) -> bytes:
    """An XLSX file; a text that begins with `=` becomes a formula."""
    book = Workbook()
    for row in (header, *rows):
        book.active.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def source(name: str = "Invented committee") -> Source:
    """A source."""
    return get_or_create_source(name=name, actor=SYSTEM)


def received(content: bytes | None = None, *, of: Source | None = None, by: User | None = None) -> Batch:
    """A list whose columns are not chosen yet."""
    return read_list(
        content=content or csv_bytes(),
        source=of or source(),
        label="List of spring",
        received_on=date(2026, 3, 1),
        actor=Actor.staff(by.pk) if by else SYSTEM,
    )


def checked(content: bytes | None = None, *, of: Source | None = None) -> Batch:
    """A list after its dry run."""
    batch = received(content, of=of)
    batch = choose_columns(batch=batch, mapping=batch.mapping, actor=SYSTEM)
    return check_batch(batch=batch, actor=SYSTEM)


def imported(content: bytes | None = None, *, of: Source | None = None) -> Batch:
    """A list that is in."""
    return import_batch(batch=checked(content, of=of), actor=SYSTEM)
