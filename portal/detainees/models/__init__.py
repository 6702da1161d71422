"""Models of detainee records: what lists say, what people enter beside it, and transfers of many at once (floor 5)."""

from .entries import CustodyEntry, SourceAnswer, Statement
from .lists import (
    RETENTION,
    Batch,
    BatchRow,
    BatchRowQuerySet,
    Source,
    UndoRequest,
)
from .records import CustodyEvent, DetaineeName, DetaineeRecord, NameIndex
from .transfers import Transfer

__all__ = [
    "RETENTION",
    "Batch",
    "BatchRow",
    "BatchRowQuerySet",
    "CustodyEntry",
    "CustodyEvent",
    "DetaineeName",
    "DetaineeRecord",
    "NameIndex",
    "Source",
    "SourceAnswer",
    "Statement",
    "Transfer",
    "UndoRequest",
]
