"""A small confidential row to test with, and names that must be found nowhere."""

from __future__ import annotations

import uuid

from portal.confidential.keyring import create_data_key
from portal.support.models import Report

CANARIES = [
    *(f"Canary Qaasim {number:03d}" for number in range(10)),
    *(f"خالد الكناري {number:03d}" for number in range(10)),
    *(f"کەناری ڕێبین {number:03d}" for number in range(10)),
    *(f"Şêrîna Kenarî {number:03d}" for number in range(10)),
]


def make_report(
    *, words: str = "words", reach: str = "reach", key_id: uuid.UUID | None = None, is_saved: bool = True
) -> Report:
    """A report with its own data key unless one is given."""
    report = Report(
        key_id=key_id or create_data_key(purpose="report"),
        kind="help",
        language="ar",
        words=words,
        reach=reach,
        token=uuid.uuid4(),
    )
    if is_saved:
        report.save()
    return report
