"""What is done with lists and their sources: receive, check, import, set aside, take back (floor 5)."""

from .cancelling import cancel_batch
from .checking import check_batch, check_in_steps, choose_columns, choose_meanings, preview
from .importing import confirm_import, import_batch
from .receiving import last_import_of, read_list
from .sources import get_or_create_source
from .undoing import approve_undo, ask_undo, refuse_undo, undo_batch

__all__ = [
    "approve_undo",
    "ask_undo",
    "cancel_batch",
    "check_batch",
    "check_in_steps",
    "choose_columns",
    "choose_meanings",
    "confirm_import",
    "get_or_create_source",
    "import_batch",
    "last_import_of",
    "preview",
    "read_list",
    "refuse_undo",
    "undo_batch",
]
