"""Logs of one line an event, without anything about a person (floor 0; R-37)."""

import logging
import re
from datetime import UTC, datetime

_UNSAFE = re.compile(r"[\x00-\x1f\x7f\u0085\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_QUERY = re.compile(r"\?\S*")
_LONG_DIGITS = re.compile(r"\d(?:[\s\-]?\d){7,}")
_QUOTED = re.compile(r"'[^']{3,}'|\"[^\"]{3,}\"")


class WithoutPersonalData(logging.Filter):
    """Removes query strings, long numbers and quoted values; keeps the type of an exception, not its words."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record in place and let it pass."""
        _name_the_route(record)
        message = record.getMessage()
        for pattern in (_QUERY, _LONG_DIGITS, _QUOTED):
            message = pattern.sub("[…]", message)
        record.msg, record.args = message, ()
        if record.exc_info and record.exc_info[0]:
            place = _last_place(record.exc_info[2])
            record.msg = f"{message} [{record.exc_info[0].__name__} at {place}]"
            record.exc_info, record.exc_text = None, None
        return True


def _name_the_route(record: logging.LogRecord) -> None:
    """Put the route in place of the path that was asked for: anything may be typed into an address, a name too."""
    request = getattr(record, "request", None)
    if request is None or not isinstance(record.args, tuple):
        return
    match = getattr(request, "resolver_match", None)
    route = f"/{match.route}" if match else "[no such address]"
    record.args = tuple(route if isinstance(part, str) and part.startswith("/") else part for part in record.args)


def _last_place(trace) -> str:
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_name}:{trace.tb_lineno}" if trace else "unknown"


class OneLineFormatter(logging.Formatter):
    """UTC time, level, logger, message; control characters cannot start a second line."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        return f"{moment} {record.levelname} {record.name} {_UNSAFE.sub(' ', record.getMessage())}"
