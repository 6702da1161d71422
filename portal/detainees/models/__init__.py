"""Models of detainee records: what lists say, what people enter beside it, and transfers of many at once (floor 5)."""

from .entries import CustodyEntry, SourceAnswer, Statement
from .lists import RETENTION, Batch, BatchRow, CustodyEvent, DetaineeName, DetaineeRecord, NameIndex, Source
from .transfers import Transfer

__all__ = [
    "RETENTION",
    "Batch",
    "BatchRow",
    "CustodyEntry",
    "CustodyEvent",
    "DetaineeName",
    "DetaineeRecord",
    "NameIndex",
    "Source",
    "SourceAnswer",
    "Statement",
    "Transfer",
]
