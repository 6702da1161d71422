"""Why a whole file cannot be used, in words that say what to do (floor 0)."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_MESSAGES: dict[str, str | Promise] = {
    "empty": _("This file is empty. Please choose another file."),
    "no_rows": _("This file has a heading and no rows. Please choose another file."),
    "no_header": _("The first row does not name the columns. Please add a row of headings and send the file again."),
    "too_large": _("This file is too large. Please divide it into smaller files."),
    "too_many_rows": _("This file has too many rows. Please divide it into smaller files."),
    "too_many_columns": _("This file has too many columns. Please keep only those that describe the person."),
    "pdf": _(
        "This is a PDF file. Taking a table out of it mixes letters and columns up. Please ask the source for the table"
        " itself, as CSV or XLSX, or type the rows into a new table."
    ),
    "picture": _(
        "This is a picture. Please type the rows into a table, let a second person check them, and send that."
    ),
    "document": _("This is a text document. Please copy its table into a spreadsheet, save it as XLSX and send that."),
    "ods": _("This is a table in a form that we do not read. Please open it and save it as XLSX or CSV."),
    "xls": _("This is an older Excel file. Please open it and save it as XLSX or CSV."),
    "html": _("This is a web page. Please open it and save the table as CSV or XLSX."),
    "archive": _("This is a packed file. Please unpack it and send the table itself, as CSV or XLSX."),
    "other": _("This is not a table. Please send a CSV or XLSX file."),
    "bomb": _("This file unpacks to something far too large. Please save the table as CSV and send it again."),
    "locked": _("This file is protected by a password. Please save it without one."),
    "broken": _("This file is damaged. Please save the table again, as CSV or XLSX."),
    "encoding": _("The letters in this file cannot be read. Please save it as CSV in UTF-8."),
}


class Unusable(Exception):
    """The file cannot be read as a table. `code` is one of the codes above; its text is in the reader's language."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code

    def __str__(self) -> str:
        return str(_MESSAGES[self.code])
