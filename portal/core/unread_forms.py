"""What a form held that Django gave up reading: too many fields, or more than R-55 allows (floor 0).

Never more is kept of it than a form may hold. What comes after that is read past, up to what an upload may bring: a
browser that still sends shows no answer.
"""

import re
from collections.abc import Iterator
from traceback import walk_tb
from urllib.parse import parse_qsl

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest
from django.http.multipartparser import MultiPartParser
from django.http.request import RawPostDataException

_PIECE = 64 * 1024
# Room for the token and for what the browser adds.
_SPARE = 4096
_BROKEN_SIGN = re.compile(rb"%[0-9A-Fa-f]?$")

Fields = list[tuple[str, str]]


def fields_given_up(request: HttpRequest, problem: Exception) -> Fields:
    """Return the fields as far as they can be sent once more, each cut where one alone would fill a form."""
    try:
        if request.content_type == "multipart/form-data":
            fields = _from_reader(problem)
            _read_past(request)
        else:
            fields = list(_from_body(request))
    except (OSError, RawPostDataException):
        return []
    return fitting(fields)


def fitting(fields: Fields, *, share: int = 1) -> Fields:
    """Cut so that the whole is taken when it is sent again: the first fields, none beyond half of the room.

    Room is what a form may hold, or a share of it where the fields travel within another form.
    """
    room = _room(share)
    most, kept = room // 2, []
    for name, value in fields[: settings.DATA_UPLOAD_MAX_NUMBER_FIELDS - 1]:
        room -= len(name.encode(errors="replace")) + 2
        if room < 0:
            break
        cut = value.encode(errors="replace")[: min(most, room)].decode(errors="ignore")
        room -= len(cut.encode())
        kept.append((name, cut))
    return kept


def is_cut(fields: Fields, *, share: int = 1) -> bool:
    """Say whether fields that were made to fit look as if something was cut."""
    room = _room(share)
    sizes = [len(value.encode(errors="replace")) for _name, value in fields]
    return sum(sizes) > room - _SPARE or max(sizes, default=0) > room // 2 - 4


def _room(share: int) -> int:
    return settings.DATA_UPLOAD_MAX_MEMORY_SIZE // share - _SPARE


def _from_reader(problem: Exception) -> Fields:
    """What Django's reader of forms with files had read when it gave up; it hands out nothing itself."""
    for frame, _line in walk_tb(problem.__traceback__):
        reader = frame.f_locals.get("self")
        posted = getattr(reader, "_post", None)
        if isinstance(reader, MultiPartParser) and posted is not None and "field_name" in frame.f_locals:
            read = [(name, str(value)) for name, values in posted.lists() for value in values]
            name, last = frame.f_locals.get("field_name"), frame.f_locals.get("data")
            if isinstance(problem, RequestDataTooBig) and isinstance(last, bytes):
                read.append((str(name), last.decode(errors="ignore")))
            return read
    return []


def _from_body(request: HttpRequest) -> Iterator[tuple[str, str]]:
    """Read field by field; of each no more is held than may come back."""
    for number, field in enumerate(_pieces_by_field(request)):
        if number < settings.DATA_UPLOAD_MAX_NUMBER_FIELDS:
            text = _BROKEN_SIGN.sub(b"", field).decode(errors="replace")
            yield from parse_qsl(text, keep_blank_values=True, errors="ignore")


def _pieces_by_field(request: HttpRequest) -> Iterator[bytes]:
    most, field = settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 2, b""
    for piece in _pieces(request):
        first, *others = piece.split(b"&")
        field += first[: most - len(field)]
        for other in others:
            yield field
            field = other[:most]
    yield field


def _read_past(request: HttpRequest) -> None:
    for _piece in _pieces(request):
        pass


def _pieces(request: HttpRequest) -> Iterator[bytes]:
    left = settings.EVIDENCE_MAX_BYTES
    while left > 0 and (piece := request.read(_PIECE)):
        left -= len(piece)
        yield piece
