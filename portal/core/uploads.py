"""Uploads that hold names are kept in memory, never in a temporary file, and never beyond a limit (floor 0; R-72)."""

from io import BytesIO

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest


class BoundedMemoryUploadHandler(FileUploadHandler):
    """Keeps at most `limit` bytes of one file. A larger one is read past and dropped; `is_too_large` then says so.

    The other fields of the form arrive all the same, so that what was written is kept.
    """

    def __init__(self, request: HttpRequest | None = None, *, limit: int = 0):
        super().__init__(request)
        self.limit = limit
        self.is_too_large = False
        self._content = BytesIO()

    def new_file(self, *args, **kwargs) -> None:
        """Begin an empty buffer."""
        super().new_file(*args, **kwargs)
        self._content = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep a piece, or give the file up."""
        if self._content.tell() + len(raw_data) > self.limit:
            self.is_too_large = True
            self._content = BytesIO()
            raise SkipFile
        self._content.write(raw_data)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile | None:
        """Hand the file over."""
        self._content.seek(0)
        return InMemoryUploadedFile(
            file=self._content,
            field_name=self.field_name,
            name=self.file_name,
            content_type=self.content_type,
            size=file_size,
            charset=self.charset,
            content_type_extra=self.content_type_extra,
        )
