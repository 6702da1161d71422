"""What is done with lists and their sources: receive, check, import, set aside (floor 5)."""

from .cancelling import cancel_batch
from .checking import check_batch, check_in_steps, choose_columns, preview
from .importing import confirm_import, import_batch
from .receiving import last_import_of, read_list
from .sources import get_or_create_source

__all__ = [
    "cancel_batch",
    "check_batch",
    "check_in_steps",
    "choose_columns",
    "confirm_import",
    "get_or_create_source",
    "import_batch",
    "last_import_of",
    "preview",
    "read_list",
]
