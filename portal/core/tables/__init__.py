"""Reading a table that somebody sent: CSV or XLSX, judged by content, row by row (floor 0; R-72, R-91).

A bad row is handed on with its fault, never dropped in silence; a file that is no table at all is refused with advice.
"""

from .opening import content_of, read_table, sheets_of, words_of
from .refusals import Unusable
from .values import Fault, Table, TableRow

__all__ = ["Fault", "Table", "TableRow", "Unusable", "content_of", "read_table", "sheets_of", "words_of"]
