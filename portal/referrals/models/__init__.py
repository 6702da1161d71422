"""What was given to whom, one family at a time or many in a table (floor 6)."""

from .extracts import Extract, ExtractRow
from .transmissions import REQUEST_DAYS, ErasedGiving, Transmission

__all__ = ["REQUEST_DAYS", "ErasedGiving", "Extract", "ExtractRow", "Transmission"]
